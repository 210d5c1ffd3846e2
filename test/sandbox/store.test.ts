import { execFileSync, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSandbox, SandboxStoreError } from '../../src/sandbox/sandbox.ts'
import { fileForm, login, openTicket } from './caller.ts'

let data: string

beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), 'ipeos-store-')), 'sandbox')
})
afterEach(async () => {
  await rm(join(data, '..'), { recursive: true, force: true })
})

const names = async () => (await readdir(data)).sort()
const journal = async () =>
  join(data, (await names()).find((name) => name.startsWith('journal-')) ?? 'journal-1.ndjson')

describe('a store on disk', () => {
  test('keeps tickets, sessions and files from one opening to the next', async () => {
    const first = await openSandbox({ data, glpi: '10.0' })
    const alice = await login(first, 'alice')
    const id = await openTicket(alice, { name: 'Gardé' })
    const form = fileForm({ name: 'n', _filename: ['n.txt'], itemtype: 'Ticket', items_id: id }, 'n.txt', 'bonjour')
    const { json } = await alice.call('POST', '/Document', { form })
    await first.close()
    const second = await openSandbox({ data, glpi: '10.0' })
    const headers = { 'Session-Token': alice.token }
    const read = (path: string, more = {}) =>
      second.fetch(new Request(`http://support.example/apirest.php${path}`, { headers: { ...headers, ...more } }))
    expect(await (await read(`/Ticket/${id}`)).json()).toMatchObject({ name: 'Gardé' })
    expect(await (await read(`/Document/${json.id}`, { Accept: 'application/octet-stream' })).text()).toBe('bonjour')
  })

  test.skipIf(!existsSync('/usr/bin/mkfifo'))(
    'is refused where a pipe, or a folder, stands in the place of one of its files',
    async () => {
      await (await openSandbox({ data })).close()
      for (const name of ['snapshot.json', 'journal-1.ndjson']) {
        const file = join(data, name)
        const bytes = await readFile(file).catch(() => undefined)
        await rm(file, { force: true })
        execFileSync('mkfifo', [file])
        await expect(openSandbox({ data })).rejects.toThrow(SandboxStoreError)
        await rm(file)
        await mkdir(file)
        await expect(openSandbox({ data })).rejects.toThrow(SandboxStoreError)
        await rm(file, { recursive: true })
        if (bytes) await writeFile(file, bytes)
      }
    },
  )

  test('can be opened as either version', async () => {
    const old = await openSandbox({ data, glpi: '10.0' })
    const id = old.addTicket({ title: 'a & b' })
    const recent = await openSandbox({ data, glpi: '11.0' })
    const title = async (sandbox: typeof old) => (await (await login(sandbox, 'alice')).get(`/Ticket/${id}`)).json.name
    expect([await title(old), await title(recent)]).toEqual(['a &#38; b', 'a & b'])
  })

  test('is for its owner’s eyes only', async () => {
    const sandbox = await openSandbox({ data })
    const alice = await login(sandbox, 'alice')
    await alice.call('PUT', '/lostPassword', { body: { email: 'alice@ipeos.example' } })
    const modes = await Promise.all(
      ['', 'documents', 'mail', 'snapshot.json', 'journal-1.ndjson'].map(async (name) => {
        return ((await stat(join(data, name))).mode & 0o777).toString(8)
      }),
    )
    expect(modes).toEqual(['700', '700', '700', '600', '600'])
  })

  test('holds no password and no token', async () => {
    const sandbox = await openSandbox({ data })
    const alice = await login(sandbox, 'alice')
    const kept = (await readFile(join(data, 'snapshot.json'), 'utf8')) + (await readFile(await journal(), 'utf8'))
    for (const secret of ['alice-secret', 'alice-token', alice.token]) expect(kept).not.toContain(secret)
  })

  test('writes the lost-password mail as a file', async () => {
    const sandbox = await openSandbox({ data })
    await (await login(sandbox, 'alice')).call('PUT', '/lostPassword', { body: { email: 'alice@ipeos.example' } })
    const [mail = ''] = await readdir(join(data, 'mail'))
    expect(await readFile(join(data, 'mail', mail), 'utf8')).toMatch(
      /^To: alice@ipeos\.example\n[\s\S]*password_forget_token=[0-9a-f]{40}/,
    )
  })

  test('leaves no lock behind', async () => {
    const sandbox = await openSandbox({ data })
    sandbox.addTicket({ title: 'x' })
    expect(await names()).toEqual(['documents', 'journal-1.ndjson', 'snapshot.json'])
  })
})

describe('after a crash', () => {
  test('a torn last line is ignored, and the next write takes its place', async () => {
    const sandbox = await openSandbox({ data })
    const kept = sandbox.addTicket({ title: 'Entier' })
    await appendFile(await journal(), '{"put":{"Ticket":[{"id":999,"na')
    const again = await openSandbox({ data })
    const next = again.addTicket({ title: 'Après' })
    const third = await openSandbox({ data })
    const alice = await login(third, 'alice')
    expect((await alice.get(`/Ticket/${kept}`)).json.name).toBe('Entier')
    expect((await alice.get(`/Ticket/${next}`)).json.name).toBe('Après')
    expect((await alice.get('/Ticket/999')).status).toBe(404)
  })

  test('a lock that a dead process left is taken over', async () => {
    const sandbox = await openSandbox({ data })
    await writeFile(join(data, 'lock'), '999999999')
    expect(sandbox.addTicket({ title: 'x' })).toBeGreaterThan(0)
  })

  test('a lock whose process number another process has now is taken over once it is old', async () => {
    const sandbox = await openSandbox({ data })
    await writeFile(join(data, 'lock'), String(process.ppid))
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(join(data, 'lock'), longAgo, longAgo)
    expect(sandbox.addTicket({ title: 'x' })).toBeGreaterThan(0)
  })
})

