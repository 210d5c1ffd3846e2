import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { ipeos } from '../support/desk.ts'
import { glpiVersions } from '../support/glpi-versions.ts'

describe.each(glpiVersions)('a range that ends beyond a list, and is refused for that by %s', (glpi) => {
  const commands = [
    ['ticket', 'list', '--json', 'id'],
    ['ticket', 'list', '--all', '--status', 'all', '--json', 'id'],
    ['ticket', 'history', '--json', 'id'],
    ['ticket', 'stats', '--since', '10y', '--json'],
    ['ticket', 'show', '15', '--json'],
    ['home', '--json'],
    ['faq', 'list', '--json', 'id'],
    ['faq', 'search', 'mot', '--json', 'id'],
    ['reservation', 'items', '--json', 'id'],
    ['api', 'GET', 'KnowbaseItem', '--paginate'],
  ]

  test.each(commands.map((words) => [words.join(' '), words] as const))('%s gives all of it', async (_name, words) => {
    const usual = await ipeos(await openSandbox({ glpi, clock }), [...words], { world: { now: clock } })
    const site = await openSandbox({ glpi, clock, configuration: { refusesLongRanges: true } })
    const { code, out } = await ipeos(site, [...words], { world: { now: clock } })
    expect(out).toBe(usual.out)
    expect(out.length).toBeGreaterThan(10)
    expect(code).toBe(0)
    expect(site.requests.map(({ status }) => status)).toContain(400)
  })
})

const clock = () => new Date('2026-06-01T10:00:00Z')
