import { unfit } from './unfit.ts'
import type { Value } from './value.ts'

/** What `printf` of Go makes of its commonest verbs: %s %v %q %d %x %t %f %%, with width, `-`, `0` and precision. */
export function formatted(format: string, given: readonly Value[]): string {
  const left = [...given]
  const text = format.replace(/%([-0]*)(\d*)(?:\.(\d+))?(.)/gs, (found, flags, width, precision, verb) => {
    if (verb === '%') return '%'
    if (left.length === 0) throw unfit('--template', 'template.printf-empty', { verb: found })
    const value = verbs[verb]?.(left.shift(), precision === undefined ? undefined : Number(precision))
    if (value === undefined) throw unfit('--template', 'template.printf-verb', { verb: found })
    const wide = Math.min(Number(width), widest)
    if (flags.includes('-')) return value.padEnd(wide)
    return value.padStart(wide, flags.includes('0') ? '0' : ' ')
  })
  if (left.length > 0) throw unfit('--template', 'template.printf-left', { value: textOf(left[0]) })
  return text
}

const widest = 1_000

const verbs: Record<string, (value: Value, precision: number | undefined) => string> = {
  s: (value, precision) => textOf(value).slice(0, precision),
  v: textOf,
  q: (value) => JSON.stringify(textOf(value)),
  t: (value) => String(Boolean(value)),
  d: (value) => String(Math.trunc(numberOf(value))),
  x: (value) => Math.trunc(numberOf(value)).toString(16),
  f: (value, precision = 6) => numberOf(value).toFixed(Math.min(precision, 20)),
}

function textOf(value: Value): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  throw unfit('--template', 'template.no-number', { value: textOf(value) || 'null' })
}
