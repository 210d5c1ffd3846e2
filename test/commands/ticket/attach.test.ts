import { chmodSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { login } from '../../sandbox/caller.ts'
import { newDesk } from '../../support/desk.ts'
import type { Answer } from '../../support/scripted-prompts.ts'

async function deskWithTicket() {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(site)
  for (const [name, content] of [
    ['a.txt', 'aa'],
    ['b.txt', 'bb'],
    ['c.exe', 'MZ'],
  ] as const)
    writeFileSync(join(desk.home, name), content)
  const id = String(site.addTicket({ title: 'Un ticket', requester: 'alice' }))
  return { site, desk, id }
}

test('files join a ticket, and are found on it', async () => {
  const { desk, id } = await deskWithTicket()
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'b.txt'])
  expect(code).toBe(0)
  expect(notes).toContain(`2 files attached to ticket no. ${id}`)
  const { documents } = JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
  expect(documents.map(({ fileName }: { fileName: string }) => fileName).sort()).toEqual(['a.txt', 'b.txt'])
})

test('one refused file among others is 7, and proposes an archive', async () => {
  const { desk, id } = await deskWithTicket()
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'c.exe'])
  expect(code).toBe(7)
  expect(notes).toContain(`Put it in a .zip, then: ipeos ticket attach ${id} FILE.zip`)
})

test('when none arrived, nothing was done: 1', async () => {
  const { desk, id } = await deskWithTicket()
  expect(await desk.ipeos(['ticket', 'attach', id, 'c.exe'])).toMatchObject({ code: 1 })
})

test('a file that is missing keeps all of them from leaving', async () => {
  const { desk, id, site } = await deskWithTicket()
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'nulle-part'])
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('nulle-part')
})

test.each([
  ['that does not exist', () => '99999'],
  [
    'of somebody else',
    (site: { addTicket(ticket: { title: string; requester: 'bob' }): number }) =>
      String(site.addTicket({ title: 'x', requester: 'bob' })),
  ],
])('a ticket %s takes no file: 3', async (_what, numberOf) => {
  const { desk, site } = await deskWithTicket()
  expect(await desk.ipeos(['ticket', 'attach', numberOf(site), 'a.txt'])).toMatchObject({ code: 3 })
  expect(site.writes).toEqual([])
})

test('of a ticket that is closed meanwhile it says so, and advises no other format', async () => {
  const { site, id } = await deskWithTicket()
  const closing = async (request: Request) => {
    if (request.method === 'POST' && request.url.includes('/Document')) {
      const teo = await login(site, 'teo')
      await teo.call('PUT', `/Ticket/${id}`, { body: { input: { status: 6 } } })
    }
    return site.fetch(request)
  }
  const desk = newDesk({ fetch: closing })
  writeFileSync(join(desk.home, 'a.txt'), 'aa')
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt'])
  expect(code).toBe(1)
  expect(notes).toContain(`Ticket no. ${id} is closed`)
  expect(notes).not.toContain('.zip')
})

test('a large file that is refused below the limit is perhaps too large: its size and both reasons are named', async () => {
  const configuration = { documentMaxSizeMb: 10, uploadMaxSizeBytes: 2 * 1024 * 1024 }
  const site = await openSandbox({ configuration })
  const desk = newDesk(site)
  writeFileSync(join(desk.home, 'photo.png'), Buffer.alloc(2.9 * 1024 * 1024))
  const id = String(site.addTicket({ title: 'Un ticket', requester: 'alice' }))
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'photo.png'])
  expect(code).toBe(1)
  expect(notes).toContain('“photo.png” (2.9 MB): it refuses files of this type, or of this size')
  expect(notes).toContain('Make it smaller, or put it in a .zip')
})

test.each([
  ['attach', ['a.txt', 'b.txt']],
  ['comment', ['-m', 'Voilà.', '--attach', 'a.txt']],
] as const)('a server that is away is 6 for %s, and what waits is named', async (command, words) => {
  const { site, desk, id } = await deskWithTicket()
  site.faults.inject({ kind: 'status', status: 503, times: 1000, match: { method: 'POST', path: /Document|Followup/ } })
  const { code, notes } = await desk.ipeos(['ticket', command, id, ...words])
  expect(code).toBe(6)
  expect(notes).toMatch(/ipeos draft send \w+/)
})

