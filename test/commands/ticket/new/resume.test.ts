import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { opensTicket } from '../../../support/glpi-versions.ts'
import { ctrlC, Left } from '../../../support/scripted-prompts.ts'
import { shortForm } from '../../../support/short-form.ts'

const whole = ['ticket', 'new', '--title', 'Imprimante', '--description', 'Plus rien ne sort.']
const create = { method: 'POST', path: opensTicket }
const attach = { method: 'POST', path: /\/Document$/ }

async function deskAt() {
  const site = await openSandbox(shortForm)
  return { site, desk: newDesk(site) }
}

function writesOf(site: { writes: Array<{ path: string }> }): string[] {
  return site.writes.map(({ path }) => path.replace(/^.*\//, ''))
}

async function draftsOf(desk: Desk): Promise<Array<Record<string, unknown>>> {
  return JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
}

/** The first answers, then Ctrl-C. */
async function interrupted(desk: Desk) {
  return desk.ipeos(['ticket', 'new', '--about', 'none', '--category', '3'], {
    columns: 100,
    answers: [
      ['Type', undefined],
      ['Urgency', 'High'],
      ['Keep me informed', 'No'],
      ['Title', 'Imprimante'],
      ['Description', ctrlC],
    ],
  })
}

test('what was answered before Ctrl-C is kept, and the person is told how to go on', async () => {
  const { desk } = await deskAt()
  const { code, notes } = await interrupted(desk)
  const [draft] = await draftsOf(desk)
  expect(code).toBe(130)
  expect(notes).toContain(`ipeos ticket new --resume ${String(draft?.id).slice(0, 8)}`)
  expect(draft).toMatchObject({
    stage: 'typing',
    answers: { urgency: 'high', notify: false, title: 'Imprimante', equipment: null, category: { id: 3 } },
  })
})

test('a draft without a category says so as French does', async () => {
  const { desk } = await deskAt()
  const flags = [
    '--type',
    'incident',
    '--title',
    'Imprimante',
    '--about',
    'none',
    '--category',
    'none',
    '--no-notify',
    '--urgency',
    '3',
  ]
  await desk.ipeos(['ticket', 'new', ...flags], { columns: 100, answers: [['Description', ctrlC]] })
  const [draft] = await draftsOf(desk)
  const { out } = await desk.ipeos(['draft', 'show', String(draft?.id).slice(0, 8), '--lang', 'fr'], { columns: 80 })
  expect(out).toMatch(/Porte sur\S*\s+aucun\n/)
  expect(out).toMatch(/Catégorie\S*\s+aucune\n/)
})

test('--resume shows what was given and asks only for the rest', async () => {
  const { desk, site } = await deskAt()
  await interrupted(desk)
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--resume'], {
    columns: 100,
    answers: [
      ['Description', 'Plus rien ne sort.'],
      ['File to', ''],
      ['Send this request', 'send'],
    ],
  })
  expect(code).toBe(0)
  expect(notes).toMatch(/Title\S*\s+Imprimante/)
  expect(writesOf(site)).toEqual(['Ticket'])
  expect(await draftsOf(desk)).toEqual([])
})

test('what was typed of the description before Ctrl-C is kept, and stands there when it is asked again', async () => {
  const { desk, site } = await deskAt()
  const flags = [
    '--type',
    'incident',
    '--urgency',
    '2',
    '--no-notify',
    '--about',
    'none',
    '--category',
    '5',
    '--title',
    'Imprimante',
  ]
  const left = await desk.ipeos(['ticket', 'new', ...flags], {
    columns: 100,
    answers: [['Description', new Left('Plus rien ne sort')]],
  })
  const [draft] = await draftsOf(desk)
  const resumed = await desk.ipeos(['ticket', 'new', '--resume'], {
    columns: 100,
    answers: [['Description', new Left(' depuis ce matin.')]],
  })
  const [draftLater] = await draftsOf(desk)
  const sent = await desk.ipeos(['ticket', 'new', '--resume'], {
    columns: 100,
    answers: [
      ['Description', undefined],
      ['File to', ''],
      ['Send this request', 'send'],
    ],
  })
  expect([left.code, draft?.text, resumed.code, draftLater?.text]).toEqual([
    130,
    'Plus rien ne sort',
    130,
    'Plus rien ne sort depuis ce matin.',
  ])
  expect([sent.code, writesOf(site), await draftsOf(desk)]).toEqual([0, ['Ticket'], []])
})

