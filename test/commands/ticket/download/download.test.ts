import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { deskWithTicket } from '../../../support/ticket-life.ts'

const two = [
  { name: 'écran.png', bytes: 'image' },
  { name: 'journal.txt', bytes: 'lignes' },
]

/** But for the folder of ours, where a session is kept. */
const filesIn = (home: string) => readdirSync(home).filter((name) => name !== '.config')

async function deskWith(glpi: '10.0' | '11.0', documents: Array<{ name: string; bytes: string }> = two) {
  const place = await deskWithTicket(glpi, { documents })
  const folder = join(place.desk.home, 'recu')
  return {
    ...place,
    folder,
    download: (words: string[] = [], options = {}) =>
      place.desk.ipeos(['ticket', 'download', place.id, ...words, '-o', 'recu'], options),
  }
}

describe.each(glpiVersions)('documents of GLPI %s', (glpi) => {
  test('all come into a folder, byte for byte, and their paths are printed', async () => {
    const { download, folder } = await deskWith(glpi)
    expect(await download(['--all'])).toMatchObject({ code: 0, out: 'recu/écran.png\nrecu/journal.txt\n', notes: '' })
    expect(readFileSync(join(folder, 'écran.png'), 'utf8')).toBe('image')
    expect(readFileSync(join(folder, 'journal.txt'), 'utf8')).toBe('lignes')
  })

  test('one comes by a part of its name', async () => {
    const { download, folder } = await deskWith(glpi)
    expect((await download(['journal'])).code).toBe(0)
    expect(readdirSync(folder)).toEqual(['journal.txt'])
  })

  test('one that is cut on its way leaves nothing behind', async () => {
    const { download, folder, site } = await deskWith(glpi)
    site.faults.inject({ kind: 'truncated', match: { path: glpi === '10.0' ? /Document\/\d/ : /document\.send/ } })
    expect((await download(['journal'])).code).toBe(6)
    expect(readdirSync(folder)).toEqual([])
  })

  test('when one of several fails, the others are there: 7, and the command for the rest', async () => {
    const { download, folder, site, id } = await deskWith(glpi)
    site.faults.inject({ kind: 'truncated', match: { path: glpi === '10.0' ? /Document\/\d/ : /document\.send/ } })
    const { code, notes } = await download(['--all'])
    expect(code).toBe(7)
    expect(notes).toMatch(new RegExp(`ipeos ticket download ${id} \\d+`))
    expect(readdirSync(folder)).toEqual(['journal.txt'])
  })
})

describe('for programs', () => {
  test('what became of each document is told with where it lies, and nothing else is printed', async () => {
    const { download, id } = await deskWith('10.0')
    await download(['journal'])
    const { code, out } = await download(['--all', '--json'])
    expect(JSON.parse(out)).toMatchObject([
      { ticket: Number(id), fileName: 'écran.png', image: null, result: 'fetched', path: 'recu/écran.png', size: 5 },
      { fileName: 'journal.txt', result: 'unchanged', path: 'recu/journal.txt', size: 6, error: null },
    ])
    expect(code).toBe(0)
  })

  test.each(glpiVersions)('one that failed is told too, with its reason, on GLPI %s: 7', async (glpi) => {
    const { download, site } = await deskWith(glpi)
    site.faults.inject({ kind: 'truncated', match: { path: glpi === '10.0' ? /Document\/\d/ : /document\.send/ } })
    const { code, out } = await download(['--all', '--json', 'fileName,result,path,error'])
    expect(JSON.parse(out)).toEqual([
      { fileName: 'écran.png', result: 'failed', path: null, error: expect.stringMatching(/\S/) },
      { fileName: 'journal.txt', result: 'fetched', path: 'recu/journal.txt', error: null },
    ])
    expect(code).toBe(7)
  })

  test('an expression makes of it what a script needs', async () => {
    const { download } = await deskWith('10.0')
    expect((await download(['journal', '--jq', '.[].path'])).out).toBe('recu/journal.txt\n')
  })

  test('a document on standard output has no JSON beside it: 2, and a field that there is not is refused as well', async () => {
    const { desk, id, site } = await deskWith('10.0')
    const asked = site.requests.length
    for (const words of [
      ['-o', '-', '--json'],
      ['-o', '-', '--jq', '.'],
      ['--json', 'colour'],
    ])
      expect((await desk.ipeos(['ticket', 'download', id, 'journal', ...words])).code).toBe(2)
    expect(site.requests).toHaveLength(asked)
  })
})

