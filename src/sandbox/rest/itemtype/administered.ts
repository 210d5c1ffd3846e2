import type { TableName, Tables } from '../../store/tables.ts'
import { type Call, NotDone, notDone } from '../answer.ts'
import type { Fields, Resource } from '../resource.ts'

/** What an administrator makes, changes and takes away: the columns of a blank one, and nothing else. */
export function administered<K extends TableName>(
  name: K,
  blank: (call: Call) => Omit<Tables[K], 'id'>,
): Pick<Required<Resource>, 'create' | 'update' | 'remove'> {
  return {
    create: (call, input) => {
      refuseOthers(call)
      const { id } = call.site.store.add(name, filled(blank(call), input))
      return { id, message: '' }
    },
    update: (call, id, input) => {
      refuseOthers(call)
      const row = call.site.store.get(name, id)
      if (!row) throw new NotDone('')
      call.site.store.put(name, { ...filled({ ...blank(call), ...row }, input), id })
    },
    remove: (call, id) => {
      refuseOthers(call)
      call.site.store.remove(name, id)
    },
  }
}

function refuseOthers(call: Call): void {
  if (!call.viewer.profile.administers) throw notDone(call, 'rightMissing')
}

/** The columns as the input says, each of the kind that it has been. */
function filled<Columns extends object>(columns: Columns, input: Fields): Columns {
  const given = Object.entries(columns).flatMap(([name, value]) =>
    name in input ? [[name, alike(value, input[name])] as const] : [],
  )
  return { ...columns, ...Object.fromEntries(given) }
}

function alike(before: unknown, given: unknown): unknown {
  if (given === null) return null
  return typeof before === 'number' ? Number(given) : String(given)
}
