import { Argument } from 'commander'
import { NotFound, WrongUsage } from '../../errors/error.ts'
import type { Faq } from '../../glpi/faq/faq.ts'
import type { Translate } from '../../i18n/translate.ts'

/** An article as an argument of a command: its number, the address of its page, or words of its title. */
export function articleArgument(t: Translate): Argument {
  const argument = new Argument('<article>', t('faq.show.article'))
  argument.live = 'article'
  return argument
}

/** The number of the article that is meant. */
export async function findArticle(named: string, faq: Faq): Promise<number> {
  const number =
    /^(?:#|n°\s*)?(\d{1,9})$/.exec(named.trim()) ?? /^https?:\S*[?&]id=(\d{1,9})(?:[&#]|$)/.exec(named.trim())
  if (number) return Number(number[1])
  const { match } = await import('../choice/match.ts')
  const articles = await faq.list()
  const found = match(
    named,
    articles.map(({ id, title }) => ({ value: id, keys: [String(id)], names: [`${title} (${id})`, title] })),
  )
  if ('found' in found) return found.found
  if ('ambiguous' in found) {
    const parameters = { text: named, names: found.ambiguous.join(' ; ') }
    throw new WrongUsage('ambiguous-article', parameters)
  }
  const { likeNamed } = await import('../choice/article-match.ts')
  const near = likeNamed(named, articles).map(({ id, title }) => `${title} (${id})`)
  const error = new NotFound('unknown-article', { text: named })
  throw near.length > 0
    ? error.withHint({ key: 'faq.near', parameters: { names: near.slice(0, 3).join(' ; ') } })
    : error
}
