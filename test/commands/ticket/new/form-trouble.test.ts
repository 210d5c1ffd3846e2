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

test.each(['html', { status: 500 }] as const)('what is seen cannot be told (%s): nothing is sent', async (how) => {
  const site = await openSandbox()
  const match = { path: /Condition\/Engine/ }
  site.faults.inject(how === 'html' ? { kind: 'html', match, times: 20 } : { kind: 'status', ...how, match, times: 20 })
  const { code, notes } = await newDesk(site).ipeos(printer)
  expect(code).not.toBe(0)
  expect(notes).toContain('✗')
  expect(site.writes).toEqual([])
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
