import type { FormChoice, TicketForm } from '../../itil/ticket-form.ts'
import { type TicketType, ticketTypeId } from '../../itil/ticket-words.ts'
import { askCategories } from './category-menu.ts'
import { type ChosenPart, readKeptForm } from './kept-form.ts'
import { anew10, readPage10 } from './page-10.ts'
import { askPage10, elsewhere, type FormAccess, formLink, type OpenedPage, placesOf } from './read.ts'
import { FormHidden, openSite } from './site.ts'

/** Types and categories of which is kept what the page makes of them. */
const mostKept = 200

/**
 * The form of GLPI 10 as its page shows it for a type and a category. Read in GLPI's source (10.0): the page sends all that
 * it holds to `tracking.injector.php`, and comes back with the template of the two, and with the categories of the type.
 * One request a choice, kept as the form is. Where the page does not come back, the form stays as it is.
 */
export class ChosenForms {
  readonly #access: FormAccess
  readonly #known = new Map<string, Promise<ChosenPart | undefined>>()
  #base: TicketForm | undefined

  constructor(access: FormAccess) {
    this.#access = access
  }

  /** Rejects with `Unreachable` for what passes by itself. */
  async of(base: TicketForm, { type: wanted, category }: FormChoice): Promise<TicketForm> {
    // What was learned of another one is not true of this.
    if (base !== this.#base) this.#known.clear()
    this.#base = base
    const shown = base.preset?.type ?? base.types[0] ?? 'incident'
    const type = wanted ?? shown
    if (category === undefined) return type === shown ? base : withPart(base, await this.#part(base, type))
    const ofType = type === shown ? undefined : await this.#known.get(keyOf(type))
    return withPart(ofType ? withPart(base, ofType) : base, await this.#part(base, type, category))
  }

  #part(base: TicketForm, type: TicketType, category?: number): Promise<ChosenPart | undefined> {
    const key = keyOf(type, category)
    const known = this.#known.get(key)
    if (known) return known
    const part = this.#keptOrAsked(base, key, type, category)
    this.#known.set(key, part)
    part.catch(() => this.#known.delete(key))
    return part
  }

  async #keptOrAsked(
    base: TicketForm,
    key: string,
    type: TicketType,
    category: number | undefined,
  ): Promise<ChosenPart | undefined> {
    const { session, cache } = this.#access
    const { person } = await session.current()
    const readKept = async () => (cache ? readKeptForm(cache, person) : undefined)
    const kept = (await readKept())?.chosen?.[key]
    if (kept) return kept
    const part = await this.#ask(base, type, category)
    const before = part && (await readKept())
    // One that could not be read is asked again by the next command.
    if (cache && before) {
      const others = Object.entries(before.chosen ?? {}).slice(1 - mostKept)
      await cache.write({ ...before, chosen: { ...Object.fromEntries(others), [key]: part } })
    }
    return part
  }

  async #ask(base: TicketForm, type: TicketType, category: number | undefined): Promise<ChosenPart | undefined> {
    try {
      const fields = { type: String(ticketTypeId(type)), itilcategories_id: String(category ?? 0) }
      const opened = await this.#anew(fields)
      return opened && (await this.#partOf(opened, base, category === undefined))
    } catch (error) {
      if (error instanceof FormHidden) return undefined
      throw error
    }
  }

  /** The page with this chosen; a second time by a page of now, as the tokens of one are good for once. */
  async #anew(chosen: Record<string, string>): Promise<OpenedPage | undefined> {
    const { opened } = this.#access
    const shown = opened && (await this.#send(opened, chosen))
    return shown ?? (await this.#send(await this.#open(), chosen))
  }

  /** What its first page holds goes along, as if nobody had touched it, and the token of its last one. */
  async #send({ site, page }: OpenedPage, chosen: Record<string, string>): Promise<OpenedPage | undefined> {
    const { resending } = page
    this.#access.opened = undefined
    if (!resending) return undefined
    const response = await site.send(anew10, {
      headers: { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...resending, ...chosen }).toString(),
      safe: true,
    })
    const anew = response.status === 200 ? readPage10(response.body.toString('utf8')) : undefined
    const token = anew?.resending?._glpi_csrf_token
    if (!anew || !token) return undefined
    this.#access.opened = { site, page: { ...page, resending: { ...resending, _glpi_csrf_token: token } } }
    return { site, page: anew }
  }

  async #open(): Promise<OpenedPage> {
    try {
      return await this.#page()
    } catch (error) {
      if (!(error instanceof FormHidden)) throw error
      // A page does not tell a dead session from a stranger; the API renews it.
      await this.#access.session.call({ path: 'getActiveProfile' })
      return this.#page()
    }
  }

  async #page(): Promise<OpenedPage> {
    const site = await openSite(this.#access.session, this.#access.http)
    const page = await askPage10(site)
    if (!page) throw new FormHidden('form.page-unknown')
    return { site, page }
  }

  async #partOf({ site, page }: OpenedPage, base: TicketForm, isOfType: boolean): Promise<ChosenPart> {
    const { categoryMenu, locationMenu, mandatory, hidden, readOnly, preset, observers } = page
    const categories =
      isOfType && base.source === 'web-form' && categoryMenu && (await askCategories(site, categoryMenu))
    const isOther = (locationMenu === undefined) !== (base.locations.length === 0)
    const locations = isOther ? (locationMenu ? await placesOf(site, locationMenu) : []) : undefined
    return {
      mandatory,
      defaultUrgency: page.defaultUrgency ?? base.defaultUrgency,
      ...(hidden?.length && { hidden }),
      ...(readOnly?.length && { readOnly }),
      ...(preset && Object.keys(preset).length > 0 && { preset }),
      ...(observers && { observers: { byAddress: observers.byAddress } }),
      ...elsewhere({ page, url: await formLink(this.#access.session) }),
      ...(categories && { categories }),
      ...(locations && { locations }),
    }
  }
}

function keyOf(type: TicketType, category = 0): string {
  return `${type}/${category}`
}

/** The form, with what the page says in the place of what it said before. */
function withPart(form: TicketForm, part: ChosenPart | undefined): TicketForm {
  if (!part) return form
  const {
    hidden: _hidden,
    readOnly: _readOnly,
    preset: _preset,
    observers: _observers,
    elsewhere: _others,
    ...same
  } = form
  return { ...same, ...part }
}