test('what was typed of the title before Ctrl-C is kept, and stands there when it is asked again', async () => {
  const { desk } = await deskAt()
  const flags = ['--type', 'incident', '--urgency', '2', '--no-notify', '--about', 'none', '--category', '5']
  const left = await desk.ipeos(['ticket', 'new', ...flags], {
    columns: 100,
    answers: [['Title', new Left('Imprim')]],
  })
  const [draft] = await draftsOf(desk)
  await desk.ipeos(['ticket', 'new', '--resume'], {
    columns: 100,
    answers: [['Title', new Left('ante')]],
  })
  const [later] = await draftsOf(desk)
  expect(left.notes).toContain(`ipeos ticket new --resume ${String(draft?.id).slice(0, 8)}`)
  expect([draft?.title, later?.title]).toEqual(['Imprim', 'Imprimante'])
})

test('what was begun of the description outlasts an answer before it that is asked once more', async () => {
  const { desk } = await deskAt()
  const flags = [
    '--type',
    'incident',
    '--urgency',
    '2',
    '--no-notify',
    '--about',
    'none',
    '--category',
    '5',
    '--title',
    'Imprimante',
  ]
  await desk.ipeos(['ticket', 'new', ...flags], {
    columns: 100,
    answers: [['Description', new Left('Plus rien ne sort')]],
  })
  await desk.ipeos(['ticket', 'new', '--resume', '--title', 'Imprimante du 2'], {
    columns: 100,
    answers: [['Description', ctrlC]],
  })
  expect(await draftsOf(desk)).toMatchObject([{ text: 'Plus rien ne sort' }])
})

test('of a title that is changed at the end, both what it was and what is typed are kept', async () => {
  const { desk } = await deskAt()
  await desk.ipeos(
    [...whole, '--type', 'incident', '--urgency', '2', '--no-notify', '--about', 'none', '--category', '5'],
    {
      columns: 100,
      answers: [
        ['File to', ''],
        ['Send this request', 'change'],
        ['What', 'title'],
        ['Title', new Left(' du 2e')],
      ],
    },
  )
  expect(await draftsOf(desk)).toMatchObject([{ title: 'Imprimante du 2e', text: 'Plus rien ne sort.' }])
})

test('a description that was left in the middle is not sent by a script as if it were whole', async () => {
  const { desk, site } = await deskAt()
  await desk.ipeos(['ticket', 'new', '--title', 'Imprimante', '--yes'], {
    columns: 100,
    answers: [['Description', new Left('Plus rien')]],
  })
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--resume'])
  expect({ code, writes: site.writes, asked: notes.includes('--description') }).toEqual({
    code: 2,
    writes: [],
    asked: true,
  })
})

test('a new request of which something is said already is told that one is unfinished, and asks nothing about it', async () => {
  const { desk } = await deskAt()
  await interrupted(desk)
  const { notes } = await desk.ipeos(['ticket', 'new', '--title', 'x'], { columns: 100, answers: [['Type', ctrlC]] })
  expect(notes).toMatch(/You have an unfinished request, “Imprimante”/)
})

test('before the first answer there is nothing to keep', async () => {
  const { desk } = await deskAt()
  const { code } = await desk.ipeos(['ticket', 'new', '--title', 'x'], { columns: 100, answers: [['Type', ctrlC]] })
  expect([code, await draftsOf(desk)]).toEqual([130, []])
})

