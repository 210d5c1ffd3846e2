import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  againstHostile,
  followup,
  type HostileRun,
  type Hostility,
  json,
  row,
  ticket,
} from '../support/hostile-platform.ts'

const megabyte = 1024 * 1024
/** Bytes: almost as much as one answer may have. */
const nearlyTooBig = 3.8 * megabyte
/** What the client may hold at most, in megabytes. */
const most = 200

const search = '/apirest.php/search/Ticket'
const theTicket = '/apirest.php/Ticket/7?'
const followups = '/apirest.php/Ticket/7/ITILFollowup'
const formPage = '/front/helpdesk.public.php'
const categories = '/ajax/getDropdownValue.php'

const list = ['ticket', 'list']
const show = ['ticket', 'show', '7']
const form = ['ticket', 'form']

function jsonHead(response: ServerResponse, headers: Record<string, string | string[]> = {}): ServerResponse {
  return response.writeHead(200, { 'Content-Type': 'application/json', ...headers })
}

/** This again and again, `bytes` of it, for as long as somebody reads. */
async function pour(response: ServerResponse, piece: string | Buffer, bytes = Number.POSITIVE_INFINITY): Promise<void> {
  const chunk = Buffer.from(typeof piece === 'string' ? piece.repeat(Math.ceil(65_536 / piece.length)) : piece)
  for (let sent = 0; sent < bytes && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) await sleep(1)
  }
  response.end()
}

/** Text of JSON that is no more than `piece` again and again between its ends. */
function filled(start: string, piece: string, end: string, size: number): string {
  return start + piece.repeat(Math.floor(size / piece.length)) + end
}

const text =
  (body: string, headers: Record<string, string> = {}): Hostility =>
  (_request, response) =>
    jsonHead(response, headers).end(body)

const raw =
  (bytes: string, thenPour?: string): Hostility =>
  async ({ socket }) => {
    socket.on('error', () => undefined)
    socket.write(bytes)
    while (thenPour && !socket.destroyed) {
      socket.write(thenPour)
      await sleep(1)
    }
  }

/** Ends with this exit code, says this, and without holding the memory. */
function expectHeld(run: HostileRun, code: number, says: RegExp | string): void {
  expect([run.code, run.notes]).toEqual([code, expect.stringMatching(says)])
  expect(run.notes).not.toMatch(/went wrong in ipeos itself/)
  expect(run.peak ?? 0).toBeLessThan(most)
}

interface Attack {
  words: string[]
  hostility: Record<string, Hostility>
  code?: number
  says: RegExp
}

const tooBig = /larger than \d+ MB/
const outsized = /out of all proportion/
const endless = /goes on and on/
const broken = /damaged|incomplete/

