import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TicketDraft } from '../../../src/drafts/draft.ts'
import { DraftFolder } from '../../../src/drafts/draft-folder.ts'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import type { FormAnswer } from '../../../src/itil/form-answer.ts'
import type { CatalogueKind } from '../../../src/sandbox/forms/catalogue-kind.ts'
import type { FormDefinition } from '../../../src/sandbox/forms/definition.ts'
import { catalogueOf } from '../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { formWith } from '../../drafts/form/answered.ts'
import { questionOf } from '../../glpi/forms/opened.ts'
import { customer } from '../../support/customer.ts'
import { newDesk, siteUrl } from '../../support/desk.ts'

const long = { since: '2026-03-05T08:00:00Z', settled: '2026-03-05T08:01:00Z' }

interface Doubt {
  kind?: CatalogueKind
  /** Of the form, by its stored title. */
  form?: string
  /** By the stored labels of the questions. */
  answers?: Record<string, FormAnswer>
  unanswered?: typeof long | null
  change?(form: FormDefinition): void
}

const idea = 'Boîte à idées'

/** A desk whose last command sent answers, by the site's box for ideas if no form is named, and heard nothing. */
async function deskInDoubt({ kind = 'odd', form: name = idea, answers, unanswered = long, change }: Doubt = {}) {
  const sandbox = await openSandbox({ glpi: '11.0', configuration: { catalogue: catalogueOf(kind) } })
  const desk = newDesk(sandbox)
  const { platform } = customer(fetchHttp(sandbox.fetch), siteUrl)
  const { rootUrl, person } = await platform.session()
  const definition = sandbox.configuration.catalogue.forms.find((one) => one.name === name)
  if (!definition) throw new Error(`no form «${name}»`)
  change?.(definition)
  const opened = await platform.forms.open(definition.id)
  const said = answers ?? { 'Votre idée': { text: 'Un baby-foot\nau rez-de-chaussée' } }
  const byNumber = Object.entries(said).map(([label, answer]) => [questionOf(opened, label).id, answer])
  const form = { ...formWith(opened, Object.fromEntries(byNumber)), newestBefore: 0 }
  const markIn = form.questions.findLast((question) => question.kind === 'long-text')?.id
  const drafts = new DraftFolder({
    folder: join(desk.home, '.local/state/ipeos/drafts'),
    now: () => new Date('2026-03-05T09:00:00Z'),
    holder: { pid: process.pid, isRunning: () => false },
  })
  const open = await drafts.begin<TicketDraft>({
    ...{ kind: 'ticket', owner: { platform: rootUrl, user: person.login }, entity: person.entity },
    ...{ answers: { title: name }, files: [], filesDone: true, confirmed: true },
    form: { ...form, ...(unanswered && markIn !== undefined && { markIn }) },
    ...(unanswered && { unanswered }),
  })
  await open.release()
  const posts = () => sandbox.writes.filter(({ path }) => path === '/Form/SubmitAnswers').length
  return { ...desk, sandbox, id: open.draft.id.slice(0, 8), posts }
}

test('a draft of answers to a form shows each with its question', async () => {
  const { ipeos, id } = await deskInDoubt()
  const { out } = await ipeos(['draft', 'show', id])
  expect(out).toMatch(/Form +Boîte à idées\n/)
  expect(out).toMatch(/Votre idée +Un baby-foot\n +au rez-de-chaussée/)
})

test('in a list it is called by its form and what was typed first', async () => {
  const { ipeos } = await deskInDoubt()
  const { out } = await ipeos(['draft', 'list', '--json', 'title,form'])
  expect(JSON.parse(out)).toMatchObject([
    {
      title: 'Boîte à idées – Un baby-foot',
      form: { title: 'Boîte à idées', answers: [{ label: 'Votre idée', answer: 'Un baby-foot\nau rez-de-chaussée' }] },
    },
  ])
})

test('answers of which nobody can tell whether they arrived are left, and named, by draft send --all', async () => {
  const { ipeos, id, posts } = await deskInDoubt()
  const { code, notes } = await ipeos(['draft', 'send', '--all'])
  expect(code).toBe(7)
  expect(notes).toContain(`${id} is not sent to its end: The site did not answer, and may have your answers`)
  expect(posts()).toBe(0)
})

