import { PROFILES } from '../../profiles.ts'
import type { Site } from '../../site.ts'
import type { AssetRow } from '../../store/asset-rows.ts'
import type { GroupRow } from '../../store/group-rows.ts'
import type { EntityRow } from '../../store/rows.ts'
import { isInReach } from '../../viewer.ts'
import { type Call, notDone } from '../answer.ts'
import { CONTRACT_TYPES } from '../expand.ts'
import { type Fields, fixedResource, type Resource, tableResource } from '../resource.ts'
import { administered } from './administered.ts'

/** What a central profile reads and a customer does not (contract steps "Self-Service reads …"), unless the site says so. */
function readsConfiguration({ viewer }: Call): boolean {
  return viewer.profile.readsConfiguration
}

function readsAssets(call: Call): boolean {
  return readsConfiguration(call) || call.site.configuration.customerMayReadAssets
}

/** Whether something of this entity is seen from the active ones: in one of them, or above one of them and recursive. */
function isInScope({ viewer, site }: Call, entityId: number, isRecursive: 0 | 1): boolean {
  return isInReach(site.store, viewer, { entities_id: entityId, is_recursive: isRecursive })
}

const ASSETS = ['Computer', 'Monitor', 'Peripheral', 'Phone', 'Printer'] as const

function assetResource(name: (typeof ASSETS)[number]): Resource {
  return tableResource(name, {
    mayList: readsAssets,
    mayRead: (call, asset: AssetRow) => asset.is_deleted === 0 && isInScope(call, asset.entities_id, 0),
    show: (_call, asset) => ({
      ...asset,
      otherserial: '',
      states_id: 0,
      locations_id: 0,
      manufacturers_id: 0,
      is_template: 0,
    }),
    ...administered(
      name,
      ({ site }): Omit<AssetRow, 'id'> => ({
        ...{ name: '', serial: '', comment: '', entities_id: 0, users_id: 0, is_deleted: 0 },
        ...{ date_creation: site.time.now(), date_mod: site.time.now() },
      }),
    ),
  })
}

const software = tableResource('Software', {
  mayList: readsAssets,
  mayRead: (call, row) => row.is_deleted === 0 && isInScope(call, row.entities_id, 0),
  show: (_call, row) => ({ ...row, users_id: 0, is_template: 0 }),
})

const group = tableResource('Group', {
  mayList: readsConfiguration,
  mayRead: (call, row) => isInScope(call, row.entities_id, row.is_recursive),
  ...administered(
    'Group',
    (): Omit<GroupRow, 'id'> => ({
      ...{ name: '', entities_id: 0, is_recursive: 0, is_watcher: 0, is_requester: 0, is_assign: 0 },
    }),
  ),
})

const groupUser = tableResource('Group_User', {
  mayList: readsConfiguration,
  mayRead: () => true,
  ...administered('Group_User', () => ({ groups_id: 0, users_id: 0 })),
})

const category = tableResource('ITILCategory', {
  mayList: readsAssets,
  mayRead: (call, row) => isInScope(call, row.entities_id, row.is_recursive),
  show: ({ site }, row) => ({ ...row, ...typesAndTemplates(site, row.id), users_id: 0, groups_id: 0, code: '' }),
})

/** For which types a category is, and the numbers of the templates that it has of its own, 0 for none. */
function typesAndTemplates({ configuration }: Site, id: number): Fields {
  const only = configuration.categoryTypes[id]
  const own = configuration.categoryTemplates[id]
  return {
    ...{ is_incident: only === 'request' ? 0 : 1, is_request: only === 'incident' ? 0 : 1 },
    ...{ tickettemplates_id_incident: own?.incident?.id ?? 0, tickettemplates_id_demand: own?.request?.id ?? 0 },
  }
}

const entity = tableResource('Entity', {
  mayList: readsConfiguration,
  mayRead: ({ viewer }, row) => viewer.entities.has(row.id),
  show: (_call, row) => ({ ...surveyColumns(row), ...row }),
  update: updateEntity,
})

/** How an entity asks about its tickets, as long as nobody said it. */
function surveyColumns({ entities_id }: EntityRow): Fields {
  return {
    ...{ inquest_config: entities_id === null ? 1 : -2, inquest_rate: 0, inquest_delay: 10, inquest_duration: 0 },
    ...{ inquest_max_rate: 5, inquest_default_rate: 3, inquest_mandatory_comment: 0, inquest_URL: '' },
  }
}

