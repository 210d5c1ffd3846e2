import type { Context } from '../../../app/context.ts'
import { asDraftFiles } from '../../../drafts/draft-files.ts'
import type { About, Begun } from '../../../drafts/unfinished-text.ts'
import { typedOnTicket } from '../../../drafts/unfinished-text.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { asGiven, type GivenFile } from '../file-option.ts'
import { askForFiles } from './ask-files.ts'

interface Said {
  message: string
  /** What is said of an empty text. */
  textNeeded: string
  /** Bytes of each file; undefined where no file is asked for. */
  limit: number | undefined
  /** Asked last; rejects where it is not to be sent. */
  agree?(): Promise<void>
}

/** Asks for what is to be said on a ticket, then for files; both are kept as they come, and stand there the next time. */
export function askWithFiles(
  about: About,
  { message, textNeeded, limit, agree }: Said,
  context: Context,
): Promise<{ text: string; files: GivenFile[]; forget?(): Promise<void> }> {
  const { prompts } = context
  const validate = (text: string) => text.trim() !== '' || textNeeded
  return typedOnTicket(
    about,
    async ({ files: begun, keepFiles, ...typing }) => {
      let text = await prompts.text({ message, validate, ...typing })
      if (limit === undefined) {
        await agree?.()
        return { text, files: [] }
      }
      let given = await filesOf(begun, limit, context)
      const keep = async (files: GivenFile[]) => {
        given = files
        await keepFiles(await asDraftFiles(files))
      }
      for (;;) {
        await typing.whileTyping(text)
        const files = await unlessBack(askForFiles({ given, limit, keep, back: true }, context))
        if (files) {
          await agree?.()
          return { text, files }
        }
        text = await prompts.text({ message, validate, ...typing, default: text })
      }
    },
    context,
  )
}

/** Those that were given before, and can still be sent; of the others it is told why they are gone. */
async function filesOf(begun: Begun['files'], limit: number, { files, terminal, t }: Context): Promise<GivenFile[]> {
  const found: GivenFile[] = []
  for (const { path } of begun) {
    const check = await files.check(path, limit)
    if ('file' in check) found.push(asGiven(check))
    else terminal.warn('draft.file-gone', { reason: t(check.problem.text) })
  }
  return found
}
