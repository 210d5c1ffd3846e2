import { IpeosError, NotLoggedIn } from '../../errors/error.ts'
import { type Element, readPage, textOf } from '../form/dom.ts'
import { FormHidden, openSite } from '../form/site.ts'
import { plainSentence } from '../html.ts'
import type { Http } from '../http/http.ts'
import type { Session } from '../session/session.ts'

const tab = '_target=/front/ticket.form.php&_itemtype=Ticket&_glpi_tab=Ticket$main'

/**
 * The authors of what stands on the page of a ticket, by what they wrote: `ITILFollowup_12`. Full names stand there alone
 * (GLPI-CUSTOMER.md, h). Undefined where the site does not show it.
 */
export async function authorsOnPage(
  session: Session,
  http: Http,
  ticketId: number,
): Promise<Map<string, string> | undefined> {
  try {
    const site = await openSite(session, http)
    return authorsIn(await site.page(`ajax/common.tabs.php?${tab}&id=${ticketId}`))
  } catch (error) {
    // Names are only good to know, and a site whose API answers may show no pages.
    if (error instanceof FormHidden || (error instanceof IpeosError && !(error instanceof NotLoggedIn)))
      return undefined
    throw error
  }
}

function authorsIn(html: string): Map<string, string> {
  const page = readPage(html)
  const authors = new Map<string, string>()
  let item: string | undefined
  for (const element of page.elements) {
    if (isItem(element)) item = isWithinItem(element) ? undefined : keyOf(element)
    // Beside what changed it later, the author comes first.
    else if (item !== undefined && isPerson(element)) {
      const name = plainSentence(textOf(element))
      if (name !== '' && !authors.has(item)) authors.set(item, name)
      item = undefined
    }
  }
  return authors
}

function isItem({ attributes }: Element): boolean {
  return attributes['data-itemtype'] !== undefined && attributes['data-items-id'] !== undefined
}

function keyOf({ attributes }: Element): string {
  return `${attributes['data-itemtype']}_${attributes['data-items-id']}`
}

function isPerson({ name, attributes }: Element): boolean {
  return name === 'span' && /^user_\d+$/.test(attributes.id ?? '')
}

/** No page of GLPI is as deep. */
const deepest = 100

/** What somebody wrote may look like an item of the page; it stands within one. */
function isWithinItem({ parent }: Element): boolean {
  let above = parent
  for (let depth = 0; above && depth < deepest; depth += 1) {
    if (isItem(above)) return true
    above = above.parent
  }
  return above !== undefined
}