describe('files are named, and all that is wrong with them at once', () => {
  test('too large, missing, a folder, empty, no plain file, and closed to us', async () => {
    const { desk, id, site } = await deskWithTicket()
    mkdirSync(join(desk.home, 'folder'))
    writeFileSync(join(desk.home, 'big.zip'), Buffer.alloc(3_000_000))
    for (const [name, content] of [
      ['empty', ''],
      ['closed', 'x'],
    ] as const)
      writeFileSync(join(desk.home, name), content)
    chmodSync(join(desk.home, 'closed'), 0)
    const named = ['big.zip', 'missing.png', 'folder', 'empty', '/dev/null', 'a.txt', 'closed']
    const { code, notes } = await desk.ipeos(['ticket', 'attach', id, ...named], { env: { COLUMNS: '200' } })
    expect([code, site.writes]).toEqual([2, []])
    for (const told of [
      'big.zip is 2.9 MB; the limit is 2 MB a file.',
      'missing.png: there is no such file.',
      'folder is a folder; only files can be sent.',
      'empty is empty.',
      '/dev/null is not a plain file; only files can be sent.',
      // root reads everything.
      ...(process.getuid?.() === 0 ? [] : ['closed: you may not read this file.']),
    ])
      expect(notes).toContain(told)
  })

  test('where the platform cannot be asked for its limit, the others are named all the same', async () => {
    const { desk, id, site } = await deskWithTicket()
    site.faults.inject({ kind: 'status', status: 503, times: 1000 })
    const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'missing.png', 'a.txt'])
    expect([code, notes]).toEqual([2, expect.stringContaining('missing.png: there is no such file.')])
  })
})

test('on a terminal attach without files asks for them', async () => {
  const { desk, id, shownDocuments } = await deskAskedForFiles()
  const answers: Answer[] = [
    [/^File to attach \(\d+\sMB at most\)$/, 'a.txt b.txt'],
    ['Another file', ''],
  ]
  expect((await desk.ipeos(['ticket', 'attach', id], { columns: 80, answers })).code).toBe(0)
  expect(await shownDocuments()).toEqual(['a.txt', 'b.txt'])
})

test('of the same file twice, by its path or its content, one is taken', async () => {
  const { desk, id, shownDocuments } = await deskAskedForFiles()
  writeFileSync(join(desk.home, 'copy.txt'), 'aa')
  const answers: Answer[] = [
    ['File to attach', 'a.txt ./a.txt copy.txt'],
    ['Another file', 'copy.txt'],
    ['Another file', ''],
  ]
  await desk.ipeos(['ticket', 'attach', id], { columns: 80, answers })
  expect(await shownDocuments()).toEqual(['a.txt'])
})

test('on a closed ticket nobody is asked for files: it says so', async () => {
  const { desk, site } = await deskWithTicket()
  const id = String(site.addTicket({ title: 'Clos', requester: 'alice', status: 'closed' }))
  for (const files of [[], ['a.txt']]) {
    const { code, notes } = await desk.ipeos(['ticket', 'attach', id, ...files], { columns: 80, answers: [] })
    expect([code, notes]).toEqual([1, expect.stringContaining('closed')])
    expect(notes).not.toContain('.zip')
  }
  expect(site.writes).toEqual([])
})

describe('the word clipboard', () => {
  const png = Buffer.from('\x89PNG\r\n\x1a\npixels', 'latin1')

  /** A Wayland on whose clipboard this is. */
  function copied(home: string, bytes: Buffer): Record<string, string> {
    const bin = mkdtempSync(join(home, 'bin-'))
    writeFileSync(join(bin, 'image'), bytes)
    const script = `#!/bin/sh\ncase "$1" in --list-types) echo image/png;; *) cat '${bin}/image';; esac\n`
    writeFileSync(join(bin, 'wl-paste'), script, { mode: 0o755 })
    return { PATH: `${bin}:/bin:/usr/bin`, WAYLAND_DISPLAY: 'wayland-0' }
  }

  test('attaches the image that was copied, and no copy of it stays', async () => {
    const { desk, id, shownDocuments } = await deskAskedForFiles()
    const { code } = await desk.ipeos(['ticket', 'attach', id, 'clipboard'], { env: copied(desk.home, png) })
    expect([code, await shownDocuments()]).toEqual([0, [expect.stringMatching(/^screenshot-[\d-]+h\d\d\.png$/)]])
    expect(readdirSync(join(desk.home, '.local', 'state', 'ipeos', 'input'))).toEqual([])
  })

  test('is a file where one is called so', async () => {
    const { desk, id } = await deskAskedForFiles()
    writeFileSync(join(desk.home, 'clipboard'), 'a file')
    const words = ['ticket', 'comment', id, '-m', 'x', '--attach', 'clipboard']
    // The platform does not take a file of no type.
    expect((await desk.ipeos(words, { env: copied(desk.home, png) })).notes).toContain('clipboard was not attached')
  })

  test('says what to install where no program reads it: 2', async () => {
    const { desk, id } = await deskAskedForFiles()
    const env = { PATH: '/nowhere', DISPLAY: ':0' }
    const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'clipboard'], { env })
    expect([code, notes]).toEqual([2, expect.stringContaining('install xclip')])
  })
})

async function deskAskedForFiles() {
  const { desk, id } = await deskWithTicket()
  const shownDocuments = async (): Promise<string[]> => {
    const { documents } = JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
    return documents.map(({ fileName }: { fileName: string }) => fileName).sort()
  }
  return { desk, id, shownDocuments }
}
