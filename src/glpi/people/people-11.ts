import * as z from 'zod/mini'
import { Failed, IpeosError, NotAllowed, NotFound } from '../../errors/error.ts'
import type { FormPerson, FoundPeople } from '../../itil/ticket-form.ts'
import { choicesOf } from '../forms/choices.ts'
import { FormCalls } from '../forms/form-calls.ts'
import { listForms } from '../forms/form-list.ts'
import { readForm } from '../forms/form-page.ts'
import { type FormSite, type FormsAccess, formSite, textOfPage } from '../forms/form-site.ts'
import type { Field } from '../forms/wiring.ts'
import { integer } from '../wire.ts'
import type { People } from './people.ts'

const pageLimit = 50
/** «Report an issue» of a new server: most sites have it still. */
const stockForm = 1
/** Of a site that shows forms which it does not open, more are not tried. */
const mostTried = 5

const answer = z.object({ results: z.optional(z.array(z.unknown())), count: z.optional(integer) })

/** Those whom a form of GLPI 11 would offer (GLPI-CUSTOMER.md, a): any form serves that this account may answer. */
export class People11 implements People {
  readonly #access: FormsAccess
  #opened: Promise<FormCalls> | undefined

  constructor(access: FormsAccess) {
    this.#access = access
  }

  async find(words: string, page: number): Promise<FoundPeople> {
    try {
      this.#opened ??= openAny(this.#access)
      const calls = await this.#opened
      const found = await ask(calls, words, page)
      if (found.more) return found
      const groups = await ask(calls, words, 1, 'Group')
      return { people: [...found.people, ...groups.people], more: false }
    } catch (error) {
      this.#opened = undefined
      const isRefusal = error instanceof NotAllowed || error instanceof NotFound || error instanceof Failed
      throw isRefusal ? new Failed('form-people-refused', undefined, { cause: error }) : error
    }
  }

  /** Its forms take persons and groups alone. */
  async byAddress(): Promise<boolean> {
    return false
  }
}

async function ask(
  calls: FormCalls,
  words: string,
  page: number,
  kind: 'User' | 'Group' = 'User',
): Promise<FoundPeople> {
  const fields = () => [['allowed_types[0]', kind] satisfies Field, ...fieldsOf(calls, words, page)]
  const { results = [], count } = await calls.ask('Form/Question/ActorsDropdown', fields, answer)
  const people = choicesOf(results).flatMap(({ value, label, login }): FormPerson[] => {
    const [, of, number] = /^(users|groups)_id-(\d{1,9})$/.exec(value) ?? []
    if (of === 'groups') return [{ group: Number(number), name: label }]
    return of ? [{ user: Number(number), name: label, ...(login && { login }) }] : []
  })
  return { people, more: (count ?? people.length) >= pageLimit }
}

function fieldsOf({ page: { id } }: FormCalls, words: string, page: number): Field[] {
  return [
    ['right_for_users', 'all'],
    ['form_id', String(id)],
    ['group_conditions[is_watcher]', '1'],
    ['searchText', words],
    ['page', String(page)],
    ['page_limit', String(pageLimit)],
  ]
}

async function openAny(access: FormsAccess): Promise<FormCalls> {
  const site = formSite(access)
  const stock = await open(site, stockForm, access)
  if (stock) return stock
  for (const { id } of (await listForms(site.get)).slice(0, mostTried)) {
    const calls = await open(site, id, access)
    if (calls) return calls
  }
  throw new Failed('form-people-refused')
}

/** Undefined for a form that this account may not answer, or that is none. */
async function open(site: FormSite, id: number, { session, now }: FormsAccess): Promise<FormCalls | undefined> {
  const answer = await site.get(`Form/Render/${id}`)
  if (answer.status !== 200) return undefined
  try {
    const { rootUrl } = await session.current()
    return new FormCalls(site, { id, url: `${rootUrl}/Form/Render/${id}`, now }, readForm(textOfPage(answer)))
  } catch (error) {
    if (error instanceof IpeosError && error.code === 'forms-unreadable') return undefined
    throw error
  }
}
