import type { EntityRecord, ProfileRecord } from '../records/role.ts'
import { type MarkedColumn, markedTable } from './layout/marked-table.ts'
import type { Look } from './look.ts'

/** Profiles that one holds, and on which entities. */
export function profileTable(profiles: ProfileRecord[], look: Look): string {
  const { t } = look
  const columns: MarkedColumn<ProfileRecord>[] = [
    { head: t('role.number'), of: ({ id }) => String(id), align: 'right', dropRank: 1 },
    { head: t('whoami.profile'), of: ({ name }) => name, minWidth: 12 },
    { head: t('profile.entities'), of: ({ entities }) => entities.join(', '), minWidth: 12 },
  ]
  return markedTable(profiles, columns, look)
}

/** Entities that one may be on. */
export function entityTable(entities: EntityRecord[], look: Look): string {
  const { t } = look
  const columns: MarkedColumn<EntityRecord>[] = [
    { head: t('role.number'), of: ({ id }) => String(id), align: 'right', dropRank: 1 },
    { head: t('whoami.entity'), of: ({ name }) => name, minWidth: 12 },
  ]
  return markedTable(entities, columns, look)
}
