import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { articlePageRecord, articlePageShape } from '../../records/article.ts'
import { described } from '../command-facts.ts'
import { openPage } from '../handover/open-page.ts'
import { addOutputFlags, lookOfPage, type OutputFlags, outputOf, printOne } from '../output.ts'
import { articleArgument, findArticle } from './find-article.ts'
import { rememberArticles } from './seen-article.ts'

interface ShowOptions extends OutputFlags {
  /** A number, the address of its page, or its title. */
  article: string | undefined
  web?: boolean
}

export function addFaqShow(faq: Command, context: Context, run = show): void {
  const { t } = context
  const command = described(faq.command('show'), 'faq.show', t)
    .addArgument(articleArgument(t))
    .option('-w, --web', t('faq.option.web'))
    .action((article: string | undefined, flags: Omit<ShowOptions, 'article'>) => run({ article, ...flags }, context))
  addOutputFlags(command, t, articlePageShape).examples = [
    'ipeos faq show 3',
    'ipeos faq show zimbra',
    'ipeos faq show 3 --json title,text',
  ]
}

async function show({ article: named, web, ...flags }: ShowOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, articlePageShape, context, 'table')
  if (!output) return
  const id = await findArticle(named, 'show', context)
  if (id === undefined) return
  const { faq } = await context.platform()
  const article = await terminal.during(t('faq.loading'), faq.get(id))
  await rememberArticles([article], context)
  const url = await faq.link(article.id)
  if (web) return openPage(url, context)
  if (output.as !== 'table') return printOne(await articlePageRecord(article, url, context.dates()), output, context)
  const { articlePage } = await import('../../views/article.ts')
  await terminal.page(await articlePage(article, url, lookOfPage(context)))
}
