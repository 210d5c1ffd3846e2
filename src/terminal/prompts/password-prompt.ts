import { createPrompt, isEnterKey, useKeypress, useState } from '@inquirer/core'
import { masked } from './mask.ts'
import { isBackKey } from './went-back.ts'

export interface PasswordConfig {
  message: string
  /** What the keys do, on lines that fit; empty where nothing is to be said, or there is no room. */
  hint: string
  /** Said where somebody wants to go back, and cannot. */
  noWayBack: string
  validate(value: string): Promise<true | string>
  look: PasswordLook
}

export interface PasswordLook {
  prefix: { idle: string; done: string }
  question(text: string, status: string): string
  error(text: string): string
  hint(text: string): string
}

/**
 * A secret: each key shows that it was heard, and not which; nothing of it stays once it is given, or refused: who types it
 * again cannot see that something stands there.
 */
export const askPassword = createPrompt<string, PasswordConfig>(
  ({ message, hint, noWayBack, validate, look }, done) => {
    const [status, setStatus] = useState<'idle' | 'loading' | 'done'>('idle')
    const [value, setValue] = useState('')
    const [refusal, setRefusal] = useState('')
    const [isHeld, setHeld] = useState(false)

    useKeypress(async (key, readline) => {
      if (status !== 'idle') return
      setHeld(isBackKey(key))
      if (!isEnterKey(key)) {
        setValue(readline.line)
        setRefusal('')
        return
      }
      setStatus('loading')
      const verdict = await validate(value)
      if (verdict === true) {
        setStatus('done')
        done(value)
      } else {
        setValue('')
        setRefusal(verdict)
        setStatus('idle')
      }
    })

    const prefix = status === 'done' ? look.prefix.done : look.prefix.idle
    const shown = status === 'done' ? '' : masked(value, '●')
    const question = look.question(message, status)
    const line = [prefix, question, shown].join(' ').trimEnd() + (shown ? '' : ' ')
    if (status === 'done') return line
    const said = isHeld ? noWayBack : hint
    return [line, refusal ? look.error(refusal) : said && look.hint(said)]
  },
)
