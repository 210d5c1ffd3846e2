import { describe, expect, onTestFinished, test } from 'vitest'
import { PartlyDone, WrongUsage } from '../../../src/errors/error.ts'
import { jqFilter } from '../../../src/records/filter/jq.ts'
import { createStyle } from '../../../src/terminal/create-style.ts'
import recorded from './jq-recorded.json'

function look({ terminal = false, colors = false } = {}) {
  const shown: string[] = []
  const style = createStyle({ colors, links: false })
  return { outputIsTerminal: terminal, width: 80, style, show: (text: string) => void shown.push(text), shown }
}

async function printed(expression: string, data: unknown, where = look()): Promise<string> {
  return (await jqFilter(expression))(typeof data === 'string' ? data : JSON.stringify(data), where)
}

describe(`an expression prints what ${recorded.version} prints:`, () => {
  const values = (text: string) => text.split('\n').filter((line) => line !== '')

  test.each(recorded.cases.filter(({ fails }) => !fails))('$expression', async ({ expression, printed: theirs }) => {
    const wanted = values(theirs).map((line) => JSON.parse(line))
    // Each is made JSON, for a text would be printed without its quotes.
    const got = values(await printed(`(${expression}) | tojson`, recorded.data)).map((line) => JSON.parse(line))
    expect(got).toEqual(wanted)
  })

  test.each(recorded.cases.filter(({ fails }) => fails))('$expression, which fails', async ({ expression }) => {
    await expect(printed(expression, recorded.data)).rejects.toThrow()
  })
})

test('a text is printed as it is, another value as JSON on a line', async () => {
  expect(await printed('.[]', ['a b', 'c\nd', 1, null, { a: [true] }])).toBe('a b\nc\nd\n1\nnull\n{"a":[true]}\n')
})

test('on a terminal what has parts is told over several lines, in colours', async () => {
  expect(await printed('.', { a: [1] }, look({ terminal: true }))).toBe('{\n  "a": [\n    1\n  ]\n}\n')
  expect(await printed('.', { a: 'b' }, look({ terminal: true, colors: true }))).toContain('\u001b[34m"a"')
})

test('no text of a server reaches a terminal with what it obeys', async () => {
  const hostile = { title: 'a\u001b[2J\u001b]0;x\u0007\u009b31mb\u202e' }
  for (const terminal of [true, false]) {
    expect(await printed('.title', hostile, look({ terminal }))).toBe('ab\n')
    expect(await printed('.', hostile, look({ terminal }))).not.toMatch(/[\u001b\u009b\u202e\u0007]/)
  }
  await expect(printed('.title | error', hostile)).rejects.not.toThrow(/\u001b/)
})

test('several lines of JSON are filtered one after the other', async () => {
  expect(await printed('.id', '{"id":1}\n{"id":2}\n')).toBe('1\n2\n')
})

test('nothing is printed where there is nothing', async () => {
  expect(await printed('.[] | select(. > 5)', [1, 2])).toBe('')
})

test('a number keeps all its digits', async () => {
  expect(await printed('.', '100000000000000000001')).toBe('100000000000000000001\n')
})

test('half a character in a title does not stop it', async () => {
  expect(await printed('.[]', '["a\\ud800","\\ud83e\\udee0","\\\\ud800"]')).toBe('a\ufffd\n🫠\n\\ud800\n')
})

test('data is data, whatever its keys are called', async () => {
  const data = '{"__proto__":{"polluted":1},"constructor":2}'
  expect(await printed('.constructor, (. * {"__proto__": {"polluted": 3}} | .["__proto__"].polluted)', data)).toBe(
    '2\n3\n',
  )
  expect({}).not.toHaveProperty('polluted')
})

test.each(['$ENV.PATH // "none"', 'env.HOME | startswith("/root")', 'input_filename | tostring | startswith("/root")'])(
  '%s sees nothing of this computer',
  async (expression) => {
    expect(await printed(expression, {})).toMatch(/^(\/|false)\n$/)
  },
)

test('an expression that begins with a dash is one, not an option', async () => {
  expect(await printed('-1', {})).toBe('-1\n')
  await expect(jqFilter('--version')).rejects.toThrow(WrongUsage)
})

test.each([
  ['.[', 'syntax error, unexpected end of file, line 1, column 2'],
  ['nope', 'nope/0 is not defined, line 1, column 1'],
  ['.[] | $x', '$x is not defined, line 1, column 7'],
  ['include "/etc/passwd"; .', 'module not found'],
])('%s is refused without any data', async (expression, detail) => {
  await expect(jqFilter(expression)).rejects.toMatchObject({
    code: 'wrong-jq',
    parameters: { detail: expect.stringContaining(detail) },
  })
})

test('what does not fit the data ends as partly done: the command did its work', async () => {
  const failing = printed('.id.x', { id: 1 })
  await expect(failing).rejects.toThrow(PartlyDone)
  await expect(failing).rejects.toMatchObject({
    exitCode: 7,
    lines: [{ key: 'output.jq-said', parameters: { detail: 'Cannot index number with string ("x")' } }],
  })
})

test('what debug says is shown beside', async () => {
  const where = look()
  expect([await printed('.id | debug', { id: 1 }, where), where.shown]).toEqual(['1\n', ['["DEBUG:",1]']])
})

test('what debug says is shown by the terminal itself', async () => {
  class Screen {
    readonly outputIsTerminal = false
    readonly width = 80
    readonly style = createStyle({ colors: false, links: false })
    readonly #shown: string[] = []
    show(text: string): void {
      this.#shown.push(text)
    }
    get shown(): string {
      return this.#shown.join()
    }
  }
  const screen = new Screen()
  const filter = await jqFilter('debug("x")')
  expect([filter('1', screen), screen.shown]).toEqual(['1\n', '["DEBUG:","x"]'])
})

test('an expression that fills all its memory ends, in our words alone', async () => {
  const said: unknown[] = []
  const { error } = console
  console.error = (...words) => void said.push(...words)
  onTestFinished(() => {
    console.error = error
  })
  await expect(printed('[range(1e9)]', {})).rejects.toMatchObject({ exitCode: 7, lines: [{ key: 'output.jq-memory' }] })
  expect(said).toEqual([])
})

test('an expression that gives without end ends, and says how to have the first of it', async () => {
  const filter = await jqFilter('.[] | repeat(.)', undefined, 2e6)
  expect(() => filter('["a"]', look())).toThrow(
    expect.objectContaining({ exitCode: 7, lines: [{ key: 'output.jq-too-much', parameters: { most: 2 } }] }),
  )
  expect(filter('[]', look())).toBe('')
})

test.each([
  ['. # and a word', '1\n'],
  ['. # and a word \\', '1\n'],
  ['def f: . + 1; f, f', '2\n2\n'],
  ['$__loc__.line', '1\n'],
  ['limit(3; repeat(.))', '1\n1\n1\n'],
])('%j gives what it gives anywhere', async (expression, out) => {
  expect(await printed(expression, 1)).toBe(out)
})

test.each(['1) | (2', '1) as $x (0; 1) | ('])('%j, which is none alone, is refused', async (expression) => {
  await expect(jqFilter(expression)).rejects.toBeInstanceOf(WrongUsage)
})
