import * as z from 'zod/mini'
import { Failed } from '../../errors/error.ts'
import type { FormPerson, FoundPeople } from '../../itil/ticket-form.ts'
import { page10 } from '../form/read.ts'
import { FormHidden, openSite, scriptHeaders, type WebSite } from '../form/site.ts'
import type { PeopleMenu } from '../form/web-form.ts'
import type { Http } from '../http/http.ts'
import { parseIfJson } from '../http/json.ts'
import { isJson } from '../http/transport.ts'
import type { Session } from '../session/session.ts'
import { integer, label } from '../wire.ts'
import type { People } from './people.ts'

const pageLimit = 50

const actor = z.object({
  itemtype: z.optional(z.string()),
  items_id: z.optional(integer),
  text: z.optional(label),
  title: z.optional(label),
  default_email: z.nullish(label),
})

const peoplePage = z.object({
  // Contract, «groups that the form offers as observers»: each stands below its entity.
  results: z.array(z.extend(actor, { children: z.optional(z.array(actor)) })),
  pagination: z.optional(z.object({ more: z.optional(z.boolean()) })),
})

/** Those whom GLPI 10's form offers as observers, as its page asks for them; the page is read once, and again where its token died. */
export class People10 implements People {
  readonly #session: Session
  readonly #http: Http
  #opened: Promise<{ site: WebSite; menu: PeopleMenu }> | undefined

  constructor(session: Session, http: Http) {
    this.#session = session
    this.#http = http
  }

  async find(words: string, page: number): Promise<FoundPeople> {
    return this.#shown(async () => {
      const found = (await this.#ask(words, page)) ?? (await this.#askAnew(words, page))
      if (!found || found.more) return found
      const groups = await this.#ask(words, 1, 'Group')
      return { people: [...found.people, ...(groups?.people ?? [])], more: false }
    })
  }

  async byAddress(): Promise<boolean> {
    return this.#shown(async () => (await this.#form()).menu.byAddress)
  }

  async #shown<Result>(work: () => Promise<Result | undefined>): Promise<Result> {
    try {
      const found = await work()
      if (found !== undefined) return found
    } catch (error) {
      if (!(error instanceof FormHidden)) throw error
    }
    this.#opened = undefined
    throw new Failed('form-people-refused')
  }

  async #askAnew(words: string, page: number): Promise<FoundPeople | undefined> {
    this.#opened = undefined
    // A page does not tell a dead session from a stranger; the API renews it.
    await this.#session.call({ path: 'getActiveProfile' })
    return this.#ask(words, page)
  }

  #form(): Promise<{ site: WebSite; menu: PeopleMenu }> {
    this.#opened ??= openForm(this.#session, this.#http)
    return this.#opened
  }

  /** Undefined where the site refuses it: an empty body says that the page's token is none of this session. */
  async #ask(words: string, page: number, kind: 'User' | 'Group' = 'User'): Promise<FoundPeople | undefined> {
    const { site, menu } = await this.#form()
    const fields = { ...fieldsOf(menu, words, page), 'returned_itemtypes[]': kind }
    const response = await site.post('ajax/actors.php', fields, scriptHeaders(menu.csrfToken))
    if (response.status !== 200 || !isJson(response)) return undefined
    const answer = peoplePage.safeParse(parseIfJson(response.body))
    if (!answer.success) return undefined
    const { results, pagination } = answer.data
    const actors = results.flatMap(({ children, ...one }) => children ?? [one])
    const people = actors.flatMap(({ itemtype = kind, items_id, text = '', title, default_email }): FormPerson[] => {
      if (itemtype !== kind || !items_id) return []
      if (kind === 'Group') return [{ group: items_id, name: title || text || String(items_id) }]
      return [readPerson(items_id, text, title, default_email ?? '')]
    })
    return { people, more: pagination?.more === true }
  }
}

/** The title is the name, and the login after it. */
function readPerson(user: number, name: string, title = '', email: string): FormPerson {
  const login = title.startsWith(`${name} - `) ? title.slice(name.length + 3).trim() : ''
  return { user, name: name || login || String(user), ...(login && { login }), ...(email && { email }) }
}

async function openForm(session: Session, http: Http): Promise<{ site: WebSite; menu: PeopleMenu }> {
  const site = await openSite(session, http)
  const { readPage10 } = await import('../form/page-10.ts')
  const menu = readPage10(await site.page(page10))?.observers
  if (!menu) throw new FormHidden('form.page-unknown')
  return { site, menu }
}

function fieldsOf({ idorToken }: PeopleMenu, words: string, page: number): Record<string, string> {
  return {
    ...{ action: 'getActors', actortype: 'observer', users_right: 'all', entity_restrict: '-1' },
    ...{ searchText: words, _idor_token: idorToken, itiltemplate_class: 'TicketTemplate', itiltemplates_id: '1' },
    ...{ itemtype: 'Ticket', items_id: '-1' },
    ...{ page: String(page), page_limit: String(pageLimit) },
  }
}
