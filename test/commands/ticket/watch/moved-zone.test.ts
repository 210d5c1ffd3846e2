import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { movedZone } from '../../../support/moved-zone.ts'
import { virtualTime } from '../../../support/virtual-time.ts'

const minute = 60_000
const start = new Date('2026-03-05T09:00:00Z')

/** Forty tickets with two followups each, the latest of a moment ago; and a platform whose zone is moved meanwhile. */
async function watching(by: number, { saysTheTime = true } = {}) {
  const time = virtualTime(start, { end: 60 * minute })
  const site = await openSandbox({ clock: time.now })
  const teo = await login(site, 'teo')
  for (let one = 0; one < 40; one += 1) {
    const id = site.addTicket({ title: `Panne ${one}`, opened: new Date(start.getTime() - (one + 2) * 20 * minute) })
    for (const content of ['Un mot.', 'Un autre.'])
      await teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, content } })
  }
  const platform = movedZone(site, saysTheTime ? time.now : undefined)
  time.at(20 * minute, () => {
    platform.minutes = by
  })
  const watched = 15
  const write = (at: number, content: string) =>
    time.at(at, () => teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: watched, content } }))
  const run = async (...words: string[]) => {
    const world = { now: time.now, sleep: time.sleep }
    const { out } = await newDesk(platform).ipeos(['ticket', 'watch', ...words, '--json', 'ticket,text'], { world })
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  }
  return { write, run, site, watched }
}

describe.each([
  [60, {}],
  [-60, {}],
  [330, {}],
  [60, { saysTheTime: false }],
  [-60, { saysTheTime: false }],
])('a platform whose dates move by %i minutes (%j)', (by, options) => {
  test('has nothing old told as new, and all that is new told, once', async () => {
    const { write, run, watched } = await watching(by, options)
    write(10 * minute, 'Avant.')
    write(20 * minute + 1, 'Tout juste après.')
    write(45 * minute, 'Bien après.')
    expect(await run()).toEqual(
      ['Avant.', 'Tout juste après.', 'Bien après.'].map((text) => ({ ticket: watched, text })),
    )
  })

  test('has nothing old of one ticket told as new', async () => {
    const { write, run, watched } = await watching(by, options)
    write(45 * minute, 'Bien après.')
    expect(await run('15')).toEqual([{ ticket: watched, text: 'Bien après.' }])
  })
})

test('a moved zone costs a look at the whole list, and no ticket is read for it', async () => {
  const { run, site } = await watching(60)
  await run()
  const since = site.requests.filter(({ at }) => at.getTime() > start.getTime() + 20 * minute)
  expect(since.filter(({ path }) => /\/Ticket\/\d+\?/.test(path))).toEqual([])
})
