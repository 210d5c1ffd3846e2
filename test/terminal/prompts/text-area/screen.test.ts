import { expect, test } from 'vitest'
import { Screen } from '../../../../src/terminal/prompts/text-area/screen.ts'
import { FakeOutput } from '../../fake-stream.ts'

/** Rows that are gone up, after the window was narrowed, from the cursor in the third one to the first. */
function rowsUp(env: Record<string, string>, cursor: { row: number; column: number }): string {
  const output = Object.assign(new FakeOutput({ columns: 80 }), { columns: 80, rows: 24 })
  const screen = new Screen(output, env)
  screen.draw({ rows: ['?', 'x'.repeat(70), 'y'.repeat(70), 'z'.repeat(50)], cursor })
  output.text = ''
  output.columns = 30
  screen.erase()
  return output.text.replaceAll('\u001b', '')
}

test.each([
  ['a terminal that breaks all rows', {}, 0, '[4A\r[J'],
  ['a terminal that breaks all rows, the cursor in the second half', {}, 65, '[6A\r[J'],
  ['xterm.js, which breaks rows below onto that of the cursor', { TERM_PROGRAM: 'vscode' }, 65, '[7A\r[J'],
  ['xterm, which cuts rows', { TERM: 'xterm-256color', XTERM_VERSION: 'XTerm(398)' }, 65, '[2A\r[J'],
  ['the console of Linux, which cuts rows', { TERM: 'linux' }, 65, '[2A\r[J'],
  ['GNU screen, which cuts rows', { TERM: 'screen.xterm-256color' }, 65, '[2A\r[J'],
  ['tmux, which breaks rows and calls itself screen', { TERM: 'screen-256color', TMUX: '/tmp/tmux' }, 0, '[4A\r[J'],
])('what was drawn is found again on %s', (_which, env, column, expected) => {
  expect(rowsUp(env, { row: 2, column })).toBe(expected)
})

test('rows that did not change are not written again', () => {
  const output = Object.assign(new FakeOutput({ columns: 80 }), { rows: 24 })
  const screen = new Screen(output, {})
  screen.draw({ rows: ['one', 'two', 'three'], cursor: { row: 1, column: 0 } })
  output.text = ''
  screen.draw({ rows: ['one', 'two!', 'three'], cursor: { row: 1, column: 4 } })
  expect(output.text).toMatch(/^(?!.*one).*two!(?!.*three)/s)
})
