import { Argument } from 'commander'
import type { Context } from '../../app/context.ts'
import { NotFound, WrongUsage } from '../../errors/error.ts'
import type { Faq } from '../../glpi/faq/faq.ts'
import type { Translate } from '../../i18n/translate.ts'
import { missing, pick } from '../choice/pick.ts'

/** An article as an argument of a command: its number, the address of its page, or words of its title; else it is asked for. */
export function articleArgument(t: Translate): Argument {
  const argument = new Argument('[article]', t('faq.show.article'))
  argument.live = 'article'
  return argument
}

/**
 * The number of the article that is meant; unnamed, of the one that the person points at, undefined where there is none,
 * which is told. Throws `WrongUsage` where nobody can be asked.
 */
export async function findArticle(
  named: string | undefined,
  verb: 'show' | 'download',
  context: Context,
): Promise<number | undefined> {
  if (named === undefined && !context.terminal.interactive) throw missing('article', `ipeos faq ${verb} 3`)
  const { faq } = await context.platform()
  if (named === undefined) return pointedAt(verb, faq, context)
  return context.terminal.during(context.t('faq.loading'), articleNamed(named, faq))
}

/** By category, then by title. */
async function pointedAt(verb: 'show' | 'download', faq: Faq, context: Context): Promise<number | undefined> {
  const { terminal, t } = context
  const { inOrder } = await import('./article-order.ts')
  const articles = inOrder(await terminal.during(t('faq.loading'), faq.list()), t.language)
  if (articles.length === 0) {
    terminal.note('faq.none')
    return undefined
  }
  const candidates = articles.map(({ id, title, category = '' }) => {
    return { value: id, number: `#${id}`, state: '', title, age: category }
  })
  return pick(t(verb === 'show' ? 'choice.article' : 'choice.article-download'), candidates, context)
}

async function articleNamed(named: string, faq: Faq): Promise<number> {
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
