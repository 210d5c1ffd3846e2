import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MessageDraft, TicketDraft } from '../../src/drafts/draft.ts'
import { DraftFolder } from '../../src/drafts/draft-folder.ts'
import type { NewDraft } from '../../src/drafts/drafts.ts'
import type { DraftForm } from '../../src/drafts/form/form-draft.ts'
import { fileSteps } from '../support/file-steps.ts'

const request: NewDraft<TicketDraft> = {
  kind: 'ticket',
  owner: { platform: 'https://support.example', user: 'alice' },
  answers: { title: 'Imprimante' },
  files: [],
  filesDone: false,
}

const form: DraftForm = {
  ...{ id: 3, title: 'Badge perdu', storedTitle: 'Lost badge' },
  questions: [
    { id: 7, label: 'Pourquoi ?', storedLabel: 'Why?', kind: 'long-text' },
    { id: 9, label: 'Où ?', storedLabel: 'Where?', kind: 'radio' },
  ],
  answers: { 7: { text: 'Perdu.' }, 9: { chosen: [{ value: '12', label: 'Accueil' }] } },
}

function place(holder = { pid: 1, isRunning: () => true }) {
  const folder = join(mkdtempSync(join(tmpdir(), 'ipeos-drafts-')), 'drafts')
  let time = Date.parse('2026-03-05T09:00:00Z')
  const now = () => {
    time += 1000
    return new Date(time)
  }
  return { folder, now, drafts: new DraftFolder({ folder, now, holder }) }
}

test('a draft is there as soon as it is begun, for its owner alone', async () => {
  const { folder, drafts } = place()
  const { draft } = await drafts.begin(request)
  const path = join(folder, `${draft.id}.json`)
  expect([statSync(path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700])
  expect((await drafts.list()).drafts).toEqual([draft])
})

test('the last changed comes first', async () => {
  const { drafts } = place()
  const first = await drafts.begin<TicketDraft>(request)
  await drafts.begin<TicketDraft>({ ...request, answers: { title: 'Second' } })
  await first.change({ answers: { title: 'Changed' } })
  const titles = (await drafts.list()).drafts.map((draft) => draft.kind === 'ticket' && draft.answers.title)
  expect(titles).toEqual(['Changed', 'Second'])
})

test('a draft is found by how its number begins', async () => {
  const { drafts } = place()
  const { draft } = await drafts.begin(request)
  expect(await drafts.find(draft.id.slice(0, 8).toUpperCase())).toEqual(draft)
  await expect(drafts.find('zzzz')).rejects.toMatchObject({ exitCode: 3 })
})

test('a file that cannot be understood is put aside and named, and the others are read', async () => {
  const { folder, drafts } = place()
  const { draft } = await drafts.begin(request)
  writeFileSync(join(folder, 'broken-one.json'), '{"version":1,')
  const { drafts: read, broken } = await drafts.list()
  expect(read).toEqual([draft])
  expect(broken).toEqual([expect.stringMatching(/broken-one\.json\.corrupt-/)])
  expect((await drafts.list()).broken).toEqual([])
})

test('a draft of a newer ipeos stays where it is', async () => {
  const { folder, drafts } = place()
  await drafts.begin(request)
  writeFileSync(join(folder, 'from-the-future.json'), '{"version":3}')
  expect(await drafts.list()).toMatchObject({ drafts: [{}], broken: [] })
  expect(existsSync(join(folder, 'from-the-future.json'))).toBe(true)
})

test('answers to a form of the site are kept under a version that an older ipeos leaves alone', async () => {
  const { folder, drafts } = place()
  const open = await drafts.begin<TicketDraft>(request)
  await open.change({ form })
  expect(JSON.parse(readFileSync(join(folder, `${open.draft.id}.json`), 'utf8'))).toMatchObject({ version: 2, form })
  expect((await drafts.list()).drafts).toEqual([open.draft])
})

test('a draft that is no longer for a form is again one that an older ipeos reads', async () => {
  const { folder, drafts } = place()
  const open = await drafts.begin<TicketDraft>({ ...request, form })
  await open.change({ form: undefined })
  expect(JSON.parse(readFileSync(join(folder, `${open.draft.id}.json`), 'utf8'))).toMatchObject({ version: 1 })
})

test('a draft that another ipeos is at can be neither taken up nor deleted', async () => {
  const { folder, now, drafts } = place()
  const { draft } = await drafts.begin(request)
  const other = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: () => true } })
  expect(await other.inUse(draft)).toBe(true)
  await expect(other.takeUp(draft)).rejects.toMatchObject({ code: 'draft-in-use' })
  await expect(other.delete(draft)).rejects.toMatchObject({ code: 'draft-in-use' })
})

