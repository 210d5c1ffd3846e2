import type { Command } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { widthOf } from '../../src/terminal/width.ts'
import { type Desk, newDesk } from '../support/desk.ts'
import { translator } from '../support/translator.ts'

/** Commands that show something of the platform, as their help gives them: those that only read, and end by themselves. */
async function examples(): Promise<string[]> {
  const t = translator('fr')
  const program = await buildProgram({ t } as unknown as Context, '', { write: () => undefined, columns: 80 })
  const all = (command: Command): string[] => [...(command.examples ?? []), ...command.commands.flatMap(all)]
  return all(program).filter((line) =>
    /^ipeos [a-z]+ ?(list|show|history|form|stats|items|)(?= |$)[^|>&;'"]*$/.test(line),
  )
}

const reading =
  /^ipeos (ticket (list|show|history|form|stats)|(draft|faq|contract|entity|profile|account|reservation|config) (list|show|items)|home|whoami|contact|preferences show)\b/
let lines: string[] = []
let desk: Desk

beforeAll(async () => {
  lines = (await examples()).filter((line) => reading.test(line) && !/--(json|format|web|columns)/.test(line))
  desk = newDesk(await openSandbox())
  expect(lines.length).toBeGreaterThan(8)
})

describe.each(['fr', 'en'])('in %s, what a person is shown', (LANG) => {
  const shown = async (line: string, columns: number, flags: string[] = []): Promise<string> => {
    const words = [...line.split(' ').slice(1), ...flags]
    const { code, out, notes } = await desk.ipeos(words, { columns, env: { LANG, NO_COLOR: '1' } })
    expect([line, code, notes]).toEqual([line, expect.not.toSatisfy((one: number) => one === 1 || one === 2), notes])
    return `${out}\n${notes}`
  }

  test.each([40, 80, 200])('fits %i columns, but for addresses and commands to copy', async (columns) => {
    const wide: string[] = []
    for (const line of lines) {
      const text = await shown(line, columns)
      const over = text.split('\n').filter((one) => widthOf(one) > columns && !/https?:\/\/|ipeos [a-z]/.test(one))
      wide.push(...over.map((one) => `${line}: ${one}`))
    }
    expect(wide).toEqual([])
  })

  test('has nothing drawn in plain mode', async () => {
    const drawn: string[] = []
    for (const line of lines) {
      const text = await shown(line, 80, ['--plain'])
      const found = text.split('\n').filter((one) => /[\u001b\u2190-\u21ff\u2300-\u28ff•│]/.test(one))
      drawn.push(...found.map((one) => `${line}: ${one}`))
    }
    expect(drawn).toEqual([])
  })
})
