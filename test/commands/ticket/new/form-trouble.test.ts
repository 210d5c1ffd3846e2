import { expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

const usual = ['ticket', 'new', '--title', 'Onduleur', '--description', 'Il siffle.', '--yes']
const printer = ['ticket', 'new', '--form', '4', '--answer', 'Quelle imprimante=A', '--answer', 'Problème=Autre']

/** The paths of what is asked of the pages of forms, in their order. */
function asked({ requests }: Sandbox): string[] {
  return requests
    .map(({ path }) => path.split('?')[0] ?? '')
    .filter((path) => /Form|Helpdesk|ServiceCatalog/.test(path))
}

test.each([
  ['the usual form', usual, 1],
  ['a form that is named by its number', printer, 4],
])('%s costs one page, one look at what is seen, one check and the sending', async (_which, words, id) => {
  const site = await openSandbox()
  expect((await newDesk(site).ipeos(words)).code).toBe(0)
  expect(asked(site)).toEqual([
    `/Form/Render/${id}`,
    '/Form/Condition/Engine',
    '/Form/ValidateAnswers',
    '/Form/SubmitAnswers',
  ])
})

test.each(['/Form/Render/4', '/Form/Condition/Engine', '/Form/ValidateAnswers', '/Form/SubmitAnswers'])(
  'a session that dies at %s is renewed, and the answers arrive once',
  async (path) => {
    const site = await openSandbox()
    site.faults.inject({ kind: 'dead-session', match: { path: new RegExp(path) } })
    const { code, out } = await newDesk(site).ipeos(printer)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
    expect(site.writes.filter(({ path: one }) => one.endsWith('/SubmitAnswers'))).toHaveLength(1)
  },
)

test('a form that is closed between reading and sending opens nothing, and what was said is kept', async () => {
  const site = await openSandbox()
  const desk = newDesk({
    fetch: async (request) => {
      if (request.url.endsWith('/SubmitAnswers')) {
        const { catalogue } = site.configuration
        site.configuration.catalogue = {
          ...catalogue,
          forms: catalogue.forms.map((form) => (form.id === 4 ? { ...form, active: false } : form)),
        }
      }
      return site.fetch(request)
    },
  })
  const { code, out } = await desk.ipeos(printer)
  expect({ code, out }).toEqual({ code: 5, out: '' })
  expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)).toHaveLength(1)
})

const calls = [/Condition.Engine/, /ValidateAnswers/]
const failures = [500, 520, 522, 403].flatMap((status) => calls.map((path) => [status, path] as const))

test.each(failures)('an error %i of the site at %s is the server’s own, and nothing is sent', async (status, path) => {
  const site = await openSandbox()
  site.faults.inject({ kind: 'status', status, match: { path }, times: 20 })
  const { code, notes } = await newDesk(site).ipeos(printer)
  expect({ code, writes: site.writes }).toEqual({ code: 6, writes: [] })
  expect(notes).toContain(`has a problem of its own (error ${status})`)
})

test.each(calls)('a page of the web at %s, with 200, makes no sense, and nothing is sent', async (path) => {
  const site = await openSandbox()
  site.faults.inject({ kind: 'html', match: { path }, times: 20 })
  const { code, notes } = await newDesk(site).ipeos(printer)
  expect({ code, writes: site.writes }).toEqual({ code: 1, writes: [] })
  expect(notes).toContain('makes no sense')
})

test('a person is told to try again where the server itself fails of what is seen', async () => {
  const site = await openSandbox()
  site.faults.inject({ kind: 'status', status: 522, match: { path: /Condition.Engine/ }, times: 20 })
  const { notes } = await newDesk(site).ipeos([...printer, '--dry-run'])
  expect(notes).toContain('Try again in a few minutes.')
})

test('a page of five megabytes is read as any other', async () => {
  const site = await openSandbox()
  const desk = newDesk({
    fetch: async (request) => {
      const response = await site.fetch(request)
      if (!request.url.includes('/Form/Render/')) return response
      return new Response(`${await response.text()}<!--${'x'.repeat(5_000_000)}-->`, response)
    },
  })
  expect((await desk.ipeos(printer)).code).toBe(0)
})
