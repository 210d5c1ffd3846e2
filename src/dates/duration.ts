import { spokenLength } from './spoken-length.ts'

const day = 86_400_000

/**
 * Milliseconds of a length as `--for` takes it (`90s`, `10m`, `1h30`, «2 jours»), or of seconds alone; undefined for anything
 * else, for nothing, and for months, which are of no fixed length.
 */
export function milliseconds(text: string): number | undefined {
  const said = text.trim()
  const seconds = /^\d{1,9}(?:\.\d{1,3})?$/.test(said) ? Number(said) * 1000 : undefined
  const length = seconds ?? fixedLength(said)
  return length !== undefined && length > 0 ? Math.round(length) : undefined
}

function fixedLength(text: string): number | undefined {
  // A part of one: `1.5h`.
  const [, amount, name = ''] = /^(\d{1,9}\.\d{1,3}) ?(\p{L}+)$/u.exec(text) ?? []
  const said = spokenLength(amount === undefined ? text : `1 ${name}`)
  if (!said || said.months > 0) return undefined
  return (said.days * day + said.milliseconds) * Number(amount ?? 1)
}
