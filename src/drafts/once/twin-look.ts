import { IpeosError, Unreachable } from '../../errors/error.ts'

/**
 * A look for tickets that something on the way made twice. One that fails by chance is taken once more. Whatever it fails
 * with says nothing of the tickets, which are there: it gives undefined.
 */
export async function lookForTwins<Found>(look: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await look().catch((error: unknown) => {
      if (error instanceof Unreachable && error.code !== 'time-out') return look()
      throw error
    })
  } catch (error) {
    if (error instanceof IpeosError) return undefined
    throw error
  }
}
