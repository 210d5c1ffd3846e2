import type { FormPage, SiteForm } from '../../itil/site-form.ts'
import type { FormTicket, OpenForm } from './open-form.ts'

/** The forms that a site of GLPI 11 made for its customers. */
export interface Forms {
  /**
   * All that this account may answer, those in categories too, in the site's order. Rejects with `Failed`
   * (`no-catalogue`) on GLPI 10, which has one form alone, and with `NotAllowed` where the site shows none.
   */
  list(): Promise<SiteForm[]>
  /** One form, whole. Rejects with `NotFound` when there is none of that number, `NotAllowed` when it is not for this account. */
  read(id: number): Promise<FormPage>
  /** The same to be answered; what it asks of the site afterwards renews a dead session by itself, once. Rejects as `read`. */
  open(id: number): Promise<OpenForm>
  /**
   * The newest of the tickets that I may see and that came from a form of this stored title; 0 for none. One of a form
   * whose title ends so may stand in for it: none that came from this one is newer.
   */
  newestFrom(storedTitle: string): Promise<number>
  /** Those that I sent by it after that one, the oldest first, with the HTML of their texts; twenty at most. */
  allFrom(storedTitle: string, after: number): Promise<FormTicket[]>
  /** The page on the web where it is. */
  link(id: number): Promise<string>
}
