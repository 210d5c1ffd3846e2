import type { Context } from '../../app/context.ts'
import { IpeosError } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { FoundArticle } from '../../itil/article.ts'
import { plain } from '../../terminal/sanitize.ts'
import { bestArticles, tellingWords } from '../choice/article-match.ts'
import { lookOf } from '../output.ts'

/** Articles that may answer a request while it is still being written. */
export interface Suggestions {
  /**
   * Offers them, once, when they are there within `patience` milliseconds; true when one was read and answers the
   * request, which is then no longer needed.
   */
  offer(patience: number): Promise<boolean>
}

const mostOffered = 3

/** Looks for articles about a title, while the person goes on; what goes wrong is seen with --debug only. */
export function suggestionsFor(title: string, platform: Platform, context: Context): Suggestions {
  const { terminal, settings, sleep } = context
  let trouble: unknown
  const search = find(title, platform).catch((error: unknown): FoundArticle[] => {
    trouble = error
    return []
  })
  let isOver = false
  return {
    async offer(patience) {
      if (isOver) return false
      const found = await Promise.race([search, sleep(patience).then(() => undefined)])
      if (!found) return false
      isOver = true
      // Not when it happens: a question may stand there.
      if (trouble !== undefined && settings.debug) terminal.show(plain(String(trouble)))
      return found.length > 0 && readSome(found, platform, context)
    },
  }
}

/** A word of the title must stand in that of an article: what merely mentions it helps nobody. */
async function find(title: string, platform: Platform): Promise<FoundArticle[]> {
  const words = tellingWords(title)
  if (words.length === 0) return []
  const matches = bestArticles(await platform.faq.search(words), words).filter(({ inTitle }) => inTitle > 0)
  return matches.slice(0, mostOffered).map(({ article }) => article)
}

const goOn = 0

/** True when an article that was read answers the request. */
async function readSome(found: FoundArticle[], platform: Platform, context: Context): Promise<boolean> {
  const { prompts, t } = context
  const chosen = await prompts.select({
    message: t('suggest.question', { count: found.length }),
    choices: [
      { name: t('suggest.go-on'), value: goOn },
      ...found.map(({ id, title }) => ({ name: plain(title), value: id })),
    ],
    default: goOn,
  })
  if (chosen === goOn || !(await show(chosen, platform, context))) return false
  const isAnswered = await prompts.select({
    message: t('suggest.answered'),
    choices: [
      { name: t('suggest.not-answered'), value: false },
      { name: t('suggest.no-ticket'), value: true },
    ],
    default: false,
  })
  const others = found.filter(({ id }) => id !== chosen)
  return isAnswered || (others.length > 0 && readSome(others, platform, context))
}

/** False when the article could not be read: the request goes on. */
async function show(id: number, { faq }: Platform, context: Context): Promise<boolean> {
  const { terminal, t, settings } = context
  try {
    const [article, url] = await terminal.during(t('faq.loading'), Promise.all([faq.get(id), faq.link(id)]))
    const { articlePage } = await import('../../views/article.ts')
    // stdout is for the number of the ticket, where it is not a terminal.
    const style = terminal.outputIsTerminal ? terminal.style : terminal.noteStyle
    const page = `\n${await articlePage(article, url, lookOf(context, style))}\n`
    if (terminal.outputIsTerminal) await terminal.page(page)
    else terminal.show(page)
    return true
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    if (settings.debug) terminal.show(plain(String(error)))
    terminal.note('suggest.unreadable')
    return false
  }
}
