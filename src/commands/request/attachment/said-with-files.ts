import type { Context } from '../../../app/context.ts'
import { asDraftFiles } from '../../../drafts/file/draft-files.ts'
import type { About, Begun } from '../../../drafts/unfinished-text.ts'
import { typedOnTicket } from '../../../drafts/unfinished-text.ts'
import { imageReferences, isImageName } from '../../../glpi/document/inline/image-reference.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { asGiven, type GivenFile } from '../file-option.ts'
import { askForFiles } from './ask-files.ts'
import { imagesOrWhy, takeImages } from './images-in-text.ts'

interface Said {
  message: string
  /** What is said of an empty text. */
  textNeeded: string
  /** Bytes of each file; undefined where no file is asked for. */
  limit: number | undefined
  /** Bytes of each image that the text names; as of the files by default. */
  imageLimit?: number
  /** Names of files that go along whatever is said. */
  attached?: readonly string[]
  /** Asked last; rejects where it is not to be sent. */
  agree?(): Promise<void>
}

/** Asks for what is to be said on a ticket, then for files; both are kept as they come, and stand there the next time. */
export function askWithFiles(
  about: About,
  { message, textNeeded, limit, imageLimit = limit, attached = [], agree }: Said,
  context: Context,
): Promise<{ text: string; files: GivenFile[]; forget?(): Promise<void> }> {
  const { prompts } = context
  return typedOnTicket(
    about,
    async ({ files: begun, keepFiles, ...typing }) => {
      const isShown = ({ name }: { name: string }) => isImageName(name) && namesIn(typing.default).includes(name)
      let given = await filesOf(limit === undefined ? begun.filter(isShown) : begun, imageLimit, context)
      const keep = async (files: GivenFile[]) => {
        given = files
        await keepFiles(await asDraftFiles(files))
      }
      const askForText = async (before?: string): Promise<string> => {
        const written = { attached: [...attached, ...given.map(({ name }) => name)], limit: imageLimit }
        const why = imagesOrWhy(written, context)
        const validate = (text: string) => (text.trim() === '' ? textNeeded : why(text))
        const typed = await prompts.text({
          ...{ message, validate, ...typing },
          ...(before !== undefined && { default: before }),
        })
        const { text, images } = await takeImages({ ...written, text: typed }, context)
        if (images.length > 0) await keep([...given, ...images])
        return text
      }
      let text = await askForText()
      if (limit === undefined) {
        await agree?.()
        return { text, files: given }
      }
      for (;;) {
        await typing.whileTyping(text)
        const files = await unlessBack(askForFiles({ given, limit, keep, back: true }, context))
        if (files) {
          await agree?.()
          return { text, files }
        }
        text = await askForText(text)
      }
    },
    context,
  )
}

function namesIn(text = ''): string[] {
  return imageReferences(text).map(({ path }) => path)
}

/** Those that were given before, and can still be sent; of the others it is told why they are gone. */
async function filesOf(
  begun: Begun['files'],
  limit: number | undefined,
  { files, terminal, t }: Context,
): Promise<GivenFile[]> {
  const found: GivenFile[] = []
  for (const { path } of begun) {
    const check = await files.check(path, limit)
    if ('file' in check) found.push(asGiven(check))
    else terminal.warn('draft.file-gone', { reason: t(check.problem.text) })
  }
  return found
}
