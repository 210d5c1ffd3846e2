/** Deeper than what anybody writes in good faith; what goes through each level by itself would not come back. */
const mostLevels = 100

/** What a file's text says; undefined when it is not JSON, or of more than a hundred levels. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isWithin(value, mostLevels) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  for (const part of Object.values(value)) if (!isWithin(part, levels - 1)) return false
  return true
}
