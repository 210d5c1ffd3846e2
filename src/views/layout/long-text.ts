import { readText } from '../../terminal/html.ts'
import { wrapped } from '../../terminal/width.ts'
import type { Look } from '../look.ts'

/** A text of the platform, and a line about what of it is not shown, where it has no end. */
export async function viewLongText(
  html: string,
  { style, t, width }: Pick<Look, 'style' | 't' | 'width'>,
): Promise<string> {
  const { text, left } = await readText(html, width)
  return left === 0 ? text : `${text}\n\n${style.dim(wrapped(t('show.left-out', { count: left }), width))}`
}