const attacks: Record<string, Attack> = {
  'an answer of 1 GB': {
    words: list,
    hostility: {
      [search]: (_, response) =>
        pour(jsonHead(response, { 'Content-Length': String(1024 * megabyte) }), 'x', 1024 * megabyte),
    },
    says: tooBig,
  },
  'a stream that never ends in the place of the session': {
    words: list,
    hostility: { '/apirest.php/initSession': (_, response) => pour(jsonHead(response), '[') },
    says: tooBig,
  },
  'a stream that never ends at the first look for the API': {
    words: list,
    hostility: { '/api.php/': (_, response) => pour(jsonHead(response), ' ') },
    says: tooBig,
  },
  'a web page that never ends': {
    words: list,
    hostility: { [search]: (_, response) => pour(response.writeHead(200, { 'Content-Type': 'text/html' }), '<title') },
    says: tooBig,
  },
  'JSON of 100,000 levels': {
    words: list,
    hostility: { [search]: text(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) },
    says: outsized,
  },
  'JSON of 100,000 levels of objects, in a refusal': {
    words: list,
    hostility: {
      [search]: (_, response) =>
        response
          .writeHead(400, { 'Content-Type': 'application/json' })
          .end(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    },
    says: outsized,
  },
  'JSON of two million empty objects': {
    words: list,
    hostility: { [search]: text(filled('{"totalcount":1,"data":[{}', ',{}', ']}', nearlyTooBig)) },
    says: outsized,
  },
  'a hundred thousand rows where thirty were asked for': {
    words: list,
    hostility: { [search]: text(filled('{"totalcount":1,"data":[{}', ',{}', ']}', 299_000)) },
    code: 1,
    says: /not the expected|unexpected|not what/i,
  },
  'a ticket whose description has 50 MB': {
    words: show,
    hostility: {
      [theTicket]: (_, response) => json(response, { ...ticket, content: '<p>x</p>'.repeat((50 * megabyte) / 8) }),
    },
    says: tooBig,
  },
  'headers by the million': {
    words: list,
    hostility: {
      [search]: raw('HTTP/1.1 200 OK\r\n', 'Set-Cookie: a=1\r\n'.repeat(10_000)),
    },
    says: outsized,
  },
  'one header that never ends': {
    words: list,
    hostility: { [search]: raw('HTTP/1.1 200 OK\r\nX: ', 'x'.repeat(100_000)) },
    says: outsized,
  },
  'a bomb of gzip that nobody asked for': {
    words: list,
    hostility: { [search]: (_, response) => jsonHead(response, { 'Content-Encoding': 'gzip' }).end(bomb) },
    says: broken,
  },
  'an answer that is shorter than it says': {
    words: list,
    hostility: { [search]: ({ socket }) => socket.end(`${head(1000)}{}`) },
    says: /cut|interrupted|closed/,
  },
  'an answer that is longer than it says': {
    words: list,
    hostility: { [search]: ({ socket }) => socket.end(`${head(10)}{"totalcount":1,"data":[]}`) },
    says: broken,
  },
  'two lengths of one answer': {
    words: list,
    hostility: { [search]: ({ socket }) => socket.end(`${head(2).trimEnd()}\r\nContent-Length: 3\r\n\r\n{}`) },
    says: /HTTP|cut/,
  },
  'a list whose total grows with every page': {
    words: [...list, '--all'],
    hostility: {
      [search]: ({ url = '' }, response) => {
        const last = Number(/range=0-(\d+)/.exec(url)?.[1])
        const below = Number(/value\]=%3C(\d+)/.exec(url)?.[1] ?? 10_000_000)
        const data = Array.from({ length: last + 1 }, (_, at) => row(below - 1 - at, { 1: 't'.repeat(255) }))
        json(response, { totalcount: data.length + 5000, data })
      },
    },
    says: endless,
  },
  'the same page of a list again and again': {
    words: [...list, '--all'],
    hostility: { [search]: (_, response) => json(response, { totalcount: 10_000_000, data: [row(1), row(2)] }) },
    says: endless,
  },
  'followups whose total grows with every page': {
    words: show,
    hostility: {
      [followups]: ({ url = '' }, response) => {
        const first = Number(/range=(\d+)/.exec(url)?.[1])
        const page = Array.from({ length: 200 }, (_, at) => followup(first + at, 'x'.repeat(20)))
        json(response, page, { 'Content-Range': `${first}-${first + 199}/${first + 9000}` })
      },
    },
    says: endless,
  },
  'the same page of followups again and again': {
    words: show,
    hostility: {
      [followups]: (_, response) =>
        json(response, [followup(1), followup(2)], { 'Content-Range': '0-1/99999999999999999999999' }),
    },
    says: endless,
  },
  'followups, tasks and solutions of almost 4 MB each': {
    words: [...show, '--json'],
    hostility: {
      '/apirest.php/Ticket/7/Item_Ticket': () => false,
      '/apirest.php/Ticket/7/Ticket_User': () => false,
      '/apirest.php/Ticket/7/': (_, response) =>
        json(response, [{ ...followup(1, '<b>x'.repeat(nearlyTooBig / 4)), state: 1, status: 2, actiontime: 0 }]),
    },
    says: tooBig,
  },
  'followups of almost 4 MB a page': {
    words: show,
    hostility: {
      [followups]: ({ url = '' }, response) => {
        const first = Number(/range=(\d+)/.exec(url)?.[1])
        json(response, [followup(first, 'x'.repeat(nearlyTooBig))], { 'Content-Range': `${first}-${first}/9000` })
      },
    },
    says: tooBig,
  },
}

const bomb = gzipSync(Buffer.alloc(300 * megabyte))

function head(length: number): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
}

