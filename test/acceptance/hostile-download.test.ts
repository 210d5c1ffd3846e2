import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { againstHostile, type Hostility, json, ticket } from '../support/hostile-platform.ts'
import { unfit } from '../support/hostile-text.ts'

const megabyte = 1024 * 1024
const theTicket = '/apirest.php/Ticket/7?'
const theDocument = '/apirest.php/Document/'
const all = ['ticket', 'download', '7', '--all', '-o', 'here']

const document = (id: number, filename: unknown, more: object = {}) => ({
  ...{ id, filename, mime: 'text/plain', sha1sum: null, users_id: 'teo' },
  ...{ assocdate: ticket.date, date_creation: ticket.date },
  ...more,
})

const carrying =
  (...documents: unknown[]): Hostility =>
  (_, response) =>
    json(response, { ...ticket, _documents: documents })

const sending =
  (headers: Record<string, string> = {}, body: string | Buffer = 'bytes'): Hostility =>
  (_, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment', ...headers })
      .end(body)

describe('whatever a hostile platform calls a file, it stays in the folder, and nothing moves on the terminal', () => {
  test.each([
    ['a path upwards', '../../x', 'x'],
    ['a path upwards of Windows', '..\\..\\x.txt', 'x.txt'],
    ['an absolute path', '/etc/cron.d/x', 'etc-cron.d-x'],
    ['a device of Windows', 'CON', '_CON'],
    ['a hidden file', '.bashrc', 'bashrc'],
    ['an option', '-rf', 'rf'],
    ['what a terminal obeys', '\u001b]0;owned\u0007\u001b[2Jnote.txt\r\n', 'note.txt'],
    ['an ending that is turned round', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['nothing', '', 'document'],
  ])('%s', async (_what, name, kept) => {
    const run = await againstHostile(all, { [theTicket]: carrying(document(1, name)), [theDocument]: sending() })
    expect([run.code, run.out, run.files.sort()]).toEqual([0, `here/${kept}\n`, ['here', `here/${kept}`]])
    expect(run.notes).not.toMatch(unfit)
  })

  test('the name in the headers of the answer is nobody’s', async () => {
    const run = await againstHostile(all, {
      [theTicket]: carrying(document(1, 'note.txt')),
      [theDocument]: sending({ 'Content-Disposition': `attachment; filename="../../x"; filename*=UTF-8''%2e%2e%2fy` }),
    })
    expect([run.code, run.files.sort()]).toEqual([0, ['here', 'here/note.txt']])
  })

  test('two of one name are both kept', async () => {
    const run = await againstHostile([...all, '--force'], {
      [theTicket]: carrying(document(1, 'A.txt'), document(2, '../a.txt')),
      [theDocument]: sending(),
    })
    expect([run.code, run.files.filter((path) => path.includes('/')).length]).toEqual([0, 2])
  })
})

async function forEver(response: ServerResponse): Promise<void> {
  const piece = Buffer.alloc(megabyte)
  while (!response.destroyed) if (!response.write(piece)) await sleep(1)
}

describe('what is no file is said in a sentence, and leaves nothing', () => {
  const one = carrying(document(1, 'note.txt'))
  test.each<[string, Hostility, Hostility, RegExp]>([
    ['bytes without end', one, (_, response) => forEver(response.writeHead(200)), /larger than \d+ MB/],
    [
      'a length that is a lie',
      one,
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '1000' }).write('few')
        setTimeout(() => response.destroy(), 50)
      },
      /cut|broke|incomplete/i,
    ],
    ['other bytes than the sum says', carrying(document(1, 'a', { sha1sum: '0'.repeat(40) })), sending(), /damaged/],
    ['a page', one, sending({ 'Content-Type': 'text/html', 'Content-Disposition': '' }, '<title>Owned</title>'), /./],
    ['names of a wrong type', carrying(document(1, { a: 1 })), sending(), /not the expected|unexpected|not what/i],
    ['documents of a wrong type', carrying('x'), sending(), /not the expected|unexpected|not what/i],
    ['numbers that are paths', carrying(document('../../Ticket' as never, 'a')), sending(), /expected|not what/i],
  ])('%s', async (_what, documents, bytes, says) => {
    const run = await againstHostile(all, { [theTicket]: documents, [theDocument]: bytes })
    expect({ code: run.code, notes: run.notes }).not.toMatchObject({ code: 0 })
    expect(run.notes).toMatch(says)
    expect(run.notes).not.toMatch(/went wrong in ipeos itself/)
    expect(run.files.filter((path) => path !== 'here')).toEqual([])
    expect(run.peak ?? 0).toBeLessThan(200)
  })
})
