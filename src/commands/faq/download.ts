import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { IpeosError, NotFound, PartlyDone } from '../../errors/error.ts'
import type { Faq } from '../../glpi/faq/faq.ts'
import { sizeWord } from '../../i18n/size.ts'
import type { Article, ArticleDocument } from '../../itil/article.ts'
import type { Progress } from '../../terminal/terminal.ts'
import { described, knowValues } from '../command-facts.ts'
import { isToOutput, onlyOne, pourDocument } from '../handover/pour-document.ts'
import { articleArgument, findArticle } from './find-article.ts'

interface DownloadOptions {
  /** A number, the address of its page, or its title. */
  article: string | undefined
  output?: string
  force?: boolean
}

export function addFaqDownload(faq: Command, context: Context, run = download): void {
  const { t } = context
  const command = described(faq.command('download'), 'faq.download', t)
    .addArgument(articleArgument(t))
    .option('-o, --output <folder>', t('download.option.output'))
    .option('--force', t('download.option.force'))
    .action((article: string | undefined, flags: Omit<DownloadOptions, 'article'>) =>
      run({ article, ...flags }, context),
    )
  command.examples = ['ipeos faq download 2', 'ipeos faq download zimbra -o documents']
  knowValues(command, { '--output': 'folder' })
}

/** All documents of an article; those that fail are named (7). */
async function download({ article: named, ...options }: DownloadOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const id = await findArticle(named, 'download', context)
  if (id === undefined) return
  const { faq } = await context.platform()
  const article = await terminal.during(t('faq.loading'), faq.get(id))
  const { documents } = article
  if (documents.length === 0) throw new NotFound('no-article-documents', { id })
  if (isToOutput(options)) {
    const document = onlyOne(documents)
    return pourDocument(document, () => faq.download(id, document.id), options, context)
  }
  const failed: IpeosError[] = []
  for (const document of documents) {
    const failure = await tryToKeep(document, article, options, faq, context)
    if (failure) failed.push(failure)
  }
  context.ifInterrupted(undefined)
  const [first] = failed
  if (!first) return
  if (failed.length === documents.length) throw first
  const parameters = { saved: documents.length - failed.length, count: documents.length }
  throw new PartlyDone('some-article-documents', { ...parameters, id })
}

/** Why a document could not be had; undefined when it is there. */
async function tryToKeep(
  document: ArticleDocument,
  { id }: Article,
  { output = '.', force = false }: Omit<DownloadOptions, 'article'>,
  faq: Faq,
  { terminal, files, ifInterrupted, t }: Context,
): Promise<IpeosError | undefined> {
  const { fileName } = await import('../../terminal/sanitize.ts')
  let bar: Progress | undefined
  try {
    const fetching = faq.download(id, document.id)
    const { stream, size: expected } = await terminal.during(
      t('download.fetching', { name: document.fileName }),
      fetching,
    )
    bar = expected === undefined ? undefined : terminal.progress(document.fileName, expected)
    let size = 0
    const command = `ipeos faq download ${id}`
    const { path } = await files.keep(
      output,
      { name: fileName(document.fileName), stream },
      {
        replace: force,
        onProgress: (bytes) => {
          size = bytes
          bar?.at(bytes)
        },
        onPart: (remove) => ifInterrupted({ key: 'download.interrupted', parameters: { command } }, remove),
      },
    )
    // One line for each: the bar gives way to it.
    if (terminal.outputIsTerminal) terminal.note('download.saved', { path, size: sizeWord(size, t.language) })
    else terminal.print(path)
    return undefined
  } catch (error) {
    bar?.end(true)
    if (!(error instanceof IpeosError)) throw error
    terminal.warn('download.failed', { name: document.fileName, reason: t(error.text) })
    return error
  }
}
