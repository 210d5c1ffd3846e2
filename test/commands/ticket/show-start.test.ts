import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { World } from '../../../src/app/world.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk } from '../../support/desk.ts'

const everything = {
  title: 'Onduleur qui siffle',
  content: '<p>Le sifflement est continu : <img src="/front/document.send.php?docid=9999" alt="photo"></p>',
  status: 'pending',
  equipment: ['Computer:3'],
  followups: [{ by: 'teo', content: '<p>Nous passons demain.</p>' }],
  tasks: [{ by: 'teo', content: 'Batterie', minutes: 75, state: 'to-do' }],
  documents: [{ name: 'son.png', bytes: 'octets' }],
}

describe.each(['10.0', '11.0'] as const)('the first lines of a ticket on GLPI %s', async (glpi) => {
  const site = await openSandbox({ glpi })
  const id = site.addTicket(structuredClone(everything) as unknown as Parameters<typeof site.addTicket>[0])

  test('are there after three requests, where the session is', async () => {
    const desk = newDesk(site, { user: null })
    await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret\n' })
    const whole = await desk.ipeos(['ticket', 'show', String(id)])
    const before = site.requests.length
    let asked = 0
    const texts: string[] = []
    const stdout = new PassThrough().on('data', (chunk: Buffer) => {
      asked ||= site.requests.length - before
      texts.push(chunk.toString('utf8'))
    })
    const { code, notes } = await desk.ipeos(['ticket', 'show', String(id)], {
      world: { stdout: stdout as unknown as World['stdout'] },
    })
    expect({ code, asked, notes }).toEqual({ code: 0, asked: 3, notes: '' })
    expect(texts[0]).toMatch(new RegExp(`^#${id} Onduleur qui siffle\n\nStatus +pending\n$`))
    expect(texts.join('')).toBe(whole.out)
  })

  test('stay where the rest cannot be had, which is told, with its exit code', async () => {
    const broken = {
      fetch: async (request: Request) =>
        /ITILFollowup/.test(request.url) ? new Response('down', { status: 503 }) : site.fetch(request),
    }
    const { code, out, notes } = await ipeos(broken, ['ticket', 'show', String(id)])
    expect(code).toBe(6)
    expect(out).toMatch(new RegExp(`^#${id} Onduleur qui siffle\n\nStatus +pending\n$`))
    expect(notes).toMatch(/^✗ /)
  })
})

test('fields are aligned from the first one on, whatever is read later', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const id = site.addTicket({ title: 'x', status: 'closed' })
  for (const LANG of ['fr_FR.UTF-8', 'en_GB.UTF-8']) {
    const { out } = await ipeos(site, ['ticket', 'show', String(id)], { env: { LANG } })
    const columns = out
      .split('\n')
      .slice(2, 7)
      .map((line) => /^\S.*? {2,}/.exec(line)?.[0].length)
    expect(new Set(columns).size).toBe(1)
  }
})
