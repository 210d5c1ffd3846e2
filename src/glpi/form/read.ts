import { Unreachable } from '../../errors/error.ts'
import type { Message } from '../../i18n/translate.ts'
import type { Category, TicketForm } from '../../itil/ticket-form.ts'
import type { Http } from '../http/http.ts'
import type { Cache, FormReading } from '../platform.ts'
import type { Session } from '../session/session.ts'
import { askCategories, askLocations } from './category-menu.ts'
import { categoriesFromApi, emailFromApi, equipmentFromApi, urgenciesFromApi } from './from-api.ts'
import { ownerOf, readKeptForm } from './kept-form.ts'
import { FormHidden, openSite, type WebSite } from './site.ts'
import type { TreeMenu, WebForm } from './web-form.ts'

export interface FormAccess {
  session: Session
  http: Http
  cache: Cache | undefined
  now(): Date
  /** The page of GLPI 10 that was read last, whose tokens are not spent yet. */
  opened?: OpenedPage | undefined
}

/** A page of the form, and the site that it is of. */
export interface OpenedPage {
  site: WebSite
  page: WebForm
}

/** The form that the platform gives this account: as it was kept, or asked of the platform. */
export async function readForm(access: FormAccess, { refresh, newerThan }: FormReading): Promise<TicketForm> {
  const { session, cache, now } = access
  const { person } = await session.current()
  const kept = cache && !refresh ? await readKeptForm(cache, person) : undefined
  if (!kept) return askAndKeep(access)
  const age = now().getTime() - kept.read
  if (newerThan === undefined || (age >= 0 && age < newerThan)) return kept.form
  try {
    return await askAndKeep(access)
  } catch (error) {
    // What is typed against it goes into a draft: nothing can be sent where nobody answers.
    if (error instanceof Unreachable) return kept.form
    throw error
  }
}

async function askAndKeep(access: FormAccess): Promise<TicketForm> {
  const { session, cache, now } = access
  const form = await askForm(access)
  const { person } = await session.current()
  // One that could not be read is asked again by the next command.
  if (cache && form.source !== 'none') await cache.write({ owner: ownerOf(person), read: now().getTime(), form })
  return form
}

/** The API where the profile may read it, else the form of the web page (GLPI.md, «Who the customer is»). */
async function askForm(access: FormAccess): Promise<TicketForm> {
  const { session } = access
  // First, for it renews a dead session, which a page of the web would not tell from a person who never logged in.
  const categories = await categoriesFromApi(session)
  const web = await webForm(access, categories === undefined)
  return categories ? formFromApi(session, categories, web) : formFromWeb(session, web)
}

interface WebReading {
  page?: WebForm
  /** Where a person finds it. */
  url?: string
  categories?: Category[]
  locations?: Category[]
  /** What is missing, when something is. */
  reason?: Message
}

async function webForm(access: FormAccess, withCategories: boolean): Promise<WebReading> {
  const { session, http } = access
  const reading: WebReading = {}
  try {
    const site = await openSite(session, http)
    const { glpiVersion } = await session.verified()
    const isNew = isEleven(glpiVersion)
    const page = isNew ? await askPages11(site) : await askPage10(site)
    if (!page) throw new FormHidden('form.page-unknown')
    if (!isNew) access.opened = { site, page }
    reading.page = page
    reading.url = await formLink(session)
    const [categories, locations] = await Promise.all([
      withCategories ? (page.categoryMenu ? askCategories(site, page.categoryMenu) : []) : undefined,
      page.locationMenu ? placesOf(site, page.locationMenu) : [],
    ])
    reading.locations = locations
    if (categories) reading.categories = categories
  } catch (error) {
    if (!(error instanceof FormHidden)) throw error
    reading.reason = error.reason
  }
  return reading
}

/** A form without its places is still a form. */
export async function placesOf(site: WebSite, menu: TreeMenu): Promise<Category[]> {
  try {
    return await askLocations(site, menu)
  } catch (error) {
    if (error instanceof FormHidden) return []
    throw error
  }
}

/** Below the root, where customers find it. */
export const page10 = 'front/helpdesk.public.php?create_ticket=1'
const catalogue11 = 'ServiceCatalog'

