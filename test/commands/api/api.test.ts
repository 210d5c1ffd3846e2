import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk } from '../../support/desk.ts'

describe('reading', () => {
  test('a script gets the answer as it came', async () => {
    const { code, out } = await ipeos(await openSandbox(), ['api', 'GET', '/Ticket/15'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ id: 15, status: 2 })
  })

  test('a person gets it set out', async () => {
    const { out } = await ipeos(await openSandbox(), ['api', 'get', 'Ticket/15'], { columns: 80 })
    expect(out).toContain('{\n  "id": 15,\n')
  })

  test('fields go into the address', async () => {
    const site = await openSandbox()
    await ipeos(site, ['api', 'GET', 'search/Ticket', '-f', 'criteria[0][value]=é & co', '-F', 'range=0-4'])
    expect(site.requests.at(-1)?.path).toBe(
      '/api.php/v1/search/Ticket?criteria%5B0%5D%5Bvalue%5D=%C3%A9%20%26%20co&range=0-4',
    )
  })

  test('the status and the headers come before it, without a secret', async () => {
    const site = await openSandbox()
    const withCookie = {
      fetch: async (request: Request) => {
        const response = await site.fetch(request)
        response.headers.append('Set-Cookie', 'glpi_0123=hidden')
        return response
      },
    }
    const { out } = await ipeos(withCookie, ['api', 'GET', 'Ticket/15', '--include'])
    expect(out).toMatch(/^HTTP 200\n[^{]*content-type: application\/json[^{]*\n\n\{/)
    expect(out).toContain('set-cookie: …')
    expect(out).not.toContain('hidden')
  })

  test('the token of the session is never printed, though the platform says it', async () => {
    const site = await openSandbox()
    const tokens: string[] = []
    const telling = {
      fetch: (request: Request) => {
        const token = request.headers.get('session-token')
        if (!request.url.endsWith('getFullSession') || !token) return site.fetch(request)
        tokens.push(token)
        return Promise.resolve(Response.json({ session: { valid_id: token } }))
      },
    }
    const { out } = await ipeos(telling, ['api', 'GET', 'getFullSession'])
    expect(JSON.parse(out)).toEqual({ session: { valid_id: '…' } })
    expect(tokens).toHaveLength(1)
  })

  test('nothing in it moves a terminal', async () => {
    const site = await openSandbox()
    const hostile = {
      fetch: (request: Request) =>
        request.url.endsWith('/Ticket/1')
          ? Promise.resolve(
              new Response('{"name":"\u009b2J\u202e"}', { headers: { 'Content-Type': 'application/json' } }),
            )
          : site.fetch(request),
    }
    for (const columns of [undefined, 80]) {
      const { out } = await ipeos(hostile, ['api', 'GET', 'Ticket/1'], columns ? { columns } : {})
      expect(out).not.toMatch(/[\u0080-\u009f\u202e]/)
      expect(JSON.parse(out)).toEqual({ name: '\u009b2J\u202e' })
    }
  })
})

describe('a filter', () => {
  test('makes of an answer what its expression says, or its template', async () => {
    const site = await openSandbox()
    expect((await ipeos(site, ['api', 'GET', 'Ticket/15', '--jq', '.id, .status'])).out).toBe('15\n2\n')
    expect((await ipeos(site, ['api', 'GET', 'Ticket/15', '--template', 'no {{.id}}'])).out).toMatch(/^no 15\n?$/)
  })

  test('takes all pages as one list, and with --ndjson each item as it comes', async () => {
    const site = await openSandbox({ tickets: 900 })
    const all = ['api', 'GET', 'Ticket', '--paginate']
    const { out: count } = await ipeos(site, [...all, '--jq', 'length'])
    expect(Number(count)).toBeGreaterThan(400)
    const { out } = await ipeos(site, [...all, '--ndjson', '--jq', '.id'])
    expect(out.trim().split('\n')).toHaveLength(Number(count))
  })

  test('fills a template for each item of --ndjson, and for what is no list, on a terminal too', async () => {
    const site = await openSandbox()
    const filled = (path: string) =>
      ipeos(site, ['api', 'GET', path, '--paginate', '--ndjson', '--template', 'no {{.id}}'], { columns: 80 })
    expect((await filled('Ticket')).out.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^no \d+$/),
      expect.stringMatching(/^no \d+$/),
    ])
    expect(await filled('Ticket/15')).toMatchObject({ code: 0, out: 'no 15\n' })
  })

  test('leaves the platform’s words alone where it refuses', async () => {
    const { code, out, notes } = await ipeos(await openSandbox(), ['api', 'GET', 'Ticket/999999', '--jq', '.id'])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(notes).toContain('ERROR_ITEM_NOT_FOUND')
  })

  test.each([
    ['that jq does not understand', ['--jq', '.['], /jq does not understand/],
    ['with a template', ['--jq', '.', '--template', 'x'], /don’t go together/],
    ['with the headers before it', ['--jq', '.id', '--include'], /--jq reads the answer alone: --include/],
    ['with a file to keep the answer in', ['--template', 'x', '-o', 'a.json'], /--template reads .*: --output/],
  ])('%s is refused before anything is sent', async (_what, words, told) => {
    const site = await openSandbox()
    const { code, notes } = await ipeos(site, ['api', 'POST', 'Ticket', '-f', 'input[name]=x', ...words])
    expect(notes).toMatch(told)
    expect({ code, asked: site.requests.length }).toEqual({ code: 2, asked: 0 })
  })

  test('of an answer that is a file says that there is no JSON, with the code of what could not be printed', async () => {
    const site = await openSandbox()
    const asFile = {
      fetch: (request: Request) =>
        request.url.endsWith('/Document/1')
          ? Promise.resolve(new Response('%PDF', { headers: { 'Content-Type': 'application/pdf' } }))
          : site.fetch(request),
    }
    const { code, out, notes } = await ipeos(asFile, ['api', 'GET', 'Document/1', '--jq', '.id'])
    expect({ code, out }).toEqual({ code: 7, out: '' })
    expect(notes).toContain('not JSON (application/pdf)')
  })
})

describe('pages', () => {
  const many = () => openSandbox({ tickets: 900 })

  test('all of a list come as one', async () => {
    const site = await many()
    const { out } = await ipeos(site, ['api', 'GET', 'Ticket', '--paginate'])
    const ids = JSON.parse(out).map(({ id }: { id: number }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(400)
    expect(
      site.requests.filter(({ path }) => path.includes('range=')).map(({ path }) => /range=(.*)$/.exec(path)?.[1]),
    ).toEqual(['0-199', '200-399', '400-599'])
  })

  test('a search gives its rows, one a line', async () => {
    const { out } = await ipeos(await many(), [
      'api',
      'GET',
      'search/Ticket',
      '-f',
      'forcedisplay[0]=1',
      '--paginate',
      '--ndjson',
    ])
    const rows = out.trimEnd().split('\n')
    expect(rows.length).toBeGreaterThan(400)
    expect(rows.map((row) => Object.keys(JSON.parse(row)).includes('1'))).not.toContain(false)
  })

  test('an empty list is one', async () => {
    const { code, out } = await ipeos(await openSandbox(), [
      'api',
      'GET',
      'search/Ticket',
      '-f',
      'criteria[0][field]=1',
      '-f',
      'criteria[0][searchtype]=contains',
      '-f',
      'criteria[0][value]=nowhere',
      '--paginate',
    ])
    expect([code, out]).toEqual([0, '[]\n'])
  })

  test('what is no list is printed, and said to be none', async () => {
    const { code, out, notes } = await ipeos(await openSandbox(), ['api', 'GET', 'Ticket/15', '--paginate'])
    expect([code, JSON.parse(out).id]).toEqual([0, 15])
    expect(notes).toContain('not a list')
  })

  test('a refusal of a page is one', async () => {
    expect(await ipeos(await openSandbox(), ['api', 'GET', 'Computer', '--paginate'])).toMatchObject({
      code: 5,
      out: expect.stringContaining('ERROR_RIGHT_MISSING'),
    })
  })

  test('a server that gives the same page again and again is left', async () => {
    const site = await openSandbox()
    const page = Array.from({ length: 200 }, (_, id) => ({ id }))
    const endless = {
      fetch: (request: Request) =>
        new URL(request.url).pathname.endsWith('/Ticket') ? Promise.resolve(Response.json(page)) : site.fetch(request),
    }
    const { code, out } = await ipeos(endless, ['api', 'GET', 'Ticket', '--paginate'])
    expect([code, JSON.parse(out).length]).toEqual([0, 200])
  })
})

describe('writing', () => {
  test('fields become the body', async () => {
    const site = await openSandbox()
    const { code, out } = await ipeos(site, [
      'api',
      'POST',
      'Ticket',
      '-f',
      'input[name]=Imprimante',
      '-F',
      'input[urgency]=4',
    ])
    expect([code, JSON.parse(out)]).toEqual([0, { id: expect.any(Number), message: expect.any(String) }])
    const { out: ticket } = await ipeos(site, ['api', 'GET', `Ticket/${JSON.parse(out).id}`])
    expect(JSON.parse(ticket)).toMatchObject({ name: 'Imprimante', urgency: 4 })
  })

  test('several things at once are made of fields of both kinds, in their order', async () => {
    const site = await openSandbox()
    const words = [
      '-f',
      'input[][name]=a',
      '-F',
      'input[][urgency]=4',
      '-f',
      'input[][name]=b',
      '-F',
      'input[][urgency]=2',
    ]
    const { out } = await ipeos(site, ['api', 'POST', 'Ticket', ...words])
    const made: Array<{ id: number }> = JSON.parse(out)
    const read = made.map(async ({ id }) => JSON.parse((await ipeos(site, ['api', 'GET', `Ticket/${id}`])).out))
    expect(await Promise.all(read)).toMatchObject([
      { name: 'a', urgency: 4 },
      { name: 'b', urgency: 2 },
    ])
  })

  test('a body comes from stdin, or from a file', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    const body = JSON.stringify({ input: { name: 'Écran' } })
    writeFileSync(join(desk.home, 'ticket.json'), body)
    const fromStdin = await desk.ipeos(['api', 'POST', 'Ticket', '--input', '-'], { stdin: body })
    const fromFile = await desk.ipeos(['api', 'POST', 'Ticket', '--input', 'ticket.json'])
    expect([fromStdin.code, fromFile.code, site.writes.length]).toEqual([0, 0, 2])
  })

  test('a body of more levels than anybody writes is refused', async () => {
    const site = await openSandbox()
    const stdin = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(await newDesk(site).ipeos(['api', 'POST', 'Ticket', '--input', '-'], { stdin })).toMatchObject({ code: 2 })
    expect(site.writes).toEqual([])
  })

  test('a text may come from a file', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'text.html'), '<p>Bonjour</p>')
    const { out } = await desk.ipeos([
      'api',
      'POST',
      'Ticket',
      '-f',
      'input[name]=x',
      '-F',
      'input[content]=@text.html',
    ])
    const { out: ticket } = await desk.ipeos(['api', 'GET', `Ticket/${JSON.parse(out).id}`])
    expect(JSON.parse(ticket).content).toBe('<p>Bonjour</p>')
  })

  test.each(['10.0', '11.0'] as const)('a file is sent as a document of GLPI %s', async (glpi) => {
    const site = await openSandbox({ glpi })
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'journal été.txt'), 'une ligne')
    const { code } = await desk.ipeos([
      'api',
      'POST',
      'Document',
      '-F',
      'file=@journal été.txt',
      '-f',
      'input[itemtype]=Ticket',
      '-F',
      'input[items_id]=15',
    ])
    const { out } = await desk.ipeos(['ticket', 'show', '15', '--json', 'documents'])
    expect([code, out]).toEqual([0, expect.stringContaining('journal été.txt')])
  })

  test('a partly done call says so', async () => {
    const site = await openSandbox()
    const partly = {
      fetch: (request: Request) =>
        request.method === 'POST'
          ? Promise.resolve(Response.json(['ERROR_GLPI_PARTIAL_ADD', [{ id: 1 }, { id: false }]], { status: 207 }))
          : site.fetch(request),
    }
    expect(await ipeos(partly, ['api', 'POST', 'Ticket', '-f', 'input[][name]=a'])).toMatchObject({
      code: 7,
      out: expect.stringContaining('PARTIAL'),
    })
  })

  test('a write whose answer is lost is not sent again', async () => {
    const site = await openSandbox()
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST' } })
    const { code } = await ipeos(site, ['api', 'POST', 'Ticket', '-f', 'input[name]=x'])
    expect([code, site.requests.filter(({ method }) => method === 'POST').length]).toEqual([6, 1])
  })
})