describe('a store that cannot be read', () => {
  async function refusal(file: string, content: string): Promise<unknown> {
    await writeFile(file, content)
    const refused = await openSandbox({ data }).catch((error: unknown) => error)
    expect(await readFile(file, 'utf8')).toBe(content)
    return refused
  }

  test.each(['', '{"format":1,', '[]', '{"format":2}'])(
    'with the snapshot «%s» is refused by the file’s name, and left as it is',
    async (content) => {
      await openSandbox({ data })
      const file = join(data, 'snapshot.json')
      const refused = await refusal(file, content)
      expect(refused).toBeInstanceOf(SandboxStoreError)
      expect(refused).toMatchObject({ file, message: expect.stringContaining(file) })
    },
  )

  test.each(['garbage\n', '{"put":{}}\n\n', '{"put":{"Ti\n{"put":{}}\n', '42\n'])(
    'with the journal «%s» is refused too',
    async (content) => {
      const sandbox = await openSandbox({ data })
      sandbox.addTicket({ title: 'x' })
      const file = await journal()
      expect(await refusal(file, content)).toMatchObject({ name: 'SandboxStoreError', file })
    },
  )

  test('because its snapshot is gone is refused: nothing is made anew over the journal', async () => {
    const sandbox = await openSandbox({ data })
    sandbox.addTicket({ title: 'x' })
    await rm(join(data, 'snapshot.json'))
    await expect(openSandbox({ data })).rejects.toMatchObject({ file: join(data, 'snapshot.json') })
    expect(await names()).not.toContain('snapshot.json')
  })
})

describe('several on one folder', () => {
  test('see what the others write, and never give the same number', async () => {
    const [one, two] = [await openSandbox({ data }), await openSandbox({ data, glpi: '10.0' })]
    const [alice, henri] = [await login(one, 'alice'), await login(two, 'henri')]
    await henri.post('/changeActiveProfile', { profiles_id: 1 })
    const ids: number[] = []
    for (let round = 0; round < 5; round += 1) ids.push(await openTicket(alice), await openTicket(henri))
    expect(new Set(ids).size).toBe(10)
    const teo = await login(two, 'teo')
    expect((await teo.get(`/Ticket/${ids[0]}`)).json.users_id_recipient).toBe(8)
  })

  test('share their sessions', async () => {
    const [one, two] = [await openSandbox({ data }), await openSandbox({ data })]
    const alice = await login(one, 'alice')
    const request = new Request('http://support.example/apirest.php/getMyProfiles', {
      headers: { 'Session-Token': alice.token },
    })
    expect((await two.fetch(request)).status).toBe(200)
  })

  test('go on when one of them folds a long journal into a new snapshot', async () => {
    const one = await openSandbox({ data })
    const content = 'x'.repeat(1024 * 1024)
    for (let index = 0; index < 5; index += 1) one.addTicket({ title: `Long ${index}`, content })
    const two = await openSandbox({ data })
    expect(await names()).toEqual(['documents', 'snapshot.json'])
    const ids = [one.addTicket({ title: 'Par le premier' }), two.addTicket({ title: 'Par le second' })]
    expect(new Set(ids).size).toBe(2)
    expect(await names()).toContain('journal-2.ndjson')
    const teo = await login(one, 'teo')
    expect(await Promise.all(ids.map(async (id) => (await teo.get(`/Ticket/${id}`)).json.name))).toEqual([
      'Par le premier',
      'Par le second',
    ])
  })

  test('as processes write at once, nothing is lost and nothing is torn', async () => {
    await openSandbox({ data })
    const script = join(data, 'writer.mjs')
    const source = `
      import { openSandbox } from ${JSON.stringify(join(import.meta.dirname, '../../src/sandbox/sandbox.ts'))}
      const sandbox = await openSandbox({ data: ${JSON.stringify(data)} })
      const ids = []
      for (let index = 0; index < 25; index += 1) ids.push(sandbox.addTicket({ title: 'T' + index }))
      process.send(ids)
    `
    await mkdir(data, { recursive: true })
    await writeFile(script, await bundled(source))
    const ids = (await Promise.all([1, 2, 3].map(() => runWriter(script)))).flat()
    expect(new Set(ids).size).toBe(75)
    const teo = await login(await openSandbox({ data }), 'teo')
    const found = await teo.get(
      '/search/Ticket?criteria[0][field]=1&criteria[0][searchtype]=contains&criteria[0][value]=^T&range=0-0',
    )
    expect(found.json.totalcount).toBeGreaterThanOrEqual(75)
    expect(await Promise.all(ids.map(async (id) => (await teo.get(`/Ticket/${id}`)).status))).toEqual(
      ids.map(() => 200),
    )
  })
})

/** Node 20 does not run TypeScript by itself. */
async function bundled(source: string): Promise<string> {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input: 'writer',
    platform: 'node',
    plugins: [
      {
        name: 'writer',
        resolveId: (id) => (id === 'writer' ? id : null),
        load: (id) => (id === 'writer' ? source : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  await build.close()
  return output[0].code
}

function runWriter(script: string): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = fork(script, { execArgv: [] })
    let ids: number[] = []
    child.on('message', (message) => {
      ids = message as number[]
    })
    child.on('exit', (code) => (code === 0 ? resolve(ids) : reject(new Error(`the writer ended with ${code}`))))
  })
}
