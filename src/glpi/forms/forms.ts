import type { FormPage, SiteForm } from '../../itil/site-form.ts'

/** The forms that a site of GLPI 11 made for its customers. */
export interface Forms {
  /**
   * All that this account may answer, those in categories too, in the site's order. Rejects with `Failed`
   * (`no-catalogue`) on GLPI 10, which has one form alone, and with `NotAllowed` where the site shows none.
   */
  list(): Promise<SiteForm[]>
  /** One form, whole. Rejects with `NotFound` when there is none of that number, `NotAllowed` when it is not for this account. */
  read(id: number): Promise<FormPage>
  /** The page on the web where it is. */
  link(id: number): Promise<string>
}
