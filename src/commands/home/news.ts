import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { News } from '../../glpi/news/news.ts'
import { type NewsPage, newsRecords, newsShape } from '../../records/news.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'

export function addNews(program: Command, context: Context, run = showNews): void {
  const { t } = context
  const command = described(program.command('news'), 'news', t).action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, newsShape).examples = ['ipeos news', "ipeos news --json --jq '.[] | select(.new)'"]
}

/** All that is announced, marked where it was not shown before; and the news that the platform fetches. */
async function showNews(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t, seen } = context
  const output = await outputOf(flags, newsShape, context)
  if (!output) return
  const { news } = await context.platform()
  const { announcements, feeds } = await terminal.during(t('news.loading'), readAll(news))
  const known = new Set((await seen.recall('announcement')).map(({ value }) => value))
  const fresh = new Set(announcements.map(({ id }) => id).filter((id) => !known.has(String(id))))
  const page: NewsPage = { announcements, fresh, feeds: feeds ?? [] }
  const records = await newsRecords(page, context.dates())
  const view = async (look: Look) => (await import('../../views/news.ts')).newsPage(page, look)
  await printRecords(records, output, view, context)
  await seen.remember(
    'announcement',
    announcements.map(({ id, title }) => ({ value: String(id), about: title })),
  )
  if (records.length === 0) terminal.note('news.none')
  if (!feeds) terminal.warn('news.no-feeds')
}

async function readAll(news: News) {
  const [announcements, feeds] = await Promise.all([news.announcements(), news.feeds()])
  return { announcements, feeds }
}
