import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { articleRecord, articleShape } from '../../records/article.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { inOrder } from './article-order.ts'
import { rememberArticles } from './seen-article.ts'

export function addFaqList(faq: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(faq.command('list'), 'faq.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, articleShape).examples = ['ipeos faq list', 'ipeos faq list --json id,title']
}

/** By category, then by title, as in a table of contents. */
async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, articleShape, context)
  if (!output) return
  const dates = context.dates()
  const articles = inOrder(await terminal.during(t('faq.loading'), readList(context)), t.language)
  await rememberArticles(articles, context)
  const records = articles.map((article) => articleRecord(article, article.url, dates))
  const view = async (look: Look) => (await import('../../views/article.ts')).articleTable(articles, look)
  await printRecords(records, output, view, context)
  if (articles.length === 0) terminal.note('faq.none')
}

async function readList(context: Context) {
  const { faq } = await context.platform()
  const articles = await faq.list()
  return Promise.all(articles.map(async (article) => ({ ...article, url: await faq.link(article.id) })))
}
