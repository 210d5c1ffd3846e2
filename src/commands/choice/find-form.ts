import { Argument } from 'commander'
import { NotFound, WrongUsage } from '../../errors/error.ts'
import type { Forms } from '../../glpi/forms/forms.ts'
import type { Translate } from '../../i18n/translate.ts'

/** A form of the catalogue as an argument of a command: its number, the address of its page, or words of its title. */
export function formArgument(t: Translate): Argument {
  const argument = new Argument('<form>', t('catalog.argument'))
  argument.live = 'form'
  return argument
}

/** The number of the form that is meant; the site's own search knows the stored names alone, so all are looked at here. */
export async function findForm(named: string, forms: Pick<Forms, 'list'>): Promise<number> {
  const number =
    /^(?:#|n°\s*)?(\d{1,9})$/.exec(named.trim()) ?? /^https?:\S*\/Form\/Render\/(\d{1,9})(?:[?#]|$)/.exec(named.trim())
  if (number) return Number(number[1])
  const { match } = await import('./match.ts')
  const listed = await forms.list()
  const found = match(
    named,
    listed.map(({ id, title }) => ({ value: id, keys: [String(id)], names: [title] })),
  )
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw new WrongUsage('ambiguous-form', { text: named, names: found.ambiguous.join(' ; ') })
  const { nearNames } = await import('./near-names.ts')
  const titles = listed.map(({ title }) => title)
  const near = nearNames(
    named,
    titles.map((name) => ({ name, names: [name] })),
  )
  const error = new NotFound('unknown-form', { text: named })
  if (near.length > 0)
    throw error.withHint({ key: 'catalog.near', parameters: { names: near.slice(0, 3).join(' ; ') } })
  throw titles.length > 0 ? error.withHint({ key: 'catalog.there-are', parameters: { names: some(titles) } }) : error
}

/** So many names are read at a glance. */
const mostNamed = 8

function some(names: string[]): string {
  return [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(' ; ')
}
