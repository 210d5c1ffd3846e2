import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'
import { fullDesk, saying, shaped, words } from '../support/shaped-commands.ts'

const commands = shaped.map(({ path }) => path)
const lineOf = (path: string) => [...path.split(' '), ...(words[path] ?? [])]
const nobody = () => newDesk({ fetch: () => Promise.reject(new Error('the platform was asked')) })

describe('every command that has --json takes --jq alone:', async () => {
  const desk = await fullDesk('11.0')
  test.each(saying('11.0'))('ipeos %s', async (path) => {
    const { out } = await desk.ipeos([
      ...lineOf(path),
      '--jq',
      'if type == "array" then .[0] else . end | keys | length',
    ])
    const fields = Object.keys(shaped.find((one) => one.path === path)?.shape?.fields ?? {})
    expect(out).toBe(`${fields.length}\n`)
  })
})

describe('every command that has --json takes --template, with the fields that it names:', async () => {
  const desk = await fullDesk('11.0')
  test.each(saying('11.0'))('ipeos %s', async (path) => {
    const shape = shaped.find((one) => one.path === path)?.shape
    const [field = ''] = Object.keys(shape?.fields ?? {})
    const { out } = await desk.ipeos([...lineOf(path), '--json', field, '--template', '{{len .}}'])
    const counted = shape?.list ? /^[1-9]\d*\n$/ : /^1\n$/
    expect(out).toMatch(counted)
  })
})

describe('every command that has --json refuses, before the platform is asked,', () => {
  test.each(commands)('what jq does not understand: ipeos %s', async (path) => {
    const { code, out, notes } = await nobody().ipeos([...lineOf(path), '--jq', '.['])
    expect([code, out, notes]).toEqual([2, '', expect.stringContaining('unexpected end of file')])
  })

  test.each(commands)('what is no template, told as JSON: ipeos %s', async (path) => {
    const { code, notes } = await nobody().ipeos([...lineOf(path), '--json', '--template', '{{.a'])
    expect([code, JSON.parse(notes)]).toEqual([2, expect.objectContaining({ code: 'wrong-template', exitCode: 2 })])
  })
})

describe('--jq', () => {
  const list = ['ticket', 'list', '--sort', 'id:asc']

  test('goes with the fields that --json names', async () => {
    const { ipeos } = newDesk(await openSandbox())
    const { out } = await ipeos([...list, '--limit', '1', '--json', 'id,title', '--jq', '.[0] | keys | join(" ")'])
    expect(out).toBe('id title\n')
  })

  test('with --format ndjson filters each ticket as it comes', async () => {
    const { ipeos } = newDesk(await openSandbox())
    const whole = await ipeos([...list, '--all', '--jq', '.[].id'])
    const inLines = await ipeos([...list, '--all', '--format', 'ndjson', '--jq', '.id'])
    expect(whole.out.split('\n').length).toBeGreaterThan(3)
    expect(inLines.out).toBe(whole.out)
  })

  test('that finds nothing prints nothing, and all is well', async () => {
    const { ipeos } = newDesk(await openSandbox())
    expect(await ipeos([...list, '--jq', '.[] | select(.id < 0)'])).toMatchObject({ code: 0, out: '' })
  })

  test.each([
    ['--template', '{{.}}'],
    ['--format', 'csv'],
    ['--columns', 'id'],
  ])('does not go with %s', async (option, value) => {
    const { code, notes } = await nobody().ipeos([...list, '--jq', '.', option, value])
    expect([code, notes]).toEqual([2, expect.stringContaining(option)])
  })

  test('that does not fit the ticket that was opened says so, and the ticket is there once', async () => {
    const site = await openSandbox()
    const { ipeos } = newDesk(site)
    const line = ['ticket', 'new', '--title', 'Souris', '--description', 'Perdue', '--category', '3', '--yes']
    const { code, notes } = await ipeos([...line, '--jq', '.id.x'])
    expect([code, notes]).toEqual([7, expect.stringContaining('Cannot index number')])
    const { out } = await ipeos(['ticket', 'list', '--search', 'Souris', '--jq', 'length'])
    const drafts = await ipeos(['draft', 'list', '--jq', 'length'])
    expect([out, drafts.out]).toEqual(['1\n', '0\n'])
  })

  test('leaves edit asking what is to be changed', async () => {
    const { notes } = await newDesk(await openSandbox()).ipeos(['ticket', 'edit', '17', '--jq', '.id'])
    expect(notes).toContain('--title')
  })
})