test('a request that was stopped at the last question is kept as it stood', async () => {
  const { desk } = await deskAt()
  const { notes } = await desk.ipeos(
    [...whole, '--type', 'incident', '--urgency', '2', '--no-notify', '--about', 'none', '--category', '5'],
    {
      columns: 100,
      answers: [
        ['File to', ''],
        ['Send this request', 'stop'],
      ],
    },
  )
  expect(notes).toContain('Nothing was sent')
  expect(await draftsOf(desk)).toMatchObject([{ title: 'Imprimante', text: 'Plus rien ne sort.' }])
})

test('a script keeps no draft of what it could not send, until it sends', async () => {
  const { desk } = await deskAt()
  expect(await desk.ipeos(['ticket', 'new', '--title', 'x'])).toMatchObject({ code: 2 })
  expect(await draftsOf(desk)).toEqual([])
})

test('a script whose answer was lost for good goes on with --resume, and the ticket is there once', async () => {
  const { desk, site } = await deskAt()
  site.faults.inject({ kind: 'drop-after', match: create })
  site.faults.inject({ kind: 'status', status: 503, match: { path: /search/ }, times: 4 })
  const lost = await desk.ipeos(whole)
  const command = /ipeos (ticket new --resume \w{8})/.exec(lost.notes)?.[1]
  expect({ code: lost.code, out: lost.out }).toEqual({ code: 6, out: '' })
  const resumed = await desk.ipeos(command?.split(' ') ?? [])
  expect(resumed).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
  expect(resumed.notes).toContain('Nothing was sent twice')
  expect(writesOf(site)).toEqual(['Ticket'])
  expect(await draftsOf(desk)).toEqual([])
})

test('a file whose answer was lost is there once, and the rest follows', async () => {
  const { desk, site } = await deskAt()
  writeFileSync(join(desk.home, 'a.txt'), 'un')
  writeFileSync(join(desk.home, 'b.txt'), 'deux')
  site.faults.inject({ kind: 'truncated', match: attach })
  expect(await desk.ipeos([...whole, '--attach', 'a.txt', '--attach', 'b.txt'])).toMatchObject({ code: 0 })
  expect(writesOf(site)).toEqual(['Ticket', 'Document', 'Document'])
})

test('the same file given twice is there twice, though an answer was lost', async () => {
  const { desk, site } = await deskAt()
  writeFileSync(join(desk.home, 'a.txt'), 'un')
  site.faults.inject({ kind: 'drop-after', match: attach, times: 2 })
  const { out } = await desk.ipeos([...whole, '--attach', 'a.txt', '--attach', 'a.txt'])
  const shown = JSON.parse((await desk.ipeos(['ticket', 'show', out.trim(), '--json', 'documents'])).out)
  expect(shown.documents).toHaveLength(2)
})

test('files that the network lost are sent by --resume, those that arrived are not', async () => {
  const { desk, site } = await deskAt()
  writeFileSync(join(desk.home, 'a.txt'), 'un')
  writeFileSync(join(desk.home, 'b.txt'), 'deux')
  const failing = { kind: 'drop-before', match: attach, times: 2 } as const
  site.faults.inject({ kind: 'delay', milliseconds: 0, match: attach })
  const first = desk.ipeos([...whole, '--attach', 'a.txt', '--attach', 'b.txt'])
  site.faults.inject(failing)
  const { code, out } = await first
  expect({ code, writes: writesOf(site) }).toEqual({ code: 7, writes: ['Ticket'] })
  const resumed = await desk.ipeos(['ticket', 'new', '--resume'])
  expect(resumed).toMatchObject({ code: 0, out })
  expect(writesOf(site)).toEqual(['Ticket', 'Document', 'Document'])
})

test('a request that was sent can no longer change', async () => {
  const { desk, site } = await deskAt()
  writeFileSync(join(desk.home, 'a.txt'), 'un')
  site.faults.inject({ kind: 'drop-before', match: attach, times: 2 })
  await desk.ipeos([...whole, '--attach', 'a.txt'])
  expect(await desk.ipeos(['ticket', 'new', '--resume', '--title', 'Autre'])).toMatchObject({ code: 2 })
  expect(await draftsOf(desk)).toHaveLength(1)
})

