import { type PagerOptions, throughPager } from './program/pager.ts'
import type { Output } from './stream.ts'
import { widthOf } from './width.ts'

interface PartsOptions {
  output: Output
  /** Where what is longer than the screen may go through the person's pager. */
  pager: PagerOptions | undefined
  write(text: string): void
}

/**
 * Writes the first lines of a page, then what is awaited. Where both are for the pager, they go there together: the first
 * lines are taken off the screen, and nothing else may be written meanwhile.
 */
export async function pageInParts(
  start: string,
  rest: () => Promise<string>,
  { output, pager, write }: PartsOptions,
): Promise<void> {
  write(start)
  const whole = `${start}${await rest()}`
  let seen = start
  const takeOff = (): void => {
    seen = ''
    output.write(`\u001b[${rowsOf(start, output)}A\u001b[J`)
  }
  if (pager && (await throughPager(whole, { ...pager, beforeStart: takeOff }))) return
  write(whole.slice(seen.length))
}

function rowsOf(text: string, { columns = 80 }: Output): number {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0)
}