test('a draft whose ipeos was killed is free at once', async () => {
  const { folder, now, drafts } = place()
  const { draft } = await drafts.begin(request)
  const other = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: (pid) => pid === 2 } })
  const taken = await other.takeUp(draft)
  await taken.remove()
  expect(readdirSync(folder)).toEqual([])
})

test('a draft that was released is free', async () => {
  const { folder, now, drafts } = place()
  const open = await drafts.begin(request)
  await open.release()
  const other = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: () => true } })
  await expect(other.takeUp(open.draft)).resolves.toMatchObject({ draft: open.draft })
})

test('a draft that cannot be written leaves no claim on it behind', async () => {
  const { folder, drafts } = place()
  // The claim is on disk by then, as it is when the disk is full.
  const unwritable = { ...request, answers: { title: 1n } } as unknown as NewDraft<TicketDraft>
  await expect(drafts.begin(unwritable)).rejects.toThrow(TypeError)
  expect(readdirSync(folder)).toEqual([])
})

const aboutKey = (keyMark: string): NewDraft<TicketDraft> => ({ ...request, keyMark })

test('a draft of a key that another command begins between two looks is noticed', async () => {
  const { folder, now, drafts } = place()
  const other = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: () => true } })
  await other.begin(aboutKey('key-b'))
  expect(await drafts.others(({ keyMark }) => keyMark === 'key-a')).toEqual([])
  const { draft } = await other.begin(aboutKey('key-a'))
  expect(await drafts.others(({ keyMark }) => keyMark === 'key-a')).toEqual([draft])
})

test('a draft of a key is given as another command has changed it since the last look', async () => {
  const { folder, now, drafts } = place()
  const other = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: () => true } })
  const open = await other.begin(aboutKey('key-a'))
  await drafts.others(({ keyMark }) => keyMark === 'key-a')
  await open.change({ answers: { title: 'Changed' } })
  expect(await drafts.others(({ keyMark }) => keyMark === 'key-a')).toEqual([open.draft])
})

test('what this command is at is no other draft, until it leaves it', async () => {
  const { drafts } = place()
  const open = await drafts.begin(aboutKey('key-a'))
  expect(await drafts.others(() => true)).toEqual([])
  await open.release()
  expect(await drafts.others(() => true)).toEqual([open.draft])
})

test('a second look for a key reads no draft of another one', async () => {
  const { folder, now, drafts } = place()
  const other = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: () => true } })
  for (let count = 0; count < 20; count++) await other.begin(aboutKey('key-b'))
  const look = () => fileSteps(() => drafts.others(({ keyMark }) => keyMark === 'key-a'))
  expect(await look()).toBeGreaterThan(20)
  expect(await look()).toBeLessThan(5)
})

const comment: NewDraft<MessageDraft> = {
  ...{ kind: 'comment', owner: request.owner, ticketId: 12, text: 'Encore', files: [], arrived: false },
}

test('a request that becomes a comment is there as one of them alone, and stays claimed', async () => {
  const { folder, now, drafts } = place()
  const open = await drafts.begin<TicketDraft>(request)
  const { draft, release } = await open.become(comment)
  const { id, created } = open.draft
  expect(draft).toMatchObject({ ...comment, id, created })
  expect((await drafts.list()).drafts).toEqual([draft])
  const others = new DraftFolder({ folder, now, holder: { pid: 2, isRunning: () => true } })
  expect(await others.inUse(draft)).toBe(true)
  await release()
  expect(await others.inUse(draft)).toBe(false)
})

test('a request that cannot become a comment, for want of room, is still there', async () => {
  const { folder, drafts } = place()
  const open = await drafts.begin<TicketDraft>(request)
  renameSync(folder, `${folder}-away`)
  writeFileSync(folder, '')
  await expect(open.become(comment)).rejects.toMatchObject({ code: 'cannot-write-settings' })
  rmSync(folder)
  renameSync(`${folder}-away`, folder)
  expect((await drafts.list()).drafts).toEqual([open.draft])
})

test('a draft says that not all of it is on disk for as long as there is no room for it', async () => {
  const { folder, drafts } = place()
  const open = await drafts.begin<TicketDraft>(request)
  const said = [open.isKept]
  // Where its folder would be, a file stands.
  renameSync(folder, `${folder}-away`)
  writeFileSync(folder, '')
  await expect(open.change({ answers: { title: 'Longer' } })).rejects.toMatchObject({ code: 'cannot-write-settings' })
  said.push(open.isKept)
  rmSync(folder)
  renameSync(`${folder}-away`, folder)
  await open.change({ answers: { title: 'Longer still' } })
  said.push(open.isKept)
  expect(said).toEqual([true, false, true])
})
