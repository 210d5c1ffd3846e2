const day = 86_400_000

/**
 * What a zone is ahead of UTC at a time (milliseconds since 1970), asked once a day: Intl takes microseconds for each
 * answer, which a hundred thousand dates would feel. Undefined near a change of the clocks, where it must be asked exactly.
 */
export function steadyOffset(offsetAt: (time: number) => number): (time: number) => number | undefined {
  const known = new Map<number, number | undefined>()
  return (time) => {
    const date = Math.floor(time / day)
    if (known.has(date)) return known.get(date)
    const [before, after] = [offsetAt((date - 1) * day), offsetAt((date + 2) * day)]
    const steady = before === after && before === offsetAt(date * day) ? before : undefined
    known.set(date, steady)
    return steady
  }
}