/** Of an entity only that changes here. */
function updateEntity(call: Call, id: number, input: Fields): void {
  const row = call.site.store.get('Entity', id)
  if (!row || !call.viewer.profile.administers) throw notDone(call, 'rightMissing')
  const given = Object.entries(surveyColumns(row)).flatMap(([name, value]) =>
    name in input ? [[name, typeof value === 'number' ? Number(input[name]) : String(input[name])]] : [],
  )
  call.site.store.put('Entity', { ...row, ...Object.fromEntries(given) })
}

const location = tableResource('Location', {
  mayList: readsConfiguration,
  mayRead: (call, row) => isInScope(call, row.entities_id, 1),
})

const MIDNIGHT = '00:00:00'

const contract = tableResource('Contract', {
  mayList: (call) => readsConfiguration(call) || call.site.configuration.customerMayReadContracts,
  mayRead: (call, row) => row.is_deleted === 0 && isInScope(call, row.entities_id, row.is_recursive),
  show: (_call, row) => ({
    contracttypes_id: 0,
    ...{ week_begin_hour: MIDNIGHT, week_end_hour: MIDNIGHT },
    ...row,
    ...{ use_saturday: 0, saturday_begin_hour: MIDNIGHT, saturday_end_hour: MIDNIGHT },
    ...{ use_sunday: 0, sunday_begin_hour: MIDNIGHT, sunday_end_hour: MIDNIGHT },
    ...{ notice: 0, periodicity: 0, billing: 0, accounting_number: '', max_links_allowed: 0, alert: 0, renewal: 0 },
    ...{ template_name: null, is_template: 0, states_id: 0, locations_id: 0 },
  }),
})

const user = tableResource('User', {
  mayList: readsConfiguration,
  mayRead: () => true,
  show: (
    _call,
    { password, api_token, shown_api_token, password_forget_token, password_forget_token_date, ...shown },
  ) => ({
    ...shown,
    is_active: 1,
    is_deleted: 0,
  }),
})

const userEmail = tableResource('UserEmail', {
  mayList: readsConfiguration,
  mayRead: () => true,
  idsOf: ({ site }, parent, id) =>
    parent === 'User'
      ? site.store
          .table('UserEmail')
          .by('users_id', id)
          .map((row) => row.id)
      : undefined,
})

const profileUser = tableResource('Profile_User', { mayList: readsConfiguration, mayRead: () => true })

const REQUEST_TYPES = ['Helpdesk', 'E-Mail', 'Phone', 'Direct', 'Written', 'Other'].map((name, index) => ({
  id: index + 1,
  name,
}))

/** Itemtypes of which the sandbox holds nothing: a central profile reads an empty list, a customer is refused. */
const EMPTY = [
  'NetworkEquipment Supplier Contact Budget Project',
  'Problem Change Log TicketCost TicketTemplate TaskTemplate SolutionTemplate',
  'Ticket_Contract Change_Ticket Problem_Ticket SLA SLM',
  'ITILFollowupTemplate SolutionType TaskCategory State Manufacturer Rack Enclosure Database',
].flatMap((names) => names.split(' '))

/** Contract steps "Self-Service reads Glpi\\Form\\Form", …: forms are read on their pages alone. */
const FORMS = ['Form', 'AnswersSet', 'Question', 'Section'].map((name) => `Glpi\\Form\\${name}`)

/** Everything that an administrator sets up, and that is only read here. */
export const CONFIGURATION_RESOURCES: Resource[] = [
  ...ASSETS.map(assetResource),
  ...[software, group, groupUser, category, location, entity, contract, user, userEmail, profileUser],
  fixedResource('RequestType', REQUEST_TYPES, readsConfiguration),
  fixedResource('ContractType', CONTRACT_TYPES, readsConfiguration),
  fixedResource(
    'Profile',
    PROFILES.map(({ id, name, interface: kind, rights }) => ({ id, name, interface: kind, ...rights })),
    readsConfiguration,
  ),
  ...FORMS.map((name) => fixedResource(name, [], readsConfiguration)),
  ...EMPTY.map((name) => fixedResource(name, [], readsConfiguration)),
]