test('the only document needs no name', async () => {
  const { download, folder } = await deskWith('10.0', two.slice(1))
  expect((await download()).code).toBe(0)
  expect(readdirSync(folder)).toEqual(['journal.txt'])
})

test('one comes by its number', async () => {
  const { download, desk, id, folder } = await deskWith('10.0')
  const { documents } = JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
  await download([String(documents[0].id)])
  expect(readdirSync(folder)).toEqual(['écran.png'])
})

test('on a terminal one chooses among several', async () => {
  const { download, folder } = await deskWith('10.0')
  const { code, notes } = await download([], { columns: 80, answers: [['Which document', /^journal\.txt/]] })
  expect([code, readdirSync(folder)]).toEqual([0, ['journal.txt']])
  expect(notes).toContain('Saved: recu/journal.txt')
})

test('of two of one name, size and date tell which is which', async () => {
  const { download, folder } = await deskWith('10.0', [
    { name: 'a.txt', bytes: 'un' },
    { name: 'a.txt', bytes: 'deux!' },
  ])
  await download([], { columns: 80, answers: [['Which document', /^a\.txt · 5 bytes · \d+ \w+ \d{4}/]] })
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('deux!')
})

test('what is there already, byte for byte, is not fetched again, and that is told', async () => {
  const { download, folder, site } = await deskWith('10.0')
  await download(['journal'])
  const { requests } = site
  const before = requests.length
  const again = await download(['--all'])
  expect(again).toMatchObject({ code: 0, out: 'recu/écran.png\nrecu/journal.txt\n' })
  expect(again.notes).toContain('Already there, the same: recu/journal.txt (6 bytes)')
  expect(readdirSync(folder).sort()).toEqual(['journal.txt', 'écran.png'])
  expect(requests.slice(before).filter(({ path }) => /Document\/\d/.test(path)).length).toBe(1)
})

