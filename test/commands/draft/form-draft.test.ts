import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TicketDraft } from '../../../src/drafts/draft.ts'
import { DraftFolder } from '../../../src/drafts/draft-folder.ts'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { catalogueOf } from '../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { formWith } from '../../drafts/form/answered.ts'
import { questionOf } from '../../glpi/forms/opened.ts'
import { customer } from '../../support/customer.ts'
import { newDesk, siteUrl } from '../../support/desk.ts'

const long = { since: '2026-03-05T08:00:00Z', settled: '2026-03-05T08:01:00Z' }

/** A desk whose last command sent an idea by the site's box for them, and heard no answer. */
async function deskInDoubt({ unanswered }: { unanswered?: typeof long } = { unanswered: long }) {
  const sandbox = await openSandbox({ glpi: '11.0', configuration: { catalogue: catalogueOf('odd') } })
  const desk = newDesk(sandbox)
  const { platform } = customer(fetchHttp(sandbox.fetch), siteUrl)
  const { rootUrl, person } = await platform.session()
  const id = sandbox.configuration.catalogue.forms.find(({ name }) => name === 'Boîte à idées')?.id ?? 0
  const opened = await platform.forms.open(id)
  const question = questionOf(opened, 'Votre idée').id
  const form = { ...formWith(opened, { [question]: { text: 'Un baby-foot\nau rez-de-chaussée' } }), newestBefore: 0 }
  const drafts = new DraftFolder({
    folder: join(desk.home, '.local/state/ipeos/drafts'),
    now: () => new Date('2026-03-05T09:00:00Z'),
    holder: { pid: process.pid, isRunning: () => false },
  })
  const open = await drafts.begin<TicketDraft>({
    ...{ kind: 'ticket', owner: { platform: rootUrl, user: person.login }, entity: person.entity },
    ...{ answers: { title: 'Boîte à idées' }, files: [], filesDone: true, confirmed: true },
    form: unanswered ? { ...form, markIn: question } : form,
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
  const { ipeos, id, posts } = await deskInDoubt({})
  const { code, notes } = await ipeos(['draft', 'send', id, '--again'])
  expect({ code, posts: posts() }).toEqual({ code: 2, posts: 0 })
  expect(notes).toContain(`Of draft ${id} it is known how far it got`)
})

test('which draft is to be sent again has to be said', async () => {
  const { ipeos } = await deskInDoubt()
  expect(await ipeos(['draft', 'send', '--again'])).toMatchObject({ code: 2 })
})
