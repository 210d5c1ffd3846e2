import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Failed } from '../../../src/errors/error.ts'
import type { OutgoingFile } from '../../../src/glpi/document/documents.ts'
import { directHttp } from '../../../src/glpi/http/direct-http.ts'
import { openSandbox, type SandboxConfiguration } from '../../../src/sandbox/sandbox.ts'
import { serve } from '../../../src/sandbox/serve.ts'
import { customer } from '../../support/customer.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const kilobyte = Buffer.alloc(1024, 'x')

function file(name: string, kilobytes: number): OutgoingFile & { opened: number } {
  const made = {
    name,
    size: kilobytes * 1024,
    opened: 0,
    open() {
      made.opened += 1
      return Readable.from(Array.from({ length: kilobytes }, () => kilobyte))
    },
  }
  return made
}

async function failure(work: Promise<unknown>): Promise<Failed> {
  return work.then(
    () => {
      throw new Error('it should have failed')
    },
    (error: Failed) => error,
  )
}

/** Over a real socket, as a person meets it. */
async function served(glpi: '10.0' | '11.0', configuration: Partial<SandboxConfiguration> = {}) {
  const sandbox = await openSandbox({ glpi, configuration })
  const { url, close } = await serve(sandbox)
  const network = await directHttp({ timeout: 5000 })
  onTestFinished(async () => {
    await network.close()
    await close()
    await sandbox.close()
  })
  return { sandbox, id: sandbox.addTicket({ title: 'Avec pièce jointe' }), ...customer(network, url) }
}

describe.each(glpiVersions)('a file sent to GLPI %s', (glpi) => {
  test.each(['écran à moi.png', 'e\u0301te\u0301.png', '日本 (1).png', 'a"b\\c\n.png'])(
    '%j arrives, and is tied to the ticket',
    async (name) => {
      const { platform, id } = await served(glpi)
      await platform.documents.attach(id, file(name, 3))
      const { documents } = await platform.tickets.get(id)
      expect(documents.map(({ fileName }) => fileName)).toEqual([name.normalize('NFC').replace(/["\\\n]/g, '_')])
    },
  )

  test('arrives byte for byte', async () => {
    const { platform, id, sandbox } = await served('10.0')
    const { id: document } = await platform.documents.attach(id, file('notes.txt', 700))
    const { apiUrl, token } = await platform.session()
    const headers = { 'Session-Token': token, Accept: 'application/octet-stream' }
    const answer = await sandbox.fetch(new Request(`${apiUrl}/Document/${document}`, { headers }))
    expect((await answer.arrayBuffer()).byteLength).toBe(700 * 1024)
  })

  test('tells how far it is', async () => {
    const { platform, id } = await served(glpi)
    const told: number[] = []
    await platform.documents.attach(id, file('notes.txt', 500), (bytes) => told.push(bytes))
    expect(told.at(-1)).toBe(500 * 1024)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })

  test('may be empty', async () => {
    const { platform, id } = await served(glpi)
    await expect(platform.documents.attach(id, file('vide.txt', 0))).resolves.toMatchObject({ id: expect.any(Number) })
  })

  test('is opened anew when the session had died', async () => {
    const { platform, id, sandbox } = await served(glpi)
    await platform.session()
    sandbox.killSessions()
    const notes = file('notes.txt', 5)
    await platform.documents.attach(id, notes)
    expect(notes.opened).toBe(2)
  })

  test('is too big: the limit is said', async () => {
    const { platform, id } = await served(glpi)
    expect(await failure(platform.documents.attach(id, file('gros.txt', 3000)))).toMatchObject({
      exitCode: 1,
      code: 'upload-too-big',
      parameters: { name: 'gros.txt', megabytes: 2 },
      hint: { parameters: { ticket: id } },
    })
  })

  test('is of a type that is refused', async () => {
    const { platform, id } = await served(glpi)
    expect((await failure(platform.documents.attach(id, file('virus.exe', 1)))).code).toBe('upload-type')
  })

  test('is more than PHP takes', async () => {
    const { platform, id } = await served(glpi, { postMaxSizeBytes: 4096 })
    expect((await failure(platform.documents.attach(id, file('notes.txt', 9)))).code).toBe('too-big-for-server')
  })

  test.each([
    ['shrinks', 5, 4],
    ['grows', 5, 6],
  ])('%s meanwhile', async (_how, promised, real) => {
    const { platform, id } = await served(glpi)
    const changing = { ...file('journal.log', real), size: promised * 1024 }
    expect((await failure(platform.documents.attach(id, changing))).code).toBe('upload-changed')
  })

  test('cannot be read to its end', async () => {
    const { platform, id } = await served(glpi)
    async function* broken(): AsyncGenerator<Buffer> {
      yield kilobyte
      throw Object.assign(new Error('i/o error'), { code: 'EIO' })
    }
    const torn = { name: 'disque.txt', size: 4096, open: () => Readable.from(broken()) }
    expect(await failure(platform.documents.attach(id, torn))).toMatchObject({
      code: 'upload-unreadable',
      parameters: { name: 'disque.txt', reason: 'EIO' },
    })
  })

  test('is not there any more', async () => {
    const { platform, id } = await served(glpi)
    const gone = { name: 'parti.txt', size: 4096, open: () => createReadStream('/no/such/file') }
    expect(await failure(platform.documents.attach(id, gone))).toMatchObject({
      code: 'upload-unreadable',
      parameters: { name: 'parti.txt', reason: 'ENOENT' },
    })
  })

  test('meets a connection that is cut', async () => {
    const { platform, id, sandbox } = await served(glpi)
    await platform.session()
    sandbox.faults.inject({ kind: 'drop-before', match: { path: /Document/ } })
    expect((await failure(platform.documents.attach(id, file('notes.txt', 500)))).code).toBe('connection-cut')
  })

  test('is streamed within one process too', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x' })
    await platform.documents.attach(id, file('été.txt', 300))
    expect((await platform.tickets.get(id)).documents).toMatchObject([{ fileName: 'été.txt' }])
  })
})
