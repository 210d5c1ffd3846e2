import { describe, expect, test } from 'vitest'
import { runBin, runShell, startBin } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

const everything = ['ticket', 'list', '--status', 'all', '--all']

describe('a long list', () => {
  test('is on stdout before its last page is there', async () => {
    const { sandbox, env, folder } = await openSite({ tickets: 3000, user: 'teo' })
    sandbox.faults.inject({ kind: 'delay', milliseconds: 20_000, match: { path: /range=[1-9]/ } })
    const running = startBin([...everything, '--format', 'ndjson'], { env, folder })
    await running.until(({ out }) => out.split('\n').length > 400)
    running.signal('SIGTERM')
    expect(await running.left).toBe(143)
  })

  test.each([
    ['--jq', '.id'],
    ['--template', '{{.id}}'],
  ])('goes through %s as it comes', async (option, filter) => {
    const { sandbox, env, folder } = await openSite({ tickets: 3000, user: 'teo' })
    sandbox.faults.inject({ kind: 'delay', milliseconds: 20_000, match: { path: /range=[1-9]/ } })
    const running = startBin([...everything, '--format', 'ndjson', option, filter], { env, folder })
    await running.until(({ out }) => /^(\d+\n){400}/.test(out))
    running.signal('SIGTERM')
    // By our own answer to the signal, or by the signal itself while jq has the process.
    expect([null, 143]).toContain(await running.left)
  })

  test.each(['json', 'ndjson', 'tsv', 'csv', 'markdown', 'table'])('as %s has each ticket once', async (format) => {
    const { env, folder, sandbox } = await openSite({ tickets: 1200, user: 'teo' })
    const words = format === 'json' ? ['--json', 'id'] : ['--format', format, '--columns', 'id']
    const { code, out } = await runBin([...everything, ...words], { env, folder })
    const numbers = (out.match(/\d+/g) ?? []).map(Number)
    const total = Number(
      (await runBin(['ticket', 'stats', '--since', '2000-01-01'], { env, folder })).out.split(/\s+/)[2],
    )
    expect([code, numbers.length, new Set(numbers).size]).toEqual([0, total, total])
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one))
    expect(sandbox.requests.filter(({ path }) => path.includes('/search/')).length).toBeLessThan(6)
  })

  test('ends as soon as nobody reads any more, which is no failure', async () => {
    const { env, folder, sandbox } = await openSite({ tickets: 20_000, user: 'teo' })
    const line = `{ ipeos ${everything.join(' ')}; echo "[$?]" >&2; } | head -3`
    const { out, notes } = await runShell(line, { env, folder })
    expect({ lines: out.split('\n').length - 1, notes }).toEqual({ lines: 3, notes: '[0]\n' })
    expect(sandbox.requests.filter(({ path }) => path.includes('/search/')).length).toBeLessThan(10)
  })
})
