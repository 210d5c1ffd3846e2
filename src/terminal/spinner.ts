import type { HoldTerminal } from './hold-terminal.ts'
import type { Output } from './stream.ts'

/** Quick work shows nothing: a spinner that flashes says less than none. */
const patience = 500

/** Takes the spinner off the screen; it is drawn again with its next turn. */
export type Hide = () => void

interface Spin {
  output: Output
  text(): string
  colors: boolean
  onShown(hide: Hide): void
  holdTerminal?: HoldTerminal | undefined
}

/** Turns a spinner while the work lasts; loaded only when it lasts. `onShown` is given how to hide it for a moment. */
export async function spinWhile<Result>(
  work: Promise<Result>,
  { output, text, colors, onShown, holdTerminal }: Spin,
): Promise<Result> {
  let over = false
  let stop = (): void => undefined
  const timer = setTimeout(async () => {
    const { default: createSpinner } = await import('yocto-spinner')
    if (over) return
    // Signals are main's; it shows the cursor again.
    const spinner = createSpinner({
      text: text(),
      stream: output as NodeJS.WriteStream,
      handleSignals: false,
      ...frames(colors),
    })
    spinner.start()
    onShown(() => spinner.isSpinning && spinner.clear())
    const renewing = setInterval(() => {
      spinner.text = text()
    }, 2 * patience)
    const held = holdTerminal?.({
      giveBack: () => spinner.stop(),
      takeAgain: () => spinner.start(),
    })
    stop = () => {
      clearInterval(renewing)
      spinner.stop()
      held?.letGo()
    }
  }, patience)
  try {
    return await work
  } finally {
    over = true
    clearTimeout(timer)
    stop()
  }
}

/** Says once what takes its time, where nothing may move. */
export async function tellWhile<Result>(work: Promise<Result>, tell: () => void): Promise<Result> {
  const timer = setTimeout(tell, 2 * patience)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}

/** The package colours its frames whatever `--color` says; a reset at the head of each frame undoes it. */
function frames(colors: boolean): { spinner?: { frames: string[]; interval: number } } {
  const dots = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
  return colors ? {} : { spinner: { frames: dots.map((dot) => `\u001b[0m${dot}`), interval: 80 } }
}
