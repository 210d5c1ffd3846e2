import { createHash } from 'node:crypto'
import type { MandatoryField, SandboxConfiguration } from '../configuration.ts'
import { escapeHtml } from '../html-text.ts'
import type { Language } from '../messages.ts'
import { type PhpValues, textAt } from '../php-query.ts'
import { isSealed, sealedToken, type Visitor } from './visitor.ts'

const URGENCIES = [1, 2, 3, 4, 5] as const
const DEVICES = ['Computer', 'Monitor', 'Peripheral', 'Phone', 'Printer'] as const

/** The words of the form in the visitor's language. */
export function wordsFor(visitor: Visitor): FormWords {
  return formWords(visitor.viewer.user.language)
}

/** Whether the ticket template makes a field mandatory. */
export function isMandatory({ mandatoryFields }: SandboxConfiguration, field: MandatoryField): boolean {
  return mandatoryFields.includes(field)
}

/** The urgencies that the site offers, the highest first. */
export function urgencyOptions(visitor: Visitor, chosen: number): string {
  const { urgencies } = wordsFor(visitor)
  return offeredUrgencies(visitor.site.configuration)
    .reverse()
    .map((urgency) => {
      const selected = urgency === chosen ? ' selected' : ''
      return `<option value="${urgency}"${selected}>${urgencies[urgency]}</option>`
    })
    .join('')
}

/** The urgencies that the site offers, the lowest first. */
export function offeredUrgencies({ urgencyMask }: SandboxConfiguration): Array<(typeof URGENCIES)[number]> {
  return URGENCIES.filter((urgency) => (urgencyMask & (1 << urgency)) !== 0)
}

/**
 * «Mes matériels»: what belongs to the account, and what is installed on it, as
 * `<option value='Computer_3'>Ordinateur - poste-alice - WTC-0003</option>`.
 */
export function deviceOptions(visitor: Visitor): string {
  const { myDevices, installed } = wordsFor(visitor)
  const own = DEVICES.flatMap((itemtype) => ownDevices(visitor, itemtype))
  const groups: Array<[string, DeviceOption[]]> = [
    [myDevices, own],
    [installed, installedSoftware(visitor)],
  ]
  return groups.map(([label, options]) => optionGroup(label, options, visitor)).join('')
}

type DeviceOption = [value: string, label: string]

function ownDevices({ site, viewer }: Visitor, itemtype: (typeof DEVICES)[number]): DeviceOption[] {
  const kind = formWords(viewer.user.language).devices[itemtype]
  return site.store
    .table(itemtype)
    .by('users_id', viewer.user.id)
    .filter(({ entities_id, is_deleted }) => is_deleted === 0 && viewer.entities.has(entities_id))
    .map(({ id, name, serial }) => [
      `${itemtype}_${id}`,
      [kind, name, serial].filter((part) => part !== '').join(' - '),
    ])
}

/** Software of her own entity, visible to the helpdesk, on a device of hers (GLPI-CUSTOMER.md, b). */
function installedSoftware({ site, viewer }: Visitor): DeviceOption[] {
  const { store } = site
  const isHers = (itemtype: string, id: number): boolean => {
    const kind = DEVICES.find((one) => one === itemtype)
    return kind !== undefined && store.get(kind, id)?.users_id === viewer.user.id
  }
  return [...store.table('Software').all()]
    .filter(({ id, is_helpdesk_visible, is_deleted, entities_id }) => {
      const places = store.table('Item_SoftwareVersion').by('softwares_id', id)
      const isInstalled = places.some(({ itemtype, items_id }) => isHers(itemtype, items_id))
      return is_helpdesk_visible === 1 && is_deleted === 0 && viewer.entities.has(entities_id) && isInstalled
    })
    .map(({ id, name }) => [`Software_${id}`, `${formWords(viewer.user.language).software} - ${name}`])
}

function optionGroup(label: string, options: DeviceOption[], { site }: Visitor): string {
  if (options.length === 0) return ''
  const written = site.version === '10.0' ? withEntities : escapeHtml
  const lines = options.map(([value, text]) => `<option value='${value}'>${written(text)}</option>`)
  return `<optgroup label="${escapeHtml(label)}">${lines.join('')}</optgroup>`
}

const ENTITIES: Record<string, string> = { é: '&eacute;', É: '&Eacute;', è: '&egrave;', ê: '&ecirc;', à: '&agrave;' }

/** As the page of 10 has its labels (GLPI-CUSTOMER.md, b). */
function withEntities(text: string): string {
  return escapeHtml(text).replace(/[éÉèêà]/g, (letter) => ENTITIES[letter] ?? letter)
}

/** The parameters of a drop-down whose options come by Ajax. */
export interface DropdownParameters {
  itemtype: string
  condition: string
  _idor_token: string
}

/** What a page hands out so that this session may ask for the options of a drop-down: of 10, those for a type. */
export function dropdownParameters(visitor: Visitor, itemtype: string, type?: string): DropdownParameters {
  const condition = conditionOf(visitor, itemtype, type)
  return { itemtype, condition, _idor_token: sealedToken(visitor, idorPurpose(itemtype, condition)) }
}

