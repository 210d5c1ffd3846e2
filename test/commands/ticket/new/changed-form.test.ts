import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { shortForm } from '../../../support/short-form.ts'

const minute = 60_000
const one = ['ticket', 'new', '--title', 'Imprimante', '--description', 'Plus rien ne sort.']
const veryLow = 1

/** A person whose form was read, and is kept; then the platform changes its mind. */
async function withKeptForm(glpi: '10.0' | '11.0' = '10.0') {
  const site = await openSandbox({ ...shortForm, glpi })
  const desk = newDesk(site)
  await desk.ipeos(['ticket', 'form'])
  return { site, desk }
}

function disable({ configuration }: Sandbox, level: number): void {
  configuration.urgencyMask &= ~(1 << level)
}

const later = (minutes: number) => ({ world: { now: () => new Date(Date.now() + minutes * minute) } })

async function shown(desk: Desk, id: string) {
  return JSON.parse((await desk.ipeos(['ticket', 'show', id.trim(), '--json'])).out)
}

describe.each(['10.0', '11.0'] as const)('some minutes after the form was read on GLPI %s', (glpi) => {
  test('an urgency that is no longer offered is refused before anything is sent', async () => {
    const { site, desk } = await withKeptForm(glpi)
    disable(site, veryLow)
    const { code, notes } = await desk.ipeos([...one, '--urgency', 'very-low'], later(6))
    expect(code).toBe(2)
    expect(notes).toContain('very-low')
    expect(site.writes).toEqual([])
  })

  test('a category that has become mandatory is wanted', async () => {
    const { site, desk } = await withKeptForm(glpi)
    site.configuration.mandatoryFields = ['description', 'category']
    const { code, notes } = await desk.ipeos(one, later(6))
    expect(code).toBe(2)
    expect(notes).toContain('--category')
    expect(site.writes).toEqual([])
  })
})

test('within these minutes the form is not read again, and what the platform stored otherwise is told', async () => {
  const { site, desk } = await withKeptForm()
  disable(site, veryLow)
  const { code, out, notes } = await desk.ipeos([...one, '--urgency', 'very-low'])
  expect(code).toBe(0)
  expect(notes).toContain(`Ticket no. ${out.trim()} is not quite as asked: the platform made it of urgency “Medium”.`)
  expect((await shown(desk, out)).urgency).toBe('medium')
})

test('the same in French', async () => {
  const { site, desk } = await withKeptForm()
  disable(site, veryLow)
  const { out, notes } = await desk.ipeos([...one, '--urgency', 'very-low'], { env: { IPEOS_LANG: 'fr' } })
  expect(notes).toMatch(
    new RegExp(`Le ticket n°\\s${out.trim()} diffère un peu de la demande\\s: .* avec l’urgence «\\sMoyenne\\s».`),
  )
})

test('a ticket that was stored as asked has no such word', async () => {
  const { desk } = await withKeptForm()
  const { notes } = await desk.ipeos([...one, '--urgency', 'low', '--category', 'Messagerie', '--type', 'request'])
  expect(notes).not.toContain('not quite')
})

test('that a new ticket cannot be looked at changes nothing', async () => {
  const { site, desk } = await withKeptForm()
  site.faults.inject({ kind: 'status', status: 403, match: { method: 'GET', path: /\/Ticket\/\d+\?/ }, times: 10 })
  expect(await desk.ipeos(one)).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
})

test('what changed on the platform while somebody typed is asked anew', async () => {
  const { site, desk } = await withKeptForm()
  let minutes = 0
  const title = {
    toString: () => {
      disable(site, veryLow)
      minutes = 20
      return 'Imprimante'
    },
  }
  const { code, notes } = await desk.ipeos(
    [
      'ticket',
      'new',
      '--no-notify',
      '--about',
      'none',
      '--category',
      'Messagerie',
      '--description',
      'x',
      '--no-suggest',
    ],
    {
      columns: 100,
      world: { now: () => new Date(Date.now() + minutes * minute) },
      answers: [
        ['Type', undefined],
        ['Urgency', 'very-low'],
        ['Title', title],
        ['File to attach', ''],
        ['Send this', 'send'],
        ['Urgency', 'low'],
        ['Send this', 'send'],
      ],
    },
  )
  expect(notes).toContain('The form has changed')
  expect(code).toBe(0)
  const [ticket] = JSON.parse((await desk.ipeos(['ticket', 'list', '--json', 'title,urgency', '--limit', '1'])).out)
  expect(ticket).toEqual({ title: 'Imprimante', urgency: 'low' })
})

test('where nobody answers, what is typed against the kept form goes into a draft', async () => {
  const { site, desk } = await withKeptForm()
  site.faults.inject({ kind: 'drop-before', times: 1000 })
  expect(await desk.ipeos(one, later(6))).toMatchObject({ code: 6 })
  expect((await desk.ipeos(['draft', 'list'])).out).toContain('Imprimante')
})

test('mail that can reach nobody is told', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const nobody = {
    fetch: async (request: Request) => {
      const response = await site.fetch(request)
      if (!request.url.includes('helpdesk.public.php')) return response
      const page = (await response.text()).replaceAll('alice@ipeos.example', '')
      return new Response(page, { status: response.status, headers: response.headers })
    },
  }
  const told = await newDesk(nobody).ipeos([...one, '--notify'])
  expect(told).toMatchObject({ code: 0, notes: expect.stringContaining('--email YOU@EXAMPLE') })
  expect((await newDesk(nobody).ipeos([...one, '--notify', '--email', 'a@b.example'])).notes).not.toContain('YOU@')
})

test('what a form of GLPI 11 wants besides is an answer as any other', async () => {
  const site = await openSandbox({ glpi: '11.0', configuration: { mandatoryFields: ['description', 'location'] } })
  const desk = newDesk(site)
  expect(await desk.ipeos(one)).toMatchObject({ code: 2, notes: expect.stringContaining('the place is missing') })
  expect(await desk.ipeos([...one, '--location', 'Étage 2'])).toMatchObject({ code: 0 })
})

test.each([
  ['en', 'Projet', 'front/helpdesk.public.php?create_ticket=1'],
  ['fr', 'Projet', 'front/helpdesk.public.php?create_ticket=1'],
] as const)('what GLPI 10 wants besides, and nobody can say here, is named (%s)', async (lang, label, page) => {
  const site = await openSandbox({ glpi: '10.0', configuration: { mandatoryFields: ['description', 'location'] } })
  const project = '<div><label>Projet</label><select name="projects_id" required="required"></select></div>'
  const desk = newDesk({
    fetch: async (request) => {
      const response = await site.fetch(request)
      if (!request.url.includes('helpdesk.public.php')) return response
      const page = (await response.text()).replace('<button type="submit" name="add"', `${project}$&`)
      return new Response(page, { status: response.status, headers: response.headers })
    },
  })
  const { code, notes } = await desk.ipeos([...one, '--location', '2', '--lang', lang])
  expect(code).toBe(0)
  expect(notes).toContain(label)
  expect(notes).toContain(`https://support.example/${page}`)
  const form = JSON.parse((await desk.ipeos(['ticket', 'form', '--json'])).out)
  expect(form.mandatoryElsewhere).toEqual([label])
})

test('what can be said here is not told as something for the web', async () => {
  const fields = ['title', 'description', 'category', 'equipment', 'urgency'] as const
  const site = await openSandbox({ glpi: '10.0', configuration: { mandatoryFields: [...fields] } })
  const desk = newDesk(site)
  expect(JSON.parse((await desk.ipeos(['ticket', 'form', '--json'])).out).mandatoryElsewhere).toEqual([])
})