describe('refusals', () => {
  test.each([
    ['an unknown number', ['GET', 'Ticket/99999'], 3],
    ['a missing right', ['GET', 'Computer'], 5],
    ['an unknown call', ['GET', 'Nothing'], 1],
    [
      'a write that the platform does not take',
      ['POST', 'ITILFollowup', '-f', 'input[itemtype]=Ticket', '-F', 'input[items_id]=15', '-f', 'input[content]='],
      1,
    ],
  ])('%s: the body on stdout, the sentence on stderr, exit %s', async (_what, words, code) => {
    const result = await ipeos(await openSandbox(), ['api', ...words])
    const [name, message] = JSON.parse(result.out)
    expect(result.code).toBe(code)
    expect(result.notes).toContain(name)
    expect(result.notes).toContain(String(message).replace(/;.*/, '').slice(0, 30))
  })

  test('a dead session is renewed, once', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    await desk.ipeos(['api', 'GET', 'Ticket/15'])
    site.killSessions()
    expect(await desk.ipeos(['api', 'POST', 'Ticket', '-f', 'input[name]=x'])).toMatchObject({ code: 0 })
    expect(site.writes).toHaveLength(1)
  })

  test('a session that cannot be renewed: exit 4', async () => {
    const site = await openSandbox()
    const desk = newDesk(site)
    await desk.ipeos(['api', 'GET', 'Ticket/15'])
    site.killSessions()
    site.configuration.credentialsLoginEnabled = false
    expect((await desk.ipeos(['api', 'GET', 'Ticket/15'])).code).toBe(4)
  })

  test('a page in the place of the API: exit 6, and nothing on stdout', async () => {
    const site = await openSandbox()
    site.faults.inject({ kind: 'html', match: { path: /Ticket/ } })
    expect(await ipeos(site, ['api', 'GET', 'Ticket/15'])).toMatchObject({ code: 6, out: '' })
  })

  test.each([
    [['FETCH', 'Ticket'], 'GET, POST'],
    [['GET', 'https://evil.example/Ticket'], 'ipeos api GET'],
    [['GET', 'initSession'], 'ipeos login'],
    [['GET', 'killSession'], 'ipeos logout'],
    [['POST', 'changeActiveProfile', '-F', 'profiles_id=2'], 'ipeos profile use'],
    [['POST', 'changeActiveEntities', '-F', 'entities_id=1'], 'ipeos entity use'],
    [['GET', 'Ticket', '-f', 'name'], '-f'],
    [['GET', 'Ticket', '--input', '-'], '-f'],
    [['POST', 'Ticket', '--paginate'], '--paginate'],
    [['GET', 'Ticket', '--ndjson'], '--paginate'],
    [['POST', 'Ticket', '--input', '-'], 'jq'],
    [['POST', 'Document', '-F', 'file=@nowhere.png'], 'nowhere.png'],
  ])('%j is wrong usage, and nothing is called', async (words, hint) => {
    const site = await openSandbox()
    const desk = newDesk(site)
    const { code, notes } = await desk.ipeos(['api', ...words])
    expect(code).toBe(2)
    expect(notes).toContain(hint)
    expect(site.requests.filter(({ path }) => !/initSession|getGlpiConfig|api\.php\/$/.test(path))).toEqual([])
  })
})

