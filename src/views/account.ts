import type { AccountRecord } from '../records/account.ts'
import { markedTable } from './layout/marked-table.ts'
import type { Look } from './look.ts'

/** Accounts whose logins are kept here. */
export function accountTable(accounts: AccountRecord[], look: Look): string {
  const { t } = look
  const entityOf = ({ entity }: AccountRecord) =>
    entity === 'all' ? t('entity.use.all') : (entity?.split(' > ').at(-1) ?? '')
  return markedTable(
    accounts,
    [
      { head: t('account.name'), of: ({ name }) => name, minWidth: 20 },
      { head: t('whoami.profile'), of: ({ profile }) => profile ?? '', minWidth: 10, dropRank: 3 },
      { head: t('whoami.entity'), of: entityOf, minWidth: 8, dropRank: 2 },
      { head: t('whoami.secret'), of: ({ storage }) => t(`account.storage.${storage}`), dropRank: 1 },
    ],
    look,
  )
}