/** Whether a page of this session handed out what a drop-down is asked with. */
export function isHandedOut(visitor: Visitor, asked: PhpValues): boolean {
  const itemtype = textAt(asked, 'itemtype') ?? ''
  const sent = textAt(asked, 'condition')
  const condition = sent ?? ''
  // An empty one is none, and then nothing is right.
  if (sent === '') return false
  const token = textAt(asked, '_idor_token')
  const isKnown = [undefined, ...TYPES].some((type) => condition === conditionOf(visitor, itemtype, type))
  return isKnown && isSealed(visitor, idorPurpose(itemtype, condition), token)
}

const TYPES = ['1', '2'] as const

/** The type of ticket that a drop-down of categories was made for; undefined for none. */
export function typeAsked(visitor: Visitor, asked: PhpValues): string | undefined {
  const condition = textAt(asked, 'condition')
  return TYPES.find((type) => condition === conditionOf(visitor, 'ITILCategory', type))
}

/** Lines that a drop-down gives, and those that it gives at most. */
const MOST_LINES = 100

/** Which lines of a drop-down are asked for: from `start` on, so many. */
export function linesAsked(asked: PhpValues, most = MOST_LINES): { start: number; length: number } {
  const number = (name: string, otherwise: number) => Number(textAt(asked, name) ?? otherwise) || otherwise
  const length = Math.min(number('page_limit', MOST_LINES), most)
  return { start: (number('page', 1) - 1) * length, length }
}

/** The name of a condition that the server keeps: the page carries it, and never the condition itself. On 10 places have none. */
function conditionOf({ site }: Visitor, itemtype: string, type?: string): string {
  if (site.version === '10.0' && itemtype === 'Location') return ''
  const shown = type === undefined ? itemtype : `${itemtype} for type ${type}`
  return createHash('sha1').update(`what the helpdesk shows of ${shown}`).digest('hex')
}

/** What an IDOR token is good for. */
function idorPurpose(itemtype: string, condition: string): string {
  return `idor ${itemtype} ${condition}`
}

/** The visitor's own address; '' when it has none. */
export function defaultEmail({ site, viewer }: Visitor): string {
  return (
    site.store
      .table('UserEmail')
      .by('users_id', viewer.user.id)
      .find(({ is_default }) => is_default === 1)?.email ?? ''
  )
}

/** The menu that stands on every page: titles and links. */
export function helpdeskMenu(visitor: Visitor): Array<[string, string]> {
  const { menu } = wordsFor(visitor)
  const { basePath } = visitor.site.configuration
  const isOld = visitor.site.version === '10.0'
  return [
    [menu.home, `${basePath}${isOld ? '/front/helpdesk.public.php' : '/Helpdesk'}`],
    [menu.create, `${basePath}${isOld ? '/front/helpdesk.public.php?create_ticket=1' : '/ServiceCatalog'}`],
    [menu.tickets, `${basePath}/front/ticket.php`],
    [menu.reservations, `${basePath}/front/reservationitem.php`],
    [menu.faq, `${basePath}/front/helpdesk.faq.php`],
  ]
}

const FRENCH = {
  title: 'Description de la demande ou de l’incident',
  type: 'Type',
  types: { 1: 'Incident', 2: 'Demande' },
  urgency: 'Urgence',
  urgencies: { 1: 'Très basse', 2: 'Basse', 3: 'Moyenne', 4: 'Haute', 5: 'Très haute' },
  category: 'Catégorie',
  myDevices: 'Mes matériels',
  devices: {
    ...{ Computer: 'Ordinateur', Monitor: 'Moniteur', Peripheral: 'Périphérique' },
    ...{ Phone: 'Téléphone', Printer: 'Imprimante' },
  },
  installed: 'Logiciels installés',
  software: 'Logiciel',
  observers: 'Observateurs',
  general: 'Général',
  location: 'Lieu',
  name: 'Titre',
  content: 'Description',
  file: 'Fichier(s)',
  fileLimit: 'maximum',
  notify: 'Suivi par courriel',
  yes: 'Oui',
  no: 'Non',
  send: 'Soumettre la demande',
  menu: { home: 'Accueil', create: 'Créer un ticket', tickets: 'Tickets', reservations: 'Réservations', faq: 'FAQ' },
}

/** The words of the form, as the pages say them in the account's language. */
type FormWords = typeof FRENCH

const ENGLISH: FormWords = {
  title: 'Describe the incident or request',
  type: 'Type',
  types: { 1: 'Incident', 2: 'Request' },
  urgency: 'Urgency',
  urgencies: { 1: 'Very low', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Very high' },
  category: 'Category',
  myDevices: 'My devices',
  devices: {
    ...{ Computer: 'Computer', Monitor: 'Monitor', Peripheral: 'Device' },
    ...{ Phone: 'Phone', Printer: 'Printer' },
  },
  installed: 'Installed software',
  software: 'Software',
  observers: 'Observers',
  general: 'General',
  location: 'Location',
  name: 'Title',
  content: 'Description',
  file: 'File(s)',
  fileLimit: 'max',
  notify: 'Email followup',
  yes: 'Yes',
  no: 'No',
  send: 'Submit message',
  menu: { home: 'Home', create: 'Create a ticket', tickets: 'Tickets', reservations: 'Reservations', faq: 'FAQ' },
}

/** The words of the form in a language. */
function formWords(language: Language): FormWords {
  return language === 'fr_FR' ? FRENCH : ENGLISH
}