test('on a terminal each takes one line, and the last says how many there are', async () => {
  const { download } = await deskWith('10.0')
  await download(['journal'])
  const { notes } = await download(['--all'], { columns: 80 })
  const lines = notes.split('\n').map((line) => line.replace(/^.*\u001b\[2K/, '').trim())
  expect(lines.filter((line) => line !== '')).toEqual([
    'Saved: recu/écran.png (5 bytes)',
    'Already there, the same: recu/journal.txt (6 bytes)',
    'One document saved (5 bytes); one was there already.',
  ])
})

describe('--open', () => {
  /** A desktop on which opened files are written down. */
  function desktop(folder: string) {
    const bin = mkdtempSync(join(folder, 'bin-'))
    writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${bin}/opened'\n`, { mode: 0o755 })
    const opened = () => (existsSync(join(bin, 'opened')) ? readFileSync(join(bin, 'opened'), 'utf8') : '')
    return { env: { PATH: `${bin}:/bin:/usr/bin`, DISPLAY: ':0' }, opened }
  }

  test('shows the document in the program of the system', async () => {
    const { download, desk, folder } = await deskWith('10.0')
    const { env, opened } = desktop(desk.home)
    expect((await download(['écran', '--open'], { env })).code).toBe(0)
    expect(opened()).toBe(join(folder, 'écran.png'))
  })

  test('never starts what may be a program: it is saved, and that is said', async () => {
    const { download, desk, folder } = await deskWith('10.0', [{ name: 'facture.desktop', bytes: '[Desktop Entry]' }])
    const { env, opened } = desktop(desk.home)
    const { code, notes } = await download(['--open'], { env })
    expect({ code, opened: opened(), files: readdirSync(folder) }).toEqual({
      code: 0,
      opened: '',
      files: ['facture.desktop'],
    })
    expect(notes).toContain('may hold a program')
  })

  test('without a screen says where the document is', async () => {
    const { download } = await deskWith('10.0')
    const { code, notes } = await download(['écran', '--open'])
    expect([code, notes]).toEqual([0, expect.stringContaining('the document is in recu/écran.png')])
  })

  test('is for one document, and nothing is fetched for several', async () => {
    const { download, desk } = await deskWith('10.0')
    expect([(await download(['--all', '--open'])).code, filesIn(desk.home)]).toEqual([2, []])
  })
})

test('a file that is there already is not overwritten', async () => {
  const { download, folder } = await deskWith('10.0')
  mkdirSync(folder)
  writeFileSync(join(folder, 'journal.txt'), 'à moi')
  expect((await download(['journal'])).out).toBe('recu/journal (2).txt\n')
  expect(readFileSync(join(folder, 'journal.txt'), 'utf8')).toBe('à moi')
})

test('with --force it is; but of two documents of one name, both are there', async () => {
  const { download, folder } = await deskWith('10.0', [
    { name: 'a.txt', bytes: 'un' },
    { name: 'a.txt', bytes: 'deux' },
  ])
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.txt'), 'à moi')
  await download(['--all', '--force'])
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(texts.sort()).toEqual(['deux', 'un'])
})

test('a hostile name cannot leave the folder', async () => {
  const { download, folder, desk } = await deskWith('10.0', [{ name: '../../.bashrc', bytes: 'x' }])
  const { out } = await download()
  expect([out, readdirSync(folder).length]).toEqual(['recu/bashrc\n', 1])
  expect(filesIn(desk.home)).toEqual(['recu'])
})

test.each([
  ['several documents and none named', [], 2, 'journal.txt'],
  ['a name that several have a part of', ['.'], 2, 'journal.txt'],
  ['a name that none has', ['rapport.pdf'], 3, 'journal.txt'],
  ['one and all', ['journal', '--all'], 2, '--all'],
])('in a pipe, %s: nothing is fetched, and it says what there is', async (_what, words, code, expected) => {
  const { download, desk } = await deskWith('10.0')
  const result = await download(words)
  expect([result.code, filesIn(desk.home)]).toEqual([code, []])
  expect(result.notes).toContain(expected)
})

test('a ticket without documents says so: 3; with --all that is an empty list: 0', async () => {
  const { download } = await deskWith('10.0', [])
  expect([(await download()).code, (await download(['--all'])).code]).toEqual([3, 0])
})

test('of a server that is away, all documents or one: 6', async () => {
  const { download, site } = await deskWith('11.0')
  site.faults.inject({ kind: 'status', status: 503, times: 1000, match: { path: /Document\/\d|document\.send/ } })
  expect((await download(['--all'])).code).toBe(6)
  expect((await download(['journal'])).code).toBe(6)
})

describe('-o - writes to standard output', () => {
  const bytes = '\u0000\u001b]0;x\u0007\r\nfin'
  const documents = [
    { name: 'image.png', bytes },
    { name: 'journal.txt', bytes: 'a\u001b[31mb\n' },
  ]

  test.each(glpiVersions)('the bytes of a document of GLPI %s, and nothing else', async (glpi) => {
    const { desk, id } = await deskWith(glpi, documents)
    const result = await desk.ipeos(['ticket', 'download', id, 'image', '-o', '-'])
    expect(result).toEqual({ code: 0, out: bytes, notes: '' })
  })

  test('one document only', async () => {
    const { desk, id } = await deskWith('11.0', documents)
    const { code, out, notes } = await desk.ipeos(['ticket', 'download', id, '--all', '-o', '-'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(notes).toContain('Only one document can go to standard output; there are 2.')
  })

  test('what is no text goes to no terminal unless it is wanted there, and a text obeys nobody', async () => {
    const { desk, id } = await deskWith('11.0', documents)
    const download = (...words: string[]) =>
      desk.ipeos(['ticket', 'download', id, ...words, '-o', '-'], { columns: 80 })
    expect(await download('image')).toMatchObject({ code: 2, out: '', notes: expect.stringContaining('--force') })
    expect(await download('image', '--force')).toMatchObject({ code: 0, out: bytes })
    expect(await download('journal')).toMatchObject({ code: 0, out: 'ab\n' })
  })
})
