import type { Contracts } from './contract.ts'
import type { Session } from './session.ts'

/** Contracts, whose part of the client is loaded when it is first asked for. */
export function lateContracts(session: Session): Contracts {
  return {
    async list() {
      const { listContracts } = await import('./contract.ts')
      return listContracts(session)
    },
  }
}
