import type { Named, Person } from '../../itil/person.ts'
import type { HeldProfile, Role } from '../../itil/role.ts'

/** The roles of an account on the platform. */
export interface Roles {
  /** The profiles that this account holds. */
  profiles(): Promise<HeldProfile[]>
  /** The entities that its profile of now may take, those below included, by their full names. */
  entities(): Promise<Named[]>
  /** Takes another role, here and in the commands that use this session after. Rejects with `NotFound` for what one does not hold. */
  take(role: Role): Promise<Person>
  /**
   * Those of the other profiles that customers have (interface `helpdesk`). The platform says that only of a profile in
   * use, so each is taken in turn, and the first one again at the end: for a session that nothing else uses yet.
   */
  customerProfiles(): Promise<HeldProfile[]>
}