test('they keep nothing else that waits from being sent', async () => {
  const { ipeos, sandbox } = await deskInDoubt()
  sandbox.faults.inject({ kind: 'drop-before', times: 1000 })
  await ipeos(['ticket', 'comment', '15', '-m', 'Encore'])
  sandbox.faults.clear()
  await ipeos(['draft', 'send', '--all'])
  expect(sandbox.writes.map(({ path }) => path)).toContainEqual(expect.stringContaining('ITILFollowup'))
})

test('to resume them says how to send them once more, and does not', async () => {
  const { ipeos, id, posts } = await deskInDoubt()
  const { code, notes } = await ipeos(['ticket', 'new', '--resume', id])
  expect(code).toBe(6)
  expect(notes).toContain(`To send them once more all the same: ipeos draft send ${id} --again`)
  expect(posts()).toBe(0)
})

test('they are sent once more where a person says so, and what the site calls them is told', async () => {
  const { ipeos, id, posts } = await deskInDoubt()
  const { code, notes, out } = await ipeos(['draft', 'send', id, '--again'])
  expect({ code, out, posts: posts() }).toEqual({ code: 0, out: '', posts: 1 })
  expect(notes).toContain('Your answers to “Boîte à idées” arrived, as “Boîte à idées #1”.')
  expect((await ipeos(['draft', 'list', '--json'])).out.trim()).toBe('[]')
})

test('a draft of which it is known how far it got is not sent again so', async () => {
  const { ipeos, id, posts } = await deskInDoubt({ unanswered: null })
  const { code, notes } = await ipeos(['draft', 'send', id, '--again'])
  expect({ code, posts: posts() }).toEqual({ code: 2, posts: 0 })
  expect(notes).toContain(`Of draft ${id} it is known how far it got`)
})

test('which draft is to be sent again has to be said', async () => {
  const { ipeos } = await deskInDoubt()
  expect(await ipeos(['draft', 'send', '--again'])).toMatchObject({ code: 2 })
})

test('of several tickets that come of it each is told, and a script reads a number a line', async () => {
  const { ipeos, id } = await deskInDoubt({ form: 'Deux tickets', answers: { 'Quoi ?': { text: 'un écran' } } })
  const { code, notes, out } = await ipeos(['draft', 'send', id, '--again'])
  const [first, second] = out.trimEnd().split('\n')
  expect({ code, numbers: out.match(/^\d+$/gm)?.length }).toEqual({ code: 0, numbers: 2 })
  expect(notes).toContain(`Ticket no. ${first} saved.`)
  expect(notes).toContain(`Ticket no. ${second} came of it as well.`)
})

test('a title that shows the mark is told, for the site to be mended', async () => {
  const change = (form: FormDefinition) => {
    form.destinations = [{ title: 'Idée : {answer:Votre idée}', content: 'auto', takesObservers: false }]
  }
  const { ipeos, id } = await deskInDoubt({ change })
  const { code, notes } = await ipeos(['draft', 'send', id, '--again'])
  expect(code).toBe(0)
  expect(notes).toContain('shows a mark of ipeos')
})

test('an observer whom the site left out is told, with exit code 7', async () => {
  const change = (form: FormDefinition) => {
    form.destinations = form.destinations.map((one) => ({ ...one, takesObservers: false }))
  }
  const { ipeos, id } = await deskInDoubt({
    ...{ kind: 'usual', form: 'Report an issue', change },
    answers: {
      Observers: { chosen: [{ value: 'users_id-10', label: 'Martin Henri' }] },
      Description: { text: 'Elle fume.' },
    },
  })
  const { code, notes } = await ipeos(['draft', 'send', id, '--again'])
  expect(notes).toContain('Martin Henri was not made an observer of it.')
  expect(notes.match(/To follow it/g)).toHaveLength(1)
  expect(code).toBe(7)
})

test('one whom the text of the ticket names, since the form makes no observers, is told, and it is a success', async () => {
  const change = (form: FormDefinition) => {
    form.destinations = [{ title: 'Un problème', content: 'auto', takesObservers: false }]
  }
  const { ipeos, id } = await deskInDoubt({
    ...{ kind: 'usual', form: 'Report an issue', change },
    answers: {
      Observers: { chosen: [{ value: 'users_id-9', label: 'Nourel Henri' }] },
      Description: { text: 'Elle fume.' },
    },
  })
  const { code, notes } = await ipeos(['draft', 'send', id, '--again'])
  expect(notes).toContain('Nourel Henri is no observer: this form only writes the name into the ticket.')
  expect(code).toBe(0)
})
