import { createPrompt, isBackspaceKey, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core'
import { isBackKey } from './went-back.ts'

export interface LineConfig {
  message: string
  /** The message once it is answered. */
  answered: string
  /** Stands there already, to be changed. */
  preset: string
  /** A line that was emptied is an answer, and not what stood there. */
  mayBeEmpty: boolean
  /** What the keys do, on lines that fit; empty where nothing is to be said, or there is no room. */
  hint: string
  /** Said where somebody wants to go back, and cannot. */
  noWayBack: string
  validate(value: string): Promise<true | string>
  /** Told what stands there with each change. */
  onTyped(text: string): void
  look: LineLook
}

export interface LineLook {
  prefix: { idle: string; done: string }
  question(text: string, status: string): string
  answer(text: string): string
  /** What is answered where the line is empty. */
  usual(text: string): string
  error(text: string): string
  hint(text: string): string
}

/** A line that is typed; below it what is wrong, else what the keys do, which is gone once it is answered. */
export const askLine = createPrompt<string, LineConfig>(
  ({ message, answered, preset, mayBeEmpty, hint, noWayBack, validate, onTyped, look }, done) => {
    const [status, setStatus] = useState<'idle' | 'loading' | 'done'>('idle')
    const [value, setValue] = useState('')
    const [usual, setUsual] = useState(mayBeEmpty ? '' : preset)
    const [refusal, setRefusal] = useState('')
    const [isHeld, setHeld] = useState(false)

    useEffect((readline) => {
      if (preset === '') return
      readline.write(preset)
      setValue(preset)
    }, [])

    useKeypress(async (key, readline) => {
      if (status !== 'idle') return
      setHeld(isBackKey(key))
      if (!isEnterKey(key)) {
        if (isBackspaceKey(key) && value === '') setUsual('')
        setValue(readline.line)
        setRefusal('')
        return
      }
      const answer = value || usual
      setStatus('loading')
      const verdict = await validate(answer)
      if (verdict === true) {
        setValue(answer)
        setStatus('done')
        done(answer)
      } else {
        // Enter emptied the line: what stands there may still be corrected.
        readline.write(value)
        setRefusal(verdict)
        setStatus('idle')
      }
    })

    onTyped(value)
    const isDone = status === 'done'
    const prefix = isDone ? look.prefix.done : look.prefix.idle
    const unused = usual !== '' && value === '' && !isDone ? [look.usual(usual)] : []
    const shown = [
      prefix,
      look.question(isDone ? answered : message, status),
      ...unused,
      isDone ? look.answer(value) : value,
    ].join(' ')
    if (isDone) return shown
    const said = isHeld ? noWayBack : hint
    return [shown, refusal ? look.error(refusal) : said && look.hint(said)]
  },
)
