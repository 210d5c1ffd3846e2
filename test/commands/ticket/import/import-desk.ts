import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetchHttp } from '../../../../src/glpi/http/fetch-http.ts'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../../support/desk.ts'

/** Somebody who imports files, and what the platform has of it. */
export async function deskOf(glpi: '10.0' | '11.0' = '10.0') {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site)
  const put = (name: string, content: string | Buffer) => writeFileSync(join(desk.home, name), content)
  return {
    ...{ site, desk, put },
    run: (words: string[], options: CallOptions = {}) => desk.ipeos(['ticket', 'import', ...words], options),
    titles: async (start = 'Lot') => {
      const { out } = await desk.ipeos([
        'ticket',
        'list',
        '--all',
        '--status',
        'all',
        '--search',
        start,
        '--json',
        'title',
      ])
      return (JSON.parse(out) as Array<{ title: string }>).map(({ title }) => title).sort()
    },
    posts: () => site.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/Ticket')).length,
    /** The files of imports that are not done. */
    kept: () => {
      const state = join(desk.home, '.local/state/ipeos/imports')
      return readdirSync(state).filter((name) => !/^(finished|lines-\w+)\.json/.test(name))
    },
  }
}

export const lots = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => `Lot ${String(place).padStart(4, '0')}`)
export const csv = (count: number): string =>
  `title,description\n${lots(count)
    .map((title) => `${title},Une description.`)
    .join('\n')}\n`

export const onPost = { method: 'POST', path: /\/Ticket$/ }

/** A platform that takes only some tickets of a request, as a rule of the support may have it. */
export function refusing(site: Sandbox, title: string) {
  return fetchHttp(async (request) => {
    if (request.method !== 'POST' || !request.url.endsWith('/Ticket')) return site.fetch(request)
    const { input } = (await request.json()) as { input: Array<{ name: string }> }
    const taken = input.filter(({ name }) => name !== title)
    const headers = request.headers
    const created: unknown[] =
      taken.length === 0
        ? []
        : ((await (
            await site.fetch(
              new Request(request.url, { method: 'POST', headers, body: JSON.stringify({ input: taken }) }),
            )
          ).json()) as unknown[])
    const outcomes = input.map(({ name }) =>
      name === title ? { id: false, message: 'Quota <b>atteint</b>' } : created.shift(),
    )
    if (taken.length === input.length) return Response.json(outcomes, { status: 201 })
    const code = taken.length === 0 ? 'ERROR_GLPI_ADD' : 'ERROR_GLPI_PARTIAL_ADD'
    return Response.json([code, outcomes], { status: taken.length === 0 ? 400 : 207 })
  })
}

/** The network of a site, in which something happens once so many requests for tickets were answered. */
export function afterPosts(site: Sandbox, count: number, then: () => void) {
  let posts = 0
  return fetchHttp(async (request) => {
    const answer = await site.fetch(request)
    if (request.method === 'POST' && request.url.endsWith('/Ticket')) posts += 1
    if (posts === count) {
      posts += 1
      then()
    }
    return answer
  })
}
