import type { GlpiVersion } from '../site.ts'
import type { AssetRow } from '../store/asset-rows.ts'
import type { Tables } from '../store/tables.ts'
import { about, type OptionOf, type SearchTable, searchTable } from './option.ts'
import { TICKET_SEARCH } from './ticket-options.ts'

type Named = { id: number; name: string }

function id<Row extends Named>(table: string): OptionOf<Row> {
  return { id: 2, name: { fr_FR: 'ID', en_GB: 'ID' }, table, field: 'id', datatype: 'number', raw: (row) => row.id }
}

function name<Row extends Named>(table: string, fr_FR = 'Nom', en_GB = 'Name', number = 1): OptionOf<Row> {
  return { id: number, name: { fr_FR, en_GB }, table, field: 'name', datatype: 'itemlink', raw: (row) => row.name }
}

function changed<Row extends { date_mod: string }>(table: string): OptionOf<Row> {
  const label = { fr_FR: 'Dernière modification', en_GB: 'Last update' }
  return { id: 19, name: label, table, field: 'date_mod', datatype: 'datetime', raw: (row) => row.date_mod }
}

function entity<Row extends { entities_id: number }>(): OptionOf<Row> {
  return {
    ...about(80, 'Entité', 'Entity', 'glpi_entities.completename', 'dropdown'),
    raw: (row, { store }) => store.get('Entity', row.entities_id)?.completename ?? null,
    ids: (row) => [row.entities_id],
  }
}

function asset(itemtype: 'Computer' | 'Printer' | 'Peripheral', table: string): SearchTable {
  const serial: OptionOf<AssetRow> = {
    ...{ id: 5, name: { fr_FR: 'Numéro de série', en_GB: 'Serial number' }, table, field: 'serial', datatype: 'text' },
    raw: (row) => row.serial,
  }
  return searchTable(itemtype, [1, 2, 80, 5, 19], [name(table), id(table), serial, changed(table), entity()])
}

/** Field 6 is the title on 10.0, and unknown on 11.0 (contract step "FAQ, search"). */
function articles(version: GlpiVersion): SearchTable {
  const table = 'glpi_knowbaseitems'
  const answer: OptionOf<Tables['KnowbaseItem']> = {
    ...{ id: 7, name: { fr_FR: 'Contenu', en_GB: 'Content' }, table, field: 'answer', datatype: 'text' },
    raw: (row) => row.answer,
  }
  const category: OptionOf<Tables['KnowbaseItem']> = {
    ...about(4, 'Catégorie', 'Category', 'glpi_knowbaseitemcategories.completename', 'dropdown'),
    raw: (row) => row.category || null,
  }
  const title = version === '10.0' ? 6 : 1
  const titleOption = name<Tables['KnowbaseItem']>(table, 'Sujet', 'Subject', title)
  return searchTable('KnowbaseItem', [2, title, 19], [titleOption, id(table), category, answer, changed(table)])
}

const OTHERS: Readonly<Record<string, SearchTable>> = {
  Ticket: TICKET_SEARCH,
  Computer: asset('Computer', 'glpi_computers'),
  Printer: asset('Printer', 'glpi_printers'),
  Peripheral: asset('Peripheral', 'glpi_peripherals'),
  ITILCategory: searchTable(
    'ITILCategory',
    [1, 2],
    [
      {
        ...about(1, 'Nom complet', 'Complete name', 'glpi_itilcategories.completename', 'itemlink'),
        raw: (row) => row.completename,
      },
      id('glpi_itilcategories'),
    ],
  ),
  Contract: searchTable(
    'Contract',
    [1, 2, 3, 80],
    [
      name('glpi_contracts'),
      id('glpi_contracts'),
      { ...about(3, 'Numéro', 'Number', 'glpi_contracts.num', 'text'), raw: (row) => row.num },
      changed('glpi_contracts'),
      entity(),
    ],
  ),
  User: searchTable(
    'User',
    [1, 2, 34, 9],
    [
      name('glpi_users', 'Identifiant', 'Login'),
      id('glpi_users'),
      { ...about(34, 'Nom de famille', 'Last name', 'glpi_users.realname', 'text'), raw: (row) => row.realname },
      { ...about(9, 'Prénom', 'First name', 'glpi_users.firstname', 'text'), raw: (row) => row.firstname },
      changed('glpi_users'),
    ],
  ),
  Entity: searchTable(
    'Entity',
    [1, 2],
    [
      {
        ...about(1, 'Nom complet', 'Complete name', 'glpi_entities.completename', 'itemlink'),
        raw: (row) => row.completename,
      },
      id('glpi_entities'),
    ],
  ),
  Document: searchTable(
    'Document',
    [1, 2, 19],
    [name('glpi_documents'), id('glpi_documents'), changed('glpi_documents')],
  ),
}

const ARTICLES = { '10.0': articles('10.0'), '11.0': articles('11.0') }

/** How an itemtype is searched; undefined when it is not. */
export function searchTableOf(itemtype: string, version: GlpiVersion): SearchTable | undefined {
  return itemtype === 'KnowbaseItem' ? ARTICLES[version] : OTHERS[itemtype]
}