describe('files', () => {
  async function attached(): Promise<{ site: Sandbox; desk: ReturnType<typeof newDesk>; id: number }> {
    const site = await openSandbox({ glpi: '10.0' })
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'a.txt'), 'bytes\u0000\u001b[2J')
    const { out } = await desk.ipeos([
      'api',
      'POST',
      'Document',
      '-F',
      'file=@a.txt',
      '-f',
      'input[itemtype]=Ticket',
      '-F',
      'input[items_id]=15',
    ])
    return { site, desk, id: JSON.parse(out).id }
  }

  test('a pipe gets their bytes', async () => {
    const { desk, id } = await attached()
    expect((await desk.ipeos(['api', 'GET', `Document/${id}?alt=media`])).out).toBe('bytes\u0000\u001b[2J')
  })

  test('one that is larger than the platform takes is not sent', async () => {
    const { site, desk } = await attached()
    writeFileSync(join(desk.home, 'big.bin'), Buffer.alloc(3 * 1024 * 1024))
    const { code, notes } = await desk.ipeos(['api', 'POST', 'Document', '-F', 'file=@big.bin'])
    expect([code, site.writes.length]).toEqual([2, 1])
    expect(notes).toContain('big.bin')
  })

  test('a terminal never does', async () => {
    const { desk, id } = await attached()
    const { code, out, notes } = await desk.ipeos(['api', 'GET', `Document/${id}?alt=media`], { columns: 80 })
    expect([code, out]).toEqual([2, ''])
    expect(notes).toContain('-o FILE')
  })

  test('they are kept under the name that is given, and nothing is overwritten', async () => {
    const { desk, id } = await attached()
    const { notes } = await desk.ipeos(['api', 'GET', `Document/${id}?alt=media`, '-o', 'a.txt'])
    expect(notes).toContain('a (2).txt')
    expect(readFileSync(join(desk.home, 'a (2).txt'), 'utf8')).toBe('bytes\u0000\u001b[2J')
  })

  test('a refusal is not kept as if it were the file', async () => {
    const { desk } = await attached()
    const { code, out } = await desk.ipeos(['api', 'GET', 'Document/9999?alt=media', '-o', 'b.txt'])
    expect([code, out]).toEqual([3, expect.stringContaining('ERROR_ITEM_NOT_FOUND')])
  })
})
