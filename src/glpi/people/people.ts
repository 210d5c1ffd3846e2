import type { FoundPeople } from '../../itil/ticket-form.ts'

/** Those whom the site offers as observers: nobody else sees a ticket. Both reject with `Failed` where it says nothing of them. */
export interface People {
  /** Those whom these words find, all for none, page by page from 1. */
  find(words: string, page: number): Promise<FoundPeople>
  /** Whether somebody may be named by an e-mail address alone. */
  byAddress(): Promise<boolean>
}
