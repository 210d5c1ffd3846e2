import type { Contract } from '../../itil/contract.ts'

export interface Contracts {
  /** Those that this account may see. Rejects with `NotAllowed` where its profile may read none, as a customer's usually. */
  list(): Promise<Contract[]>
}
