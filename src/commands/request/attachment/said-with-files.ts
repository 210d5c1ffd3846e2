import type { Context } from '../../../app/context.ts'
import { asDraftFiles } from '../../../drafts/file/draft-files.ts'
import type { About, Begun } from '../../../drafts/unfinished-text.ts'
import { typedOnTicket } from '../../../drafts/unfinished-text.ts'
import { imageReferences, isImageName } from '../../../glpi/document/inline/image-reference.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { asGiven, type GivenFile } from '../file-option.ts'
import { askForFiles } from './ask-files.ts'
import { imagesOrWhy, takeImages } from './images-in-text.ts'
import { type LastLook, lookOver } from './last-look.ts'

interface Said extends Pick<LastLook, 'ticket' | 'effect'> {
  message: string
  /** What is said of an empty text. */
  textNeeded: string
  /** Bytes of each file; undefined where no file is asked for. */
  limit: number | undefined
  /** Bytes of each image that the text names; as of the files by default. */
  imageLimit?: number
  /** Names of files that go along whatever is said. */
  attached?: readonly string[]
}

type Step = 'files' | 'send' | 'text'

/**
 * Asks for what is to be said on a ticket, then for files, and shows both before they leave; they are kept as they come, and
 * stand there the next time.
 */
export function askWithFiles(
  about: About,
  said: Said,
  context: Context,
): Promise<{ text: string; files: GivenFile[]; forget?(): Promise<void> }> {
  const { limit, imageLimit = limit } = said
  return typedOnTicket(
    about,
    async (begun) => {
      const isShown = ({ name }: { name: string }) => isImageName(name) && namesIn(begun.default).includes(name)
      const taken = limit === undefined ? begun.files.filter(isShown) : begun.files
      const files = await filesOf(taken, imageLimit, context)
      return new SaidWithFiles(said, begun, files, context).ask()
    },
    context,
  )
}

class SaidWithFiles {
  #text: string | undefined
  /** Of the files nothing is left to ask. */
  #isAsked: boolean

  constructor(
    private readonly said: Said,
    private readonly begun: Begun,
    private files: GivenFile[],
    private readonly context: Context,
  ) {
    this.#text = begun.default
    this.#isAsked = said.limit === undefined
  }

  async ask(): Promise<{ text: string; files: GivenFile[] }> {
    const { limit, attached = [], ticket, effect } = this.said
    let text = ''
    let step: Step = 'text'
    for (;;) {
      if (step === 'text') {
        text = await this.#askForText()
        step = this.#isAsked ? 'send' : 'files'
      } else if (step === 'files' && limit !== undefined) {
        step = (await this.#askForFiles(limit)) ? 'send' : 'text'
      } else {
        const shown = { text, files: [...attached.map((name) => ({ name })), ...this.files] }
        step = await lookOver(shown, { ticket, effect, takesFiles: limit !== undefined }, this.context)
        if (step === 'send') return { text, files: this.files }
      }
    }
  }

  async #askForText(): Promise<string> {
    const { message, textNeeded, limit, imageLimit = limit, attached = [] } = this.said
    const { whileTyping } = this.begun
    const written = { attached: [...attached, ...this.files.map(({ name }) => name)], limit: imageLimit }
    const why = imagesOrWhy(written, this.context)
    const validate = (text: string) => (text.trim() === '' ? textNeeded : why(text))
    const before = this.#text === undefined ? {} : { default: this.#text }
    const typed = await this.context.prompts.text({ message, validate, whileTyping, ...before })
    const { text, images } = await takeImages({ ...written, text: typed }, this.context)
    if (images.length > 0) await this.#keep([...this.files, ...images])
    await whileTyping(text)
    this.#text = text
    return text
  }

  /** False where the person went back. */
  async #askForFiles(limit: number): Promise<boolean> {
    const keep = (files: GivenFile[]) => this.#keep(files)
    const files = await unlessBack(askForFiles({ given: this.files, limit, keep, back: true }, this.context))
    if (!files) return false
    this.files = files
    this.#isAsked = true
    return true
  }

  async #keep(files: GivenFile[]): Promise<void> {
    this.files = files
    await this.begun.keepFiles(await asDraftFiles(files))
  }
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
