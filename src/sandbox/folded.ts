/** Text as MariaDB compares it: without case and accents. */
export function folded(text: string): string {
  const lower = text.toLowerCase()
  // Most are, and there are many.
  return /^[ -~\s]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}
