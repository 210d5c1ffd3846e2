import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { foundArticleRecord, foundArticleShape } from '../../records/article.ts'
import type { Look } from '../../views/look.ts'
import { missing } from '../choice/pick.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, isForPeople, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { rememberArticles } from './seen-article.ts'

interface SearchOptions extends OutputFlags {
  /** Undefined where it is to be asked for. */
  text: string | undefined
}

export function addFaqSearch(faq: Command, context: Context, run = search): void {
  const { t } = context
  const command = described(faq.command('search'), 'faq.search', t)
    .argument('[text...]', t('faq.search.text'))
    .action((words: string[], flags: OutputFlags) => run({ text: words.join(' ') || undefined, ...flags }, context))
  addOutputFlags(command, t, foundArticleShape).examples = [
    'ipeos faq search erreur 503',
    "ipeos faq search 'mot de passe' --json id,title",
  ]
}

async function search({ text: given, ...flags }: SearchOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, foundArticleShape, context)
  if (!output) return
  const { bestArticles, tellingWords } = await import('../choice/article-match.ts')
  const text = given ?? (await askForWords(context))
  const words = tellingWords(text)
  if (words.length === 0) throw new WrongUsage('no-words', { text })
  const { faq } = await context.platform()
  const matches = bestArticles(await terminal.during(t('faq.searching'), faq.search(words)), words)
  const finds = await Promise.all(
    matches.map(async ({ article, excerpt }) => ({ ...article, excerpt, url: await faq.link(article.id) })),
  )

  await rememberArticles(finds, context)
  const dates = context.dates()
  const records = finds.map((find) => foundArticleRecord(find, find.url, dates))
  const view = async (look: Look) => (await import('../../views/article.ts')).articleFinds(finds, look)
  await printRecords(records, output, view, context)
  const [best] = finds
  if (!best) terminal.note('faq.nothing-found', { text })
  else if (isForPeople(output)) terminal.note('faq.may-read', { id: best.id })
}

/** Throws `WrongUsage` where nobody can be asked. */
async function askForWords({ terminal, prompts, t }: Context): Promise<string> {
  if (!terminal.interactive) throw missing('words', `ipeos faq search ${t('faq.search.example')}`)
  const validate = (typed: string) => typed.trim() !== '' || t('choice.words-needed')
  return prompts.input({ message: t('choice.words'), validate })
}
