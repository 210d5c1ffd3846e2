const unit: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `90s`, `10m`, `2h`, `1d`, or of seconds alone; undefined for anything else, and for nothing. */
export function milliseconds(text: string): number | undefined {
  const [, amount = '', name = 's'] = /^(\d{1,9}(?:\.\d{1,3})?)([smhd])?$/i.exec(text.trim()) ?? []
  const length = Math.round(Number(amount) * (unit[name.toLowerCase()] ?? 0))
  return amount !== '' && length > 0 ? length : undefined
}
