import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { foundArticleRecord, foundArticleShape } from '../../records/article.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { rememberArticles } from './seen-article.ts'

interface SearchOptions extends OutputFlags {
  text: string
}

export function addFaqSearch(faq: Command, context: Context, run = search): void {
  const { t } = context
  const command = faq
    .command('search')
    .summary(t('faq.search.summary'))
    .description(t('faq.search.description'))
    .argument('<text...>', t('faq.search.text'))
    .action((words: string[], flags: OutputFlags) => run({ text: words.join(' '), ...flags }, context))
  addOutputFlags(command, t, foundArticleShape).examples = [
    'ipeos faq search erreur 503',
    "ipeos faq search 'mot de passe' --json id,title",
  ]
}

async function search({ text, ...flags }: SearchOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, foundArticleShape, context)
  if (!output) return
  const { bestArticles, tellingWords } = await import('../article-match.ts')
  const words = tellingWords(text)
  if (words.length === 0) throw new WrongUsage('no-words', { text })
  const { faq } = await context.platform()
  const matches = bestArticles(await terminal.during(t('faq.searching'), faq.search(words)), words)
  const finds = await Promise.all(
    matches.map(async ({ article, excerpt }) => ({ ...article, excerpt, url: await faq.link(article.id) })),
  )

  await rememberArticles(finds, context)
  const dates = context.dates()
  const records = () => finds.map((find) => foundArticleRecord(find, find.url, dates))
  if (output.as !== 'table') await printList(records(), output, context)
  else if (finds.length > 0 && output.fields) await printTable(records(), output.fields, context)
  else if (finds.length > 0) {
    const { articleFinds } = await import('../../views/article.ts')
    await terminal.page(articleFinds(finds, lookOf(context)))
    terminal.note('faq.may-read', { id: finds[0]?.id ?? 0 })
  }
  if (finds.length === 0) terminal.note('faq.nothing-found', { text })
}
