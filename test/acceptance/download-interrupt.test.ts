import { mkdirSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBin } from '../support/bin.ts'
import { close, listen } from '../support/loopback.ts'
import { openSite, type Site } from '../support/site.ts'

/** The same platform, but a document stops coming half-way. */
async function stalling(site: Site): Promise<string> {
  const server = createServer(async (request, response) => {
    if (/\/Document\/\d/.test(request.url ?? '')) {
      const headers = { 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment', 'Content-Length': 200_000 }
      response.writeHead(200, headers).write(Buffer.alloc(100_000))
      return
    }
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string])
    const answer = await site.sandbox.fetch(new Request(`${site.url}${request.url}`, { headers }))
    response.writeHead(answer.status, [...answer.headers].flat()).end(Buffer.from(await answer.arrayBuffer()))
  })
  onTestFinished(() => close(server))
  return listen(server)
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s in the middle of a file leaves nothing of it, and names the command to go on', async (signal, code) => {
  const site = await openSite({ glpi: '10.0' })
  const id = site.sandbox.addTicket({ title: 'x', documents: [{ name: 'a.txt', bytes: 'a' }] })
  const folder = join(site.folder, 'recu')
  mkdirSync(folder)
  const env = { ...site.env, IPEOS_URL: await stalling(site) }
  const running = startBin(['ticket', 'download', String(id), '-o', 'recu'], { env, folder: site.folder })
  await expect.poll(() => readdirSync(folder)).toEqual([expect.stringMatching(/\.part$/)])
  running.signal(signal)
  expect([await running.left, readdirSync(folder), running.out()]).toEqual([code, [], ''])
  expect(running.notes()).toContain(`ipeos ticket download ${id}`)
})
