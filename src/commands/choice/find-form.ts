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
  const found = match(
    named,
    (await forms.list()).map(({ id, title }) => ({ value: id, keys: [String(id)], names: [title] })),
  )
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw new WrongUsage('ambiguous-form', { text: named, names: found.ambiguous.join(' ; ') })
  const error = new NotFound('unknown-form', { text: named })
  throw found.near.length > 0
    ? error.withHint({ key: 'catalog.near', parameters: { names: found.near.slice(0, 3).join(' ; ') } })
    : error
}
