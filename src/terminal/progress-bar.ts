import { sizeWord } from '../i18n/size.ts'
import type { Language, Message } from '../i18n/translate.ts'
import { plain } from './sanitize.ts'
import type { Output } from './stream.ts'
import type { Style } from './style.ts'
import type { Progress, ProgressUnit } from './terminal.ts'
import { cut, padded } from './width.ts'

const eraseLine = '\r\u001b[2K'
const cells = 20
/** Milliseconds. */
const sentenceEvery = 5000

/** A bar that other text may push aside: it is drawn again with the next step. */
export interface Bar extends Progress {
  hide(): void
}

/** One line that is written over while bytes go out, or tickets: a few lines here, in the place of a package that does far more. */
export function progressBar(
  { label, total, unit = 'bytes' }: { label: string; total: number; unit?: ProgressUnit | undefined },
  { output, style, language, width }: { output: Output; style: Style; language: Language; width: number },
): Bar {
  const size = `  ${unit === 'bytes' ? sizeWord(total, language) : total}`
  const room = Math.max(8, width - cells - size.length - 10)
  const name = padded(cut(plain(label), room), Math.min(room, 30))
  let shown = ''
  const draw = (line: string): void => {
    if (line === shown) return
    output.write(`${eraseLine}${line}`)
    shown = line
  }
  return {
    at: (done) => {
      const part = total > 0 ? Math.min(1, Math.max(0, done / total)) : 1
      const full = Math.floor(part * cells)
      const percent = `${Math.floor(part * 100)}`.padStart(3)
      draw(`  ${name}  ${style.cyan('█'.repeat(full))}${style.dim('░'.repeat(cells - full))} ${percent}\u00a0%`)
    },
    hide: () => {
      if (shown) output.write(eraseLine)
      shown = ''
    },
    end: (failed = false) => {
      draw(`${failed ? style.red('✗') : style.green('✓')} ${name}${size}`)
      output.write('\n')
      shown = ''
    },
  }
}

/** Where there is no terminal, nobody watches. */
export const noBar: Bar = { at: () => undefined, hide: () => undefined, end: () => undefined }

/** In sentences, where nothing may be drawn: how far it is every few seconds, and how it ended. */
export function toldProgress(
  { label, total }: { label: string; total: number },
  tell: (message: Message) => void,
  now = () => Date.now(),
): Bar {
  let lastTold = now()
  return {
    ...noBar,
    at: (done) => {
      if (total <= 0 || now() - lastTold < sentenceEvery) return
      lastTold = now()
      tell({ key: 'terminal.progress', parameters: { label, percent: Math.floor((done / total) * 100) } })
    },
    end: (failed = false) => tell({ key: failed ? 'terminal.failed' : 'terminal.done', parameters: { label } }),
  }
}
