import { describe, expect, test } from 'vitest'
import { readableOnes } from '../../../src/glpi/faq/readable-article.ts'
import type { Session } from '../../../src/glpi/session/session.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { login } from '../../sandbox/caller.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const acme = 'Joindre l’astreinte d’ACME'

test('the API of 10.0 lists an article of another entity, and does not show it; that of 11.0 does neither', async () => {
  const listed: Record<string, boolean> = {}
  for (const glpi of glpiVersions) {
    const alice = await login(await openSandbox({ glpi }), 'alice')
    const { json } = await alice.get('/KnowbaseItem?range=0-99')
    listed[glpi] = json.some(({ name }: { name: string }) => name.includes('ACME'))
    expect((await alice.get('/KnowbaseItem/9')).status).toBe(403)
  }
  expect(listed).toEqual({ '10.0': true, '11.0': false })
})

describe.each(glpiVersions)('on GLPI %s, an article of another entity', (glpi) => {
  const run = async (user: string, words: string[]) => newDesk(await openSandbox({ glpi }), { user }).ipeos(words)

  test.each([
    ['faq', 'list', '--json', 'title'],
    ['faq', 'search', 'ACME', '--json', 'title'],
  ])('is not told: %s %s', async (...words) => {
    const { out, notes } = await run('alice', words)
    expect(out + notes).not.toContain('astreinte d’ACME')
    expect((await run('bob', words)).out).toContain(acme)
  })

  test('is not shown', async () => {
    expect((await run('alice', ['faq', 'show', '9'])).code).toBe(3)
    expect(await run('bob', ['faq', 'show', '9'])).toMatchObject({ code: 0, out: expect.stringContaining(acme) })
  })
})

test.each([
  ['all of them', [], 10],
  ['all but one', [57], 20],
  ['every second one', Array.from({ length: 100 }, (_none, at) => at * 2), 250],
])('which of 200 articles may be read is known after few questions: %s', async (_name, refused, most) => {
  const { platform } = await place({ glpi: '10.0' })
  const kept = await platform.session()
  let asked = 0
  const ask: Session['ask'] = async ({ path }) => {
    asked += 1
    const ids = [...path.matchAll(/(?:items_id\]=|KnowbaseItem\/)(\d+)/g)].map(([, id]) => Number(id))
    const isRefused = ids.some((id) => refused.includes(id))
    const json = isRefused ? ['ERROR_RIGHT_MISSING', ''] : ids.map((id) => ({ id }))
    return { status: isRefused ? 403 : 200, headers: {}, json, url: 'https://support.example/', size: 1 }
  }
  const rows = Array.from({ length: 200 }, (_none, id) => ({ id }))
  const readable = await readableOnes({ ask, current: async () => kept }, rows)
  expect(readable).toEqual(rows.filter(({ id }) => !refused.includes(id)))
  expect(asked).toBeLessThanOrEqual(most)
})
