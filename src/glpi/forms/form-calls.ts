import * as z from 'zod/mini'
import { Failed, IpeosError, NotAllowed, NotFound, Unreachable } from '../../errors/error.ts'
import type { FormPage } from '../../itil/site-form.ts'
import { questionsOf } from '../../itil/site-form.ts'
import type { HttpRequest, HttpResponse } from '../http/http.ts'
import { parseIfJson, parseJson } from '../http/json.ts'
import { hostOf, isJson } from '../http/transport.ts'
import { type ReadForm, readForm } from './form-page.ts'
import { type FormSite, textOfPage } from './form-site.ts'
import type { Field, FormWiring } from './wiring.ts'

/** What is posted, with the token of the page besides. */
export type Posted = Pick<HttpRequest, 'body' | 'limit' | 'safe'> & { headers: Record<string, string> }
/** Sends one request; gives what it is answered, of whatever status. */
export type Post = (path: string, posted: Posted) => Promise<HttpResponse>

/** Bytes; five thousand lines of a list have a million. */
const largestAnswer = 2 * 1024 * 1024

/** A form as a call names it. */
export interface KnownForm {
  id: number
  /** Where it is on the web. */
  url: string
  now(): Date
}

/** Milliseconds: a page that was read longer ago may be of a form that somebody changed since. */
const staysTheSame = 5 * 60_000

/**
 * What a form's page asks of its site. A call that is turned back, as with a session that died, is made once more with a
 * page that is read anew: 403 says no more than that (GLPI-11-FORMS.md, 2).
 */
export class FormCalls {
  readonly page: FormPage
  readonly #site: FormSite
  readonly #form: Omit<KnownForm, 'now'>
  readonly #now: () => Date
  /** When the page was read, in milliseconds. */
  #since: number
  #wiring: FormWiring
  #renewal: Promise<void> | undefined

  constructor(site: FormSite, { now, ...form }: KnownForm, { page, wiring }: ReadForm) {
    this.#site = site
    this.#form = form
    this.#now = now
    this.#since = now().getTime()
    this.page = page
    this.#wiring = wiring
  }

  /** Of the page that was read last. */
  get wiring(): FormWiring {
    return this.#wiring
  }

  /**
   * Asks without changing anything. Rejects with `Unreachable` (`forms-down`) where the server fails of it, with `Failed`
   * (`form-broken`) for all else but an answer of this schema.
   */
  async ask<Schema extends z.ZodMiniType>(
    path: string,
    fields: (wiring: FormWiring) => Field[],
    schema: Schema,
  ): Promise<z.output<Schema>> {
    try {
      const work = (post: Post) => post(path, { ...encoded(fields(this.#wiring)), safe: true })
      const response = await this.send(work)
      if (response.status !== 200) throw this.outOfOrder(response)
      return z.parse(schema, jsonOf(response))
    } catch (error) {
      if (error instanceof IpeosError && error.code !== 'answer-too-big') throw error
      if (error instanceof SyntaxError || error instanceof z.core.$ZodError || error instanceof IpeosError)
        throw this.broken(error)
      throw error
    }
  }

  /**
   * Does what posts; once more, anew, where the site turned it back. Whatever fails between both says that nothing was
   * written. Rejects with `NotFound` or `NotAllowed` when the form is gone or closed.
   */
  async send(work: (post: Post) => Promise<HttpResponse>): Promise<HttpResponse> {
    const used = this.#wiring
    const first = await work(this.#post)
    if (!isTurnedBack(first)) return first
    if (first.status === 404) throw gone()
    await this.renew(used)
    const again = await work(this.#post)
    if (isTurnedBack(again) && again.status === 404) throw gone()
    if (isTurnedBack(again) && again.status === 403) throw closed()
    return again
  }

  /**
   * Reads the page anew where that was long ago: what answers a question that is no longer there, the site would drop in
   * silence. Rejects with `Failed` (`form-changed`) where one is not.
   */
  async freshen(): Promise<void> {
    if (Math.abs(this.#now().getTime() - this.#since) > staysTheSame) await this.renew(this.#wiring)
  }

  /** Reads the page anew, unless somebody did so since. */
  async renew(used: FormWiring): Promise<void> {
    if (this.#wiring !== used) return
    this.#renewal ??= this.#readAnew().finally(() => {
      this.#renewal = undefined
    })
    try {
      await this.#renewal
    } catch (error) {
      throw error instanceof IpeosError ? error.beforeTheWrite() : error
    }
  }

  broken(cause: unknown): Failed {
    return new Failed('form-broken', { ...this.#form }, { cause })
  }

  /** The error for an answer of another status than 200: of a failure, unless GLPI itself says no, the server is at fault. */
  outOfOrder(response: HttpResponse): Failed | Unreachable {
    const { status } = response
    const cause = new Error(`status ${status}`)
    if (status < 400 || status === 413 || isTurnedBack(response)) return this.broken(cause)
    return new Unreachable('forms-down', { host: hostOf(this.#form.url), status }, { cause })
  }

  /** The answers are refused, in these words; '' for none. */
  refused(message: string): Failed {
    return message === ''
      ? new Failed('form-refused-silently', { ...this.#form })
      : new Failed('form-refused', { ...this.#form, message })
  }

  readonly #post: Post = (path, { headers, ...request }) =>
    this.#site.post(path, {
      limit: largestAnswer,
      ...request,
      headers: {
        ...{ Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
        ...{ 'X-Glpi-Csrf-Token': this.#wiring.csrfToken, ...headers },
      },
    })

  async #readAnew(): Promise<void> {
    const answer = await this.#site.get(`Form/Render/${this.#form.id}`)
    if (answer.status === 404) throw gone()
    if (answer.status === 403) throw closed()
    const { page, wiring } = readForm(textOfPage(answer))
    const kinds = new Map(questionsOf(page).map(({ id, kind }) => [id, kind]))
    const changed = questionsOf(this.page).find(({ id, kind }) => kinds.get(id) !== kind)
    if (changed) throw new Failed('form-changed', { ...this.#form, label: changed.label })
    this.#wiring = wiring
    this.#since = this.#now().getTime()
  }
}

function gone(): NotFound {
  return new NotFound('form-gone')
}

function closed(): NotAllowed {
  return new NotAllowed('form-closed')
}

/** Fields as a form sends them. */
export function encoded(fields: Field[]): Pick<Posted, 'headers' | 'body'> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return { headers, body: new URLSearchParams(fields).toString() }
}

const refusal = z.object({ error: z.literal(true) })

/** GLPI's own «no», which it says as JSON to whom takes that: nothing was done. */
export function isTurnedBack(response: HttpResponse): boolean {
  if (![400, 401, 403, 404].includes(response.status) || !isJson(response)) return false
  return z.safeParse(refusal, parseIfJson(response.body)).success
}

/** The JSON of an answer of 200, '' for an empty one; throws a bare `SyntaxError` for any other. */
function jsonOf(response: HttpResponse): unknown {
  if (!isJson(response)) throw new SyntaxError('no JSON')
  return response.body.length === 0 ? '' : parseJson(response.body)
}
