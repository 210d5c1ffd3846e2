import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TypedTexts } from '../../src/drafts/typed-texts.ts'
import { Ours } from '../../src/files/ours.ts'

const owner = { platform: 'https://support.example', user: 'alice' }
const edit = { command: 'ticket-edit-15', owner }

function place() {
  const folder = join(mkdtempSync(join(tmpdir(), 'ipeos-texts-')), 'texts')
  const open = () => new TypedTexts({ folder, now: () => new Date(), ours: new Ours(process.getuid?.()) })
  const onlyFile = () => join(folder, readdirSync(folder)[0] ?? '')
  return { folder, open, onlyFile }
}

test('a text stands there for the next one at the same command, and only its owner can read the file', async () => {
  const { folder, open, onlyFile } = place()
  await (await open().of(edit)).keep('title', 'Imprimante du 2e')
  expect((await open().of(edit)).texts).toEqual({ title: 'Imprimante du 2e' })
  expect([statSync(folder).mode & 0o777, statSync(onlyFile()).mode & 0o777]).toEqual([0o700, 0o600])
})

test.each([
  ['ticket', { ...edit, command: 'ticket-edit-16' }],
  ['account', { ...edit, owner: { ...owner, user: 'bob' } }],
  ['platform', { ...edit, owner: { ...owner, platform: 'https://other.example' } }],
])('it does not stand there for another %s', async (_what, other) => {
  const { open } = place()
  await (await open().of(edit)).keep('title', 'Imprimante')
  expect((await open().of(other)).texts).toEqual({})
})

test('a text that is kept already is not written again', async () => {
  const { open, onlyFile } = place()
  const kept = await open().of(edit)
  await kept.keep('title', 'Imprimante')
  const before = statSync(onlyFile()).ino
  await kept.keep('title', 'Imprimante')
  expect(statSync(onlyFile()).ino).toBe(before)
})

test('one that is emptied is forgotten, and with the last of them the file', async () => {
  const { folder, open } = place()
  const kept = await open().of(edit)
  await kept.keep('title', 'Imprimante')
  await kept.keep('description', 'Elle fume')
  await kept.keep('title', ' ')
  expect((await open().of(edit)).texts).toEqual({ description: 'Elle fume' })
  await kept.keep('description', '')
  expect(readdirSync(folder)).toEqual([])
})

test('what was sent is forgotten', async () => {
  const { folder, open } = place()
  const kept = await open().of(edit)
  await kept.keep('title', 'Imprimante')
  await kept.forget()
  expect([kept.texts, readdirSync(folder)]).toEqual([{}, []])
})

test('what nobody came back to for thirty days is forgotten, whatever command comes then', async () => {
  const { folder, open, onlyFile } = place()
  await (await open().of(edit)).keep('title', 'Imprimante')
  const day = 24 * 3600
  const at = (days: number) => Date.now() / 1000 - days * day
  utimesSync(onlyFile(), at(29), at(29))
  await open().sweep()
  expect(readdirSync(folder)).toHaveLength(1)
  utimesSync(onlyFile(), at(31), at(31))
  await open().sweep()
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  '{"version":1,',
  '[]',
  '{"version":1,"texts":null}',
  '{"version":1,"texts":{"title":7}}',
  '{"version":2,"texts":{"title":"x"}}',
])('a file that says %s offers nothing, and is in nobody’s way', async (text) => {
  const { open, onlyFile } = place()
  await (await open().of(edit)).keep('title', 'Imprimante')
  writeFileSync(onlyFile(), text)
  const kept = await open().of(edit)
  expect(kept.texts).toEqual({})
  await kept.keep('title', 'Autre')
  expect(readFileSync(onlyFile(), 'utf8')).toContain('Autre')
})

test('what others may have written is not offered', async () => {
  const { open, onlyFile } = place()
  await (await open().of(edit)).keep('title', 'Imprimante')
  chmodSync(onlyFile(), 0o666)
  expect((await open().of(edit)).texts).toEqual({})
})
