import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Alert, textOf } from '../../../src/commands/alert/alert-form.ts'
import { withinBounds } from '../../../src/commands/alert/too-many.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { fileSteps } from '../../support/file-steps.ts'
import { translator } from '../../support/translator.ts'

const payload = (count: number, status: string): string => {
  const numbers = Array.from({ length: count }, (_, index) => index)
  const alerts = numbers.map((index) => ({ status, fingerprint: `f${index}`, labels: { alertname: `Alert ${index}` } }))
  return JSON.stringify({ version: '4', groupKey: '{}', receiver: 'ipeos', status, alerts })
}

async function stepsOf(count: number, status: string): Promise<number> {
  const desk = newDesk(await openSandbox())
  let code: number | undefined
  const steps = await fileSteps(async () => {
    code = (await desk.ipeos(['alert'], { stdin: payload(count, status) })).code
  })
  expect(code).toBe(0)
  return steps
}

test.each(['firing', 'resolved'])('five alerts more (%s) cost as much after twenty as after five', async (status) => {
  // What the first of all loads is read, too.
  await stepsOf(2, status)
  const [five, ten, twenty, more] = [
    await stepsOf(5, status),
    await stepsOf(10, status),
    await stepsOf(20, status),
    await stepsOf(25, status),
  ]
  expect(more - twenty).toBeLessThan(1.2 * (ten - five))
})

test('what waits of other problems is read once for an alert', async () => {
  const desk = newDesk(await openSandbox())
  const alone = await fileSteps(() => desk.ipeos(['alert'], { stdin: payload(1, 'resolved') }))
  const folder = join(desk.home, '.local/state/ipeos/drafts')
  mkdirSync(folder, { recursive: true })
  const moment = '2026-03-05T09:00:00.000Z'
  const owner = { platform: 'https://support.example', user: 'alice' }
  for (let count = 100; count < 200; count++) {
    const draft = { version: 1, id: `waiting-${count}`, kind: 'ticket', owner, created: moment, changed: moment }
    const more = {
      keyMark: `key-${count}`,
      files: [],
      filesDone: true,
      answers: { title: 'Waits', description: 'So.' },
    }
    writeFileSync(join(folder, `waiting-${count}.json`), JSON.stringify({ ...draft, ...more }))
  }
  const among = await fileSteps(() => desk.ipeos(['alert'], { stdin: payload(1, 'resolved') }))
  // Opened, looked at, read, closed.
  expect((among - alone) / 100).toBeLessThan(6)
})

describe('alerts that are too many', () => {
  const t = translator('en')
  beforeAll(() => t.ready())
  const alertOf = (index: number): Alert => ({
    ...{ source: 'alertmanager', fingerprint: `f${index}`, title: `Alert ${index}`, text: 'So.', facts: {} },
    state: index % 2 === 0 ? 'firing' : 'recovered',
    urgency: index === 7 ? 'high' : 'low',
  })
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

  function bounded(count: number, most: number) {
    const warnings: string[] = []
    const terminal = { warn: (key: string) => warnings.push(key) }
    const alerts = withinBounds(numbers(count).map(alertOf), { terminal, t }, most)
    return { warnings, alerts }
  }

  test('are one, that names each on a line, as urgent as the most urgent of them; a warning says so', () => {
    const { alerts, warnings } = bounded(10, 6)
    expect(alerts.slice(0, 6)).toEqual(numbers(6).map(alertOf))
    expect(alerts.slice(6)).toMatchObject([{ state: 'firing', fingerprint: 'too-many', urgency: 'high' }])
    expect(alerts[6]?.text.split('\n').slice(2)).toEqual([
      '- Alert 6 · alertmanager f6',
      '- over · Alert 7 · alertmanager f7',
      '- Alert 8 · alertmanager f8',
      '- over · Alert 9 · alertmanager f9',
    ])
    expect(warnings).toEqual(['alert.too-many'])
  })

  test('are all named where a text cannot hold them: it goes on in another one of the same key', () => {
    const listed = bounded(5_000, 1).alerts.slice(1)
    expect(listed.length).toBeGreaterThan(1)
    expect(new Set(listed.map(({ fingerprint }) => fingerprint))).toEqual(new Set(['too-many']))
    const text = listed.map((alert) => textOf(alert, t)).join('\n')
    expect([...text.matchAll(/alertmanager f(\d+)$/gm)].map(([, index]) => Number(index))).toEqual(
      numbers(5_000).slice(1),
    )
  })

  test('are none among as many as are allowed', () => {
    expect(bounded(6, 6)).toEqual({ alerts: numbers(6).map(alertOf), warnings: [] })
  })
})

test('labels that read alike, and are others, are another problem', async () => {
  const desk = newDesk(await openSandbox())
  const labels = [{ a: '1, b=2' }, { a: '1', b: '2' }]
  const alerts = labels.map((one) => ({ status: 'firing', labels: one, annotations: { summary: 'Alike' } }))
  const stdin = JSON.stringify({ version: '4', groupKey: '{}', receiver: 'ipeos', status: 'firing', alerts })
  expect(JSON.parse((await desk.ipeos(['alert', '--json'], { stdin })).out)).toMatchObject([
    { action: 'opened' },
    { action: 'opened' },
  ])
})

test('of 1,003 alerts at once, the three that are too many are told together', async () => {
  const desk = newDesk(await openSandbox())
  const { code, out, notes } = await desk.ipeos(['alert', '--dry-run', '--json'], { stdin: payload(1_003, 'firing') })
  expect(code).toBe(0)
  const told: Array<{ title: string }> = JSON.parse(out)
  expect(told).toHaveLength(1_001)
  expect(told.at(-1)).toMatchObject({ title: 'Too many alerts at once: 3 more', action: 'opened' })
  expect(notes).toContain('More than 1,000 alerts at once')
})
