import { Cancelled } from '../../errors/error.ts'

/** The person left in the middle of a text: what was typed of it goes to whoever asked. */
export class LeftText extends Cancelled {
  constructor(readonly typed: string) {
    super('cancelled')
  }
}

/** Runs the typing of a text; what was typed of one that is left is told before the rejection. */
export async function tellingLeft(
  ifLeft: ((typed: string) => unknown) | undefined,
  typing: Promise<string>,
): Promise<string> {
  try {
    return await typing
  } catch (error) {
    if (error instanceof LeftText && error.typed.trim() !== '') await ifLeft?.(error.typed.trimEnd())
    throw error
  }
}
