import { NotAllowed, NotFound } from '../../errors/error.ts'

/** What stands beside a ticket; undefined where this profile may not read it: whether there is a ticket, the ticket says. */
export async function whereGiven<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return undefined
    throw error
  }
}
