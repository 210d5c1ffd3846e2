import type { FormsAccess } from '../forms/form-site.ts'
import type { People } from './people.ts'

/** As the pages of this version tell them. */
export async function peopleOf(access: FormsAccess): Promise<People> {
  const { glpiVersion } = await access.session.verified()
  if (Number.parseInt(glpiVersion, 10) >= 11) {
    const { People11 } = await import('./people-11.ts')
    return new People11(access)
  }
  const { People10 } = await import('./people-10.ts')
  return new People10(access.session, access.http)
}