/** The page on the web where this account opens a ticket: technicians have one of their own. */
export async function formLink(session: Session): Promise<string> {
  const { rootUrl, person, glpiVersion } = await session.verified()
  if (person.interface === 'central') return `${rootUrl}/front/ticket.form.php`
  return `${rootUrl}/${isEleven(glpiVersion) ? catalogue11 : page10}`
}

export function isEleven(version: string): boolean {
  return Number.parseInt(version, 10) >= 11
}

export async function askPage10(site: WebSite): Promise<WebForm | undefined> {
  const [{ readPage10 }, page] = await Promise.all([import('./page-10.ts'), site.page(page10)])
  return readPage10(page)
}

async function askPages11(site: WebSite): Promise<WebForm | undefined> {
  const [{ readCatalogue, readPage11, together }, forms11, email] = await Promise.all([
    import('./page-11.ts'),
    site.page(catalogue11),
    preferredEmail(site),
  ])
  const forms = readCatalogue(forms11).map(async (id) => readPage11(await site.page(`Form/Render/${id}`), id) ?? [])
  const form = together((await Promise.all(forms)).flat())
  return form && { ...form, email: form.email ?? email }
}

/** GLPI 11 no longer puts the address into its form; the preferences have it (GLPI.md, «The rest of the menu»). */
async function preferredEmail(site: WebSite): Promise<string | undefined> {
  try {
    const { preferenceTab, readPreferredEmail } = await import('./preference.ts')
    return readPreferredEmail(await site.page(preferenceTab))
  } catch (error) {
    // A form without the address is still a form.
    if (error instanceof FormHidden) return undefined
    throw error
  }
}

async function formFromApi(session: Session, categories: Category[], web: WebReading): Promise<TicketForm> {
  const { page } = web
  const [equipment, email, urgencies] = await Promise.all([
    equipmentFromApi(session),
    page?.email ?? emailFromApi(session),
    page?.urgencies ?? urgenciesFromApi(session),
  ])
  const { fileLimit } = await session.current()
  return {
    source: 'api',
    ...head(page, urgencies, fileLimit),
    ...elsewhere(web),
    categories,
    equipment: equipment ?? page?.equipment ?? [],
    locations: web.locations ?? [],
    ...(email && { email }),
    ...(page?.resending && { follows: true as const }),
  }
}

async function formFromWeb(session: Session, web: WebReading): Promise<TicketForm> {
  const { page, categories, locations, reason } = web
  const { fileLimit } = await session.current()
  const urgencies = page?.urgencies ?? (await urgenciesFromApi(session))
  return {
    ...(reason ? { source: 'none', reason } : { source: 'web-form' }),
    ...head(page, urgencies, fileLimit),
    ...elsewhere(web),
    categories: categories ?? [],
    equipment: page?.equipment ?? [],
    locations: locations ?? [],
    ...(page?.email && { email: page.email }),
    ...(page?.resending && { follows: true as const }),
  }
}

type Head = Pick<
  TicketForm,
  'types' | 'urgencies' | 'defaultUrgency' | 'mandatory' | 'fileLimit' | 'observers' | 'hidden' | 'readOnly' | 'preset'
>

/** What the page says; where there is none, what GLPI's stock template says: only the description is mandatory. */
function head(page: WebForm | undefined, urgencies: TicketForm['urgencies'], fileLimit: number): Head {
  return {
    types: page && page.types.length > 0 ? page.types : ['incident', 'request'],
    urgencies: urgencies.length > 0 ? urgencies : ['medium'],
    defaultUrgency: page?.defaultUrgency ?? urgencies.find((level) => level === 'medium') ?? urgencies[0] ?? 'medium',
    mandatory: page?.mandatory ?? ['description'],
    fileLimit: Math.min(fileLimit, page?.fileLimit ?? fileLimit),
    ...(page?.observers && { observers: { byAddress: page.observers.byAddress } }),
    ...(page?.hidden?.length && { hidden: page.hidden }),
    ...(page?.readOnly?.length && { readOnly: page.readOnly }),
    ...(page?.preset && Object.keys(page.preset).length > 0 && { preset: page.preset }),
  }
}

export function elsewhere({ page, url }: WebReading): Pick<TicketForm, 'elsewhere'> {
  const labels = page?.otherMandatory ?? []
  return url !== undefined && labels.length > 0 ? { elsewhere: { labels, url } } : {}
}
