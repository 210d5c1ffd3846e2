import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskOf } from './import-desk.ts'

/** Somebody who imports tickets with files, and looks which are there. */
async function place() {
  const given = await deskOf()
  given.put('un.txt', 'one')
  given.put('deux.txt', 'two')
  const files = async (id: number | undefined): Promise<string[]> => {
    const { out } = await given.desk.ipeos(['ticket', 'show', String(id), '--json', 'documents'])
    return (JSON.parse(out).documents as Array<{ fileName: string }>).map(({ fileName }) => fileName).sort()
  }
  const run = async (words: string[], options = {}) => {
    const { code, out, notes } = await given.run([...words, '--json', 'id,result,error'], options)
    const lines = out === '' ? [] : (JSON.parse(out) as Array<{ id: number; result: string; error: string | null }>)
    return { code, lines, notes }
  }
  return { ...given, files, run }
}
const two = 'Titre;Description;Fichiers\nLot un;Une;un.txt | deux.txt\nLot deux;Deux;\n'
const onUpload = { method: 'POST', path: /\/Document/ }

test.each([
  ['a bar between them', two],
  ['a line end between them', two.replace('un.txt | deux.txt', '"un.txt\ndeux.txt"')],
  [
    'an array of JSON',
    '[{"title":"Lot un","description":"Une","files":["un.txt","deux.txt"]},{"title":"Lot deux","description":"Deux"}]',
  ],
])('the files of a line go with its ticket: %s', async (_how, content) => {
  const { run, put, files } = await place()
  put('lot', content)
  const { code, lines } = await run(['lot'])
  expect(code).toBe(0)
  expect([await files(lines[0]?.id), await files(lines[1]?.id)]).toEqual([['deux.txt', 'un.txt'], []])
})

test('a file that holds something else makes another line, one that lies elsewhere does not', async () => {
  const { run, put } = await place()
  put('lot.csv', two)
  await run(['lot.csv'])
  put('lot.csv', two.replace('un.txt | deux.txt', 'deux.txt|./un.txt'))
  expect((await run(['lot.csv'])).lines.map(({ result }) => result)).toEqual(['there', 'there'])
  put('un.txt', 'another')
  expect((await run(['lot.csv'])).lines.map(({ result }) => result)).toEqual(['created', 'there'])
})

test('a file that is not there is told with its line, and nothing is sent (2)', async () => {
  const { run, put, site } = await place()
  put('lot.csv', two.replace('deux.txt', 'trois.txt'))
  const { code, notes } = await run(['lot.csv'])
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringMatching(/line 2: .*trois\.txt/) })
  expect(site.writes).toEqual([])
})

test('after an answer that was lost each file is there once', async () => {
  const { run, put, site, files } = await place()
  put('lot.csv', two)
  site.faults.inject({ kind: 'drop-after', match: onUpload })
  const { code, lines } = await run(['lot.csv'])
  expect(code).toBe(0)
  expect(await files(lines[0]?.id)).toEqual(['deux.txt', 'un.txt'])
})

test('a server that is away keeps the files waiting (6), and the same command sends them, and no ticket twice', async () => {
  const { run, put, site, files, titles } = await place()
  put('lot.csv', two)
  site.faults.inject({ kind: 'status', status: 503, times: 1000, match: onUpload })
  expect((await run(['lot.csv'])).code).toBe(6)
  site.faults.clear()
  const { code, lines } = await run(['lot.csv'])
  expect(code).toBe(0)
  expect(await files(lines[0]?.id)).toEqual(['deux.txt', 'un.txt'])
  expect(await titles()).toEqual(['Lot deux', 'Lot un'])
})

test('a file that the platform refuses is told with its line, its ticket is there, and nothing waits (7)', async () => {
  const { run, put, files, kept } = await place()
  put('un.exe', 'MZ')
  put('lot.csv', two.replace('deux.txt', 'un.exe'))
  const { code, lines, notes } = await run(['lot.csv'])
  expect(code).toBe(7)
  expect(lines[0]).toMatchObject({ result: 'created', error: expect.stringContaining('un.exe: ') })
  expect(notes).toContain('One ticket lacks a file')
  expect(await files(lines[0]?.id)).toEqual(['un.txt'])
  expect(kept()).toEqual([])
})

test('a file that went away meanwhile waits until it is back (7)', async () => {
  const { run, put, site, files, desk, kept } = await place()
  put('lot.csv', two)
  site.faults.inject({ kind: 'status', status: 503, times: 1000, match: onUpload })
  await run(['lot.csv'])
  site.faults.clear()
  rmSync(join(desk.home, 'un.txt'))
  expect((await run(['--resume'])).code).toBe(7)
  put('un.txt', 'one')
  const { code, lines } = await run(['--resume'])
  expect(code).toBe(0)
  expect(await files(lines[0]?.id)).toEqual(['deux.txt', 'un.txt'])
  expect(kept()).toEqual([])
})