describe('a hostile server costs neither memory nor time', () => {
  test.each(Object.entries(attacks))('%s: a clear error', async (_name, { words, hostility, code = 6, says }) => {
    expectHeld(await againstHostile([...words, '--timeout', '8'], hostility), code, says)
  })

  test.each<[string, Hostility]>([
    [
      'a byte each second',
      async (_, response) => {
        jsonHead(response)
        while (!response.destroyed) {
          response.write(' ')
          await sleep(1000)
        }
      },
    ],
    ['a length that it never reaches', ({ socket }) => socket.write(`${head(1000)}{}`)],
    ['early hints for ever', raw('', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'.repeat(100))],
    [
      'a chunk whose extension never ends',
      raw(`${head(0).replace(/Content-Length.*/s, 'Transfer-Encoding: chunked\r\n\r\n1;')}`, 'x'.repeat(100_000)),
    ],
    ['a status line that never ends', raw('HTTP/1.1 200 ', 'O'.repeat(100_000))],
  ])('%s: the time is up when it is', async (_name, act) => {
    expectHeld(await againstHostile([...list, '--timeout', '2'], { [search]: act }), 6, /within 2 seconds|proportion/)
  })
})

describe('what is shown in spite of all costs neither memory nor time', () => {
  const large = { ...followup(1, '<b>x'.repeat(nearlyTooBig / 4)), state: 1, status: 2, actiontime: 0 }
  const twiceLarge: Record<string, Hostility> = {
    [theTicket]: (_, response) => json(response, { ...ticket, content: large.content }),
    '/apirest.php/Ticket/7/ITILFollowup': (_, response) => json(response, [large]),
  }
  const deep = '<div>'.repeat(nearlyTooBig / 5)

  test.each<[string, string[], Record<string, Hostility>]>([
    [
      'a description of a million elements within each other',
      show,
      { [theTicket]: (_, response) => json(response, { ...ticket, content: deep }) },
    ],
    [
      'the same for scripts',
      [...show, '--json'],
      { [theTicket]: (_, response) => json(response, { ...ticket, content: deep }) },
    ],
    [
      'a title of almost 4 MB',
      show,
      { [theTicket]: (_, response) => json(response, { ...ticket, name: 'x '.repeat(nearlyTooBig / 2) }) },
    ],
    [
      'a title of almost 4 MB in the list',
      list,
      { [search]: text(JSON.stringify({ totalcount: 1, data: [row(1, { 1: '网'.repeat(nearlyTooBig / 3) })] })) },
    ],
    ['a description and a followup of almost 4 MB each', show, twiceLarge],
    ['both of them for scripts', [...show, '--json'], twiceLarge],
    [
      'a form of 2 MB of elements',
      form,
      {
        [formPage]: (_, response) =>
          response.end(filled('<select name="urgency">', '<option value=1>', '', 1.9 * megabyte)),
      },
    ],
    [
      'a form of 2 MB of attributes',
      form,
      { [formPage]: (_, response) => response.end(filled('<textarea name=content ', 'a ', '', 1.9 * megabyte)) },
    ],
    [
      'a form of as many drop-downs of categories as fit',
      form,
      {
        [formPage]: (_, response) =>
          response.end(
            filled('<textarea name=content></textarea><script>{', 'itemtype:"ITILCategory",', '', 1.9 * megabyte),
          ),
      },
    ],
  ])('%s', async (_name, words, hostility) => {
    expectHeld(await againstHostile(words, hostility), 0, '')
  })

  const realForm = (_: unknown, response: ServerResponse) =>
    response.end(
      `<meta property="glpi:csrf_token" content="${'a'.repeat(64)}"><textarea name="content"></textarea>
       <script>{itemtype: "ITILCategory", condition: "abc", _idor_token: "def"}</script>`,
    )

  test.each<[string, Record<string, Hostility>, string]>([
    ['a form of 50 MB', { [formPage]: (_, response) => pour(response, '<b>', 50 * megabyte) }, 'larger than 2 MB'],
    [
      'categories without end',
      {
        [formPage]: realForm,
        [categories]: (_, response) =>
          json(response, { results: Array.from({ length: 9000 }, (_, id) => ({ id: id + 1, text: 'x', level: 2 })) }),
      },
      'more categories than',
    ],
    [
      'categories within categories within categories',
      {
        [formPage]: realForm,
        [categories]: text(`{"results":${'[{"children":'.repeat(50_000)}[]${'}]'.repeat(50_000)}}`),
      },
      'does not give its categories',
    ],
  ])('%s: said, in a sentence', async (_name, hostility, says) => {
    const run = await againstHostile(form, hostility)
    expect(run.notes).toContain(says)
    expect(run.notes).not.toMatch(/went wrong in ipeos itself/)
    expect(run.peak ?? 0).toBeLessThan(most)
  })
})
