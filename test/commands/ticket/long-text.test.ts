import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const image = `<img src="data:image/png;base64,${'QUJD'.repeat(150_000)}">`
const endless = `<p>début</p>${'<p>mot</p>'.repeat(60_000)}<p>fin</p>`

describe('a text behind a large picture', () => {
  test('is shown, and is in JSON', async () => {
    const site = await openSandbox()
    const id = String(site.addTicket({ title: 'x', content: `<p>avant</p>${image}<p>après</p>` }))
    const desk = newDesk(site)
    const shown = await desk.ipeos(['ticket', 'show', id])
    expect(shown.out).toContain('avant\n\n[image 1: image-1.png, 439.5 kB]\n\naprès')
    const record = JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
    expect(record).toMatchObject({ description: 'avant\n\n[image 1: image-1.png]\n\naprès', descriptionLeftOut: 0 })
  })
})

describe('a text without end', async () => {
  const start = new Date('2026-03-05T09:00:00Z')
  const time = virtualTime(start, { end: 10 * 60_000 })
  const site = await openSandbox({ clock: time.now })
  const id = site.addTicket({
    title: 'x',
    content: endless,
    opened: start,
    followups: [{ by: 'teo', content: endless }],
  })
  const desk = newDesk(site)

  test('says in a page how much is left out', async () => {
    const { out } = await desk.ipeos(['ticket', 'show', String(id)])
    expect(out.match(/Too long to be shown whole: [\d,]+ more characters/g)).toHaveLength(2)
  })

  test('says so in JSON, and in an export', async () => {
    const record = JSON.parse((await desk.ipeos(['ticket', 'show', String(id), '--json'])).out)
    expect(record.descriptionLeftOut).toBeGreaterThan(1_000)
    expect(record.timeline[0].textLeftOut).toBe(record.descriptionLeftOut)
    await desk.ipeos(['ticket', 'export', String(id), '-o', 'keep'])
    const page = readFileSync(join(desk.home, 'keep', `ticket-${String(id).padStart(6, '0')}`, 'ticket.md'), 'utf8')
    expect(page.match(/\*Too long to be shown whole: [\d,]+ more characters\.\*/g)).toHaveLength(2)
  })

  test('says so while it is watched', async () => {
    time.at(60_000, async () => void site.addTicket({ title: 'y', content: endless, opened: time.now() }))
    const { out } = await desk.ipeos(['ticket', 'watch', '--json'], { world: { now: time.now, sleep: time.sleep } })
    const event = out.split('\n').map((line) => (line ? JSON.parse(line) : {}))
    expect(event).toContainEqual(expect.objectContaining({ event: 'opened', textLeftOut: expect.any(Number) }))
  })
})