test('a draft is sent by nobody but its account', async () => {
  const { desk, site } = await deskAt()
  await interrupted(desk)
  const [draft] = await draftsOf(desk)
  const henri = { IPEOS_USER: 'henri', IPEOS_PASSWORD: 'henri-secret' }
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--resume', String(draft?.id), '--description', 'x'], {
    env: henri,
  })
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('belongs to alice')
  expect(await desk.ipeos(['ticket', 'new', '--resume'], { env: henri })).toMatchObject({ code: 3 })
})

test('a draft that nobody in particular kept for another platform is sent nowhere else, and its platform is named', async () => {
  const { desk, site } = await deskAt()
  const elsewhere = { IPEOS_URL: 'https://other.example', IPEOS_USER: '', IPEOS_PASSWORD: '' }
  expect(await desk.ipeos([...whole, '--best-effort', '--yes'], { env: elsewhere })).toMatchObject({ code: 4 })
  const [draft] = await draftsOf(desk)
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--resume', String(draft?.id)])
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('was kept for https://other.example, and is sent nowhere else')
  expect(notes).toContain(`ipeos draft delete ${String(draft?.id).slice(0, 8)}`)
})

test('a draft holds no secret', async () => {
  const { desk } = await deskAt()
  await interrupted(desk)
  const folder = join(desk.home, '.local', 'state', 'ipeos', 'drafts')
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('alice-secret')
})

test('a file that is gone meanwhile is named, and can be given again', async () => {
  const { desk } = await deskAt()
  writeFileSync(join(desk.home, 'a.txt'), 'un')
  const flags = ['--type', 'incident', '--urgency', '2', '--no-notify', '--about', 'none', '--category', '5']
  await desk.ipeos([...whole, ...flags], {
    columns: 100,
    answers: [
      ['File to', 'a.txt'],
      ['Another file', ctrlC],
    ],
  })
  rmSync(join(desk.home, 'a.txt'))
  const { notes } = await desk.ipeos(['ticket', 'new', '--resume'], { columns: 100, answers: [['File to', ctrlC]] })
  expect(notes).toMatch(/can no longer be attached: .*a\.txt/)
})

test('a comment whose answer was lost is there once', async () => {
  const { desk, site } = await deskAt()
  const { out } = await desk.ipeos(whole)
  site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /ITILFollowup/ } })
  expect(await desk.ipeos(['ticket', 'comment', out.trim(), '-m', 'Toujours en panne.'])).toMatchObject({ code: 0 })
  expect(writesOf(site)).toEqual(['Ticket', 'ITILFollowup'])
})

test('a comment that the network lost is kept, and sent by draft send', async () => {
  const { desk, site } = await deskAt()
  const { out } = await desk.ipeos(whole)
  site.faults.inject({ kind: 'status', status: 502, match: { method: 'POST', path: /ITILFollowup/ }, times: 2 })
  const lost = await desk.ipeos(['ticket', 'comment', out.trim(), '-m', 'Toujours en panne.'])
  const command = /ipeos (draft send \w{8})/.exec(lost.notes)?.[1]
  expect(lost.code).toBe(6)
  expect(await desk.ipeos(command?.split(' ') ?? [])).toMatchObject({ code: 0 })
  expect(writesOf(site)).toEqual(['Ticket', 'ITILFollowup'])
  expect(await draftsOf(desk)).toEqual([])
})

test('draft show says what it holds and how to go on; draft delete forgets it', async () => {
  const { desk } = await deskAt()
  await interrupted(desk)
  const [draft] = await draftsOf(desk)
  const id = String(draft?.id).slice(0, 6)
  const shown = await desk.ipeos(['draft', 'show', id, '--lang', 'fr'])
  expect(shown.out).toMatch(/Titre\s+Imprimante/)
  expect(shown.notes).toContain('ipeos ticket new --resume')
  expect(await desk.ipeos(['draft', 'delete', id])).toMatchObject({ code: 0 })
  expect(await desk.ipeos(['draft', 'list'])).toMatchObject({
    code: 0,
    out: '',
    notes: expect.stringContaining('No draft'),
  })
})
