import { createHash } from 'node:crypto'
import type { MandatoryField, SandboxConfiguration } from '../configuration.ts'
import { escapeHtml } from '../html-text.ts'
import type { Language } from '../messages.ts'
import { type PhpValues, textAt } from '../php-query.ts'
import { isSealed, sealedToken, type Visitor } from './visitor.ts'

const URGENCIES = [1, 2, 3, 4, 5] as const
const DEVICES = ['Computer', 'Printer', 'Peripheral'] as const

/** The words of the form in the visitor's language. */
export function wordsFor(visitor: Visitor): FormWords {
  return formWords(visitor.viewer.user.language)
}

/** Whether the ticket template makes a field mandatory. */
export function isMandatory({ mandatoryFields }: SandboxConfiguration, field: MandatoryField): boolean {
  return mandatoryFields.includes(field)
}

/** The urgencies that the site offers, the highest first; 3 is chosen, as on a stock server. */
export function urgencyOptions(visitor: Visitor): string {
  const { urgencies } = wordsFor(visitor)
  return offeredUrgencies(visitor.site.configuration)
    .reverse()
    .map((urgency) => `<option value="${urgency}"${urgency === 3 ? ' selected' : ''}>${urgencies[urgency]}</option>`)
    .join('')
}

/** The urgencies that the site offers, the lowest first. */
export function offeredUrgencies({ urgencyMask }: SandboxConfiguration): Array<(typeof URGENCIES)[number]> {
  return URGENCIES.filter((urgency) => (urgencyMask & (1 << urgency)) !== 0)
}

/** «Mes matériels»: what belongs to the account, as `<option value="Computer_3">Ordinateur - poste-alice - WTC-0003</option>`. */
export function deviceOptions(visitor: Visitor): string {
  const { devices, myDevices } = wordsFor(visitor)
  const options = DEVICES.flatMap((itemtype) =>
    visitor.site.store
      .table(itemtype)
      .by('users_id', visitor.viewer.user.id)
      .filter(({ entities_id, is_deleted }) => is_deleted === 0 && visitor.viewer.entities.has(entities_id))
      .map(({ id, name, serial }) => {
        const label = [devices[itemtype], name, serial].filter((part) => part !== '').join(' - ')
        return `<option value="${itemtype}_${id}">${escapeHtml(label)}</option>`
      }),
  )
  return options.length === 0 ? '' : `<optgroup label="${escapeHtml(myDevices)}">${options.join('')}</optgroup>`
}

/** The parameters of a drop-down whose options come by Ajax. */
export interface DropdownParameters {
  itemtype: string
  condition: string
  _idor_token: string
}

/** What a page hands out so that this session may ask for the options of a drop-down. */
export function dropdownParameters(visitor: Visitor, itemtype: string): DropdownParameters {
  const condition = conditionOf(itemtype)
  return { itemtype, condition, _idor_token: sealedToken(visitor, idorPurpose(itemtype, condition)) }
}

/** Whether a page of this session handed out what a drop-down is asked with. */
export function isHandedOut(visitor: Visitor, asked: PhpValues): boolean {
  const itemtype = textAt(asked, 'itemtype') ?? ''
  const condition = textAt(asked, 'condition') ?? ''
  const token = textAt(asked, '_idor_token')
  return condition === conditionOf(itemtype) && isSealed(visitor, idorPurpose(itemtype, condition), token)
}

/** Lines that a drop-down gives, and those that it gives at most. */
const MOST_LINES = 100

/** Which lines of a drop-down are asked for: from `start` on, so many. */
export function linesAsked(asked: PhpValues, most = MOST_LINES): { start: number; length: number } {
  const number = (name: string, otherwise: number) => Number(textAt(asked, name) ?? otherwise) || otherwise
  const length = Math.min(number('page_limit', MOST_LINES), most)
  return { start: (number('page', 1) - 1) * length, length }
}

/** The name of a condition that the server keeps: the page carries it, and never the condition itself. */
function conditionOf(itemtype: string): string {
  return createHash('sha1').update(`what the helpdesk shows of ${itemtype}`).digest('hex')
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
  devices: { Computer: 'Ordinateur', Printer: 'Imprimante', Peripheral: 'Périphérique' },
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
  devices: { Computer: 'Computer', Printer: 'Printer', Peripheral: 'Device' },
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
