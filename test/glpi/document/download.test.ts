import { createHash } from 'node:crypto'
import { HttpResponse, http } from 'msw'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { IncomingFile } from '../../../src/glpi/document/documents.ts'
import { directHttp } from '../../../src/glpi/http/direct-http.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { serve } from '../../../src/sandbox/serve.ts'
import { customer } from '../../support/customer.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { loopback } from '../../support/loopback.ts'
import { opening, refusal } from '../answers.ts'

const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))

async function network(timeout = 3000) {
  const opened = await directHttp({ timeout })
  onTestFinished(() => opened.close())
  return opened
}

/** Over a real socket, as a person meets it. */
async function served(glpi: '10.0' | '11.0', name = 'journal.txt') {
  const sandbox = await openSandbox({ glpi })
  const { url, close } = await serve(sandbox)
  onTestFinished(async () => {
    await close()
    await sandbox.close()
  })
  const id = sandbox.addTicket({ title: 'Avec pièce jointe', documents: [{ name, bytes }] })
  const { platform } = customer(await network(), url)
  const [document] = (await platform.tickets.get(id)).documents
  if (!document) throw new Error('the ticket has no document')
  return { sandbox, url, platform, id, document }
}

async function contentOf({ stream }: IncomingFile): Promise<Buffer> {
  return Buffer.concat(await stream.toArray())
}

describe.each(glpiVersions)('a document of GLPI %s', (glpi) => {
  test('comes byte for byte, with its size, its type, and its sum on the ticket', async () => {
    const { platform, id, document } = await served(glpi)
    const file = await platform.documents.download(id, document.id)
    expect(file.mime).toBe('text/plain')
    expect((await contentOf(file)).toString('latin1')).toBe(bytes.toString('latin1'))
    expect(document.sha1).toBe(createHash('sha1').update(bytes).digest('hex'))
  })

  test.each(['données.json', 'page.html'])('comes as a file, even when it is called %s', async (name) => {
    const { platform, id, document } = await served(glpi, name)
    expect(await contentOf(await platform.documents.download(id, document.id))).toEqual(bytes)
  })

  test('comes when the session had died', async () => {
    const { platform, id, document, sandbox } = await served(glpi)
    sandbox.killSessions()
    expect(await contentOf(await platform.documents.download(id, document.id))).toEqual(bytes)
  })

  test('of somebody else is not given', async () => {
    const { platform, url, sandbox } = await served(glpi)
    const his = sandbox.addTicket({ title: 'y', requester: 'bob', documents: [{ name: 'b.txt', bytes: 'b' }] })
    const bob = customer(await network(), url, { as: { user: 'bob', password: 'bob-secret' } })
    const [document] = (await bob.platform.tickets.get(his)).documents
    await expect(platform.documents.download(his, document?.id ?? 0)).rejects.toMatchObject({ exitCode: 5 })
  })

  test('that is cut on its way fails', async () => {
    const { platform, id, document, sandbox } = await served(glpi)
    const path = glpi === '10.0' ? /Document\/\d/ : /document\.send/
    sandbox.faults.inject({ kind: 'truncated', match: { path } })
    const file = await platform.documents.download(id, document.id)
    await expect(contentOf(file)).rejects.toMatchObject({ exitCode: 6, code: 'connection-cut' })
  })
})

describe('instead of a document', () => {
  async function answering(answer: () => Response) {
    const server = await loopback(...opening, http.get('*/Document/7', answer))
    onTestFinished(() => server.close())
    return customer(await network(), server.url).platform.documents.download(1, 7)
  }

  test('a maintenance page is no file', async () => {
    const page = () => new HttpResponse('<title>Maintenance</title>', { headers: { 'Content-Type': 'text/html' } })
    await expect(answering(page)).rejects.toMatchObject({ exitCode: 6, code: 'not-api-titled' })
  })

  test('a redirect is not followed', async () => {
    const away = () => new HttpResponse(null, { status: 302, headers: { Location: 'https://elsewhere.example/' } })
    await expect(answering(away)).rejects.toMatchObject({ exitCode: 6, code: 'redirected' })
  })

  test('a document that is gone is not found', async () => {
    const gone = () => refusal(404, 'ERROR_ITEM_NOT_FOUND', 'Élément introuvable')
    await expect(answering(gone)).rejects.toMatchObject({ exitCode: 3, code: 'document-not-found' })
  })
})
