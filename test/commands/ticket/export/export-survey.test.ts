import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const long = new Date(Date.now() - 7_200_000)

/** A closed ticket of long ago, and what makes the platform ask about it: that changes no date of the ticket. */
async function deskWithClosed(glpi: '10.0' | '11.0') {
  const site = await openSandbox({ glpi })
  const glpiUser = await login(site, 'glpi')
  const desk = newDesk(site)
  const id = site.addTicket({ title: 'Clavier', status: 'closed', opened: long })
  const kept = (name: string) =>
    readFileSync(join(desk.home, 'keep', `ticket-${String(id).padStart(6, '0')}`, name), 'utf8')
  const run = async (...words: string[]) => {
    const { code, out } = await desk.ipeos(['ticket', 'export', ...words, '-o', 'keep', '--json', 'id,result'])
    const results = (JSON.parse(out) as Array<{ id: number; result: string }>).filter((one) => one.id === id)
    return { code, result: results[0]?.result }
  }
  const ask = () =>
    glpiUser.post('/TicketSatisfaction', { input: { tickets_id: id, type: 1, date_begin: '2026-01-05 08:00:00' } })
  const survey = () => (JSON.parse(kept('ticket.json')) as { survey: unknown }).survey
  return { site, desk, id, kept, run, ask, survey, word: String(id) }
}

describe.each(glpiVersions)('an export of GLPI %s', (glpi) => {
  test('holds the survey of a closed ticket, as a record and on its page', async () => {
    const { desk, run, ask, survey, kept, word } = await deskWithClosed(glpi)
    await ask()
    await desk.ipeos(['ticket', 'rate', word, '4', '-m', 'Rapide & *clair*'])
    expect(await run(word)).toEqual({ code: 0, result: 'exported' })
    expect(survey()).toMatchObject({ kind: 'internal', mark: 4, comment: 'Rapide & *clair*' })
    expect(kept('ticket.md')).toMatch(/^- \*\*Your mark\*\*.*4 out of 5 — Rapide \\& \\\*clair\\\*, /m)
  })

  test.each([['--all'], ['its number']])('notices by %s that a survey appears, and is answered', async (how) => {
    const { desk, run, ask, survey, word } = await deskWithClosed(glpi)
    const words = how === '--all' ? how : word
    await run(words)
    await ask()
    expect(await run(words)).toEqual({ code: 0, result: 'refreshed' })
    expect(survey()).toMatchObject({ mark: null, answered: null })
    await desk.ipeos(['ticket', 'rate', word, '4'])
    expect(await run(words)).toEqual({ code: 0, result: 'refreshed' })
    expect(survey()).toMatchObject({ mark: 4 })
  })

  test('fetches none again whose survey did not change', async () => {
    const { site, run, ask, word } = await deskWithClosed(glpi)
    await ask()
    await run(word)
    const before = site.requests.length
    expect(await run('--all')).toMatchObject({ result: 'unchanged' })
    const paths = site.requests.slice(before).map(({ path }) => path)
    expect(paths.filter((path) => path.includes(`Ticket/${word}`))).toEqual([])
  })
})

test('a survey that cannot be read just now leaves its ticket to the next export', async () => {
  const { site, run, ask, survey, word } = await deskWithClosed('11.0')
  await ask()
  site.faults.inject({ kind: 'status', status: 403, match: { path: /TicketSatisfaction/ } })
  expect(await run(word)).toMatchObject({ result: 'failed' })
  expect(await run(word)).toEqual({ code: 0, result: 'exported' })
  expect(survey()).toMatchObject({ kind: 'internal' })
})
