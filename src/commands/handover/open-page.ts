import type { Context } from '../../app/context.ts'
import { plain } from '../../terminal/sanitize.ts'

/** Opens a page of the platform in the person's browser; where none opens, its address is printed, to be opened elsewhere. */
export async function openPage(url: string, { terminal, browse }: Pick<Context, 'terminal' | 'browse'>): Promise<void> {
  if (await browse(url)) return terminal.note('show.opened-page', { url })
  terminal.note('show.no-browser')
  terminal.print(plain(url))
}
