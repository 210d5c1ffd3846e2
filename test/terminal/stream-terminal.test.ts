import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StreamTerminal, type TerminalOptions } from '../../src/terminal/stream-terminal.ts'
import { translator } from '../support/translator.ts'
import { FakeOutput } from './fake-stream.ts'

const t = translator('fr')
const red = '\u001b[31m'

/** On the clock that `vi.useFakeTimers` makes. */
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function open(changes: Partial<TerminalOptions> = {}) {
  const output = new FakeOutput({ columns: 60 })
  const error = new FakeOutput({ columns: 60 })
  const input = Object.assign(Readable.from([]), { isTTY: true })
  const options = { input, output, error, env: {}, settings: { color: 'auto' as const, input: true }, t, ...changes }
  return {
    terminal: new StreamTerminal(options),
    output: options.output as FakeOutput,
    error: options.error as FakeOutput,
  }
}

afterEach(() => void vi.useRealTimers())

describe('who wants to hear of trouble alone', () => {
  const quiet = { color: 'never' as const, input: false, quiet: true }

  test('reads no note, no text of a view, and nothing of what goes on', async () => {
    const { terminal, error } = open({ settings: quiet })
    terminal.note('new.stopped')
    terminal.show('text')
    terminal.progress('file', 10).at(5)
    await terminal.during('Waiting', Promise.resolve())
    expect(error.text).toBe('')
  })

  test('reads warnings, errors, and how to go on', () => {
    const { terminal, error } = open({ settings: quiet })
    terminal.remark('new.stopped')
    terminal.warn('new.stopped')
    terminal.error({ key: 'new.stopped' })
    expect(error.text.match(/Rien n’a été envoyé/g)).toHaveLength(3)
  })

  test('still sees what a question is about', () => {
    const { terminal, error } = open({ settings: { ...quiet, input: true } })
    terminal.show('the whole request')
    expect(error.text).toContain('the whole request')
  })
})

describe('colours', () => {
  const colored = (options: Partial<TerminalOptions>) => open(options).terminal.style.red('x').startsWith(red)

  test('are there on a terminal', () => {
    expect(colored({})).toBe(true)
  })

  test('are not there in a pipe', () => {
    expect(colored({ output: new FakeOutput() })).toBe(false)
  })

  test('are looked at stream by stream', () => {
    const { terminal } = open({ output: new FakeOutput() })
    expect(terminal.noteStyle.red('x')).toContain(red)
  })

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR, which counts for nothing', { NO_COLOR: '' }, true],
    ['TERM=dumb', { TERM: 'dumb' }, false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR over TERM=dumb', { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    ['NO_COLOR over FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '3' }, false],
    ['CLICOLOR=0', { CLICOLOR: '0' }, false],
    ['CLICOLOR_FORCE over CLICOLOR=0', { CLICOLOR: '0', CLICOLOR_FORCE: '1' }, true],
    ['NO_COLOR over CLICOLOR_FORCE', { NO_COLOR: '1', CLICOLOR_FORCE: '1' }, false],
  ])('obey %s', (_what, env, expected) => {
    expect(colored({ env })).toBe(expected)
  })

  test.each([{ FORCE_COLOR: '1' }, { CLICOLOR_FORCE: '1' }])('are there in a pipe with %j', (env) => {
    expect(colored({ env, output: new FakeOutput() })).toBe(true)
  })

  test('obey --color always over NO_COLOR, and in a pipe', () => {
    const options = {
      env: { NO_COLOR: '1' },
      output: new FakeOutput(),
      settings: { color: 'always' as const, input: true },
    }
    expect(colored(options)).toBe(true)
  })

  test('obey --color never over FORCE_COLOR', () => {
    expect(colored({ env: { FORCE_COLOR: '1' }, settings: { color: 'never', input: true } })).toBe(false)
  })
})

describe('links', () => {
  const link = (env: Record<string, string>, url = 'https://ipeos.example/15') =>
    open({ env }).terminal.style.link('#15', url)

  test('are there where the terminal is known to have them', () => {
    expect(link({ TERM_PROGRAM: 'WezTerm' })).toBe('\u001b]8;;https://ipeos.example/15\u0007#15\u001b]8;;\u0007')
  })

  test.each([
    ['elsewhere', {}],
    ['in tmux', { TERM_PROGRAM: 'WezTerm', TMUX: '/tmp/tmux' }],
    ['in an old VTE', { VTE_VERSION: '4800' }],
    ['without colours', { TERM_PROGRAM: 'WezTerm', NO_COLOR: '1' }],
  ])('are plain text %s', (_where, env) => {
    expect(link(env)).toBe('#15')
  })

  test('never carry an address that is not one', () => {
    expect(link({ TERM_PROGRAM: 'WezTerm' }, 'https://x/\u0007evil')).toBe('#15')
  })
})

describe('width', () => {
  test.each([
    ['of stdout first', { output: new FakeOutput({ columns: 40 }) }, 40],
    ['of stderr when stdout is a pipe', { output: new FakeOutput() }, 60],
    [
      'of COLUMNS when neither is a terminal',
      { output: new FakeOutput(), error: new FakeOutput(), env: { COLUMNS: '72' } },
      72,
    ],
    ['80 when nothing is known', { output: new FakeOutput(), error: new FakeOutput() }, 80],
  ])('is that %s', (_what, options, expected) => {
    expect(open(options).terminal.width).toBe(expected)
  })
})

describe('what is said', () => {
  test('notes, warnings and errors go to stderr alone', () => {
    const { terminal, output } = open()
    terminal.note('terminal.cancelled')
    terminal.warn('terminal.cancelled')
    terminal.error({ key: 'terminal.cancelled' })
    expect(output.text).toBe('')
  })

  test('an error says what happened, each line of it, and the next thing to do', () => {
    const { terminal, error } = open({ error: new FakeOutput() })
    terminal.error(
      { key: 'terminal.no-editor' },
      { lines: [{ key: 'terminal.cancelled' }], hint: { key: 'terminal.no-editor-hint' } },
    )
    expect(error.text.split('\n')).toEqual([
      '✗ Aucun éditeur n’est choisi.',
      '  • Interrompu.',
      '  → Indiquez le vôtre, par exemple\u00a0: export EDITOR=nano',
      '',
    ])
  })

  test('to a program each of it is an object on a line, and an error has its code', () => {
    const { terminal, error } = open({ error: new FakeOutput(), saysJson: true })
    terminal.note('terminal.cancelled')
    terminal.show('\u001b[31mtwo\nlines\u001b[39m')
    terminal.warn('terminal.cancelled')
    const problem = { field: 'editor', key: 'terminal.cancelled' } as const
    terminal.error({ key: 'terminal.no-editor' }, { lines: [problem], code: 'no-editor', exitCode: 1 })
    const lines = error.text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { note: 'Interrompu.' },
      { note: 'two\nlines' },
      { warning: 'Interrompu.' },
      {
        ...{ code: 'no-editor', message: 'Aucun éditeur n’est choisi.', hint: null, exitCode: 1 },
        errors: [{ field: 'editor', message: 'Interrompu.' }],
      },
    ])
  })

  test('what the platform puts into a sentence is harmless', () => {
    const { terminal, error } = open({ error: new FakeOutput() })
    terminal.note('terminal.editor-opens', { editor: '\u001b[2J\u202evi\nm' })
    expect(error.text).toBe('s’ouvre dans vi m…\n')
  })

  test('data ends with one line end', () => {
    const { terminal, output } = open()
    terminal.print('a')
    terminal.print('b\n')
    expect(output.text).toBe('a\nb\n')
  })
})

describe('progress', () => {
  test('fits one line of a narrow terminal', () => {
    const { terminal, error } = open({ error: new FakeOutput({ columns: 40 }), env: { NO_COLOR: '1' } })
    const bar = terminal.progress('capture d’écran très longue.png', 2_000_000)
    bar.at(1_000_000)
    expect(error.text.replace('\r\u001b[2K', '').length).toBeLessThan(40)
  })

  test('ends with a mark that says how', () => {
    const { terminal, error } = open()
    terminal.progress('a.png', 10).end()
    terminal.progress('b.png', 10).end(true)
    expect(error.text).toMatch(/✓.*a\.png[\s\S]*✗.*b\.png/)
  })

  test('makes way for a sentence, and comes back', () => {
    const { terminal, error } = open({ env: { NO_COLOR: '1' } })
    const bar = terminal.progress('a.png', 10)
    bar.at(5)
    terminal.note('terminal.cancelled')
    bar.at(5)
    expect(error.text).toMatch(/50.%\r\u001b\[2KInterrompu\.\n\r\u001b\[2K.*50.%$/)
  })

  test('is not there in a pipe', () => {
    const { terminal, error } = open({ error: new FakeOutput() })
    const bar = terminal.progress('a.png', 10)
    bar.at(5)
    bar.end()
    expect(error.text).toBe('')
  })

  test.each([
    ['a dumb terminal', { env: { TERM: 'dumb' } }],
    ['plain mode', { settings: { color: 'auto' as const, input: true, plain: true } }],
  ])('is told in sentences in %s', (_what, options) => {
    const { terminal, error } = open(options)
    const bar = terminal.progress('a.png', 10)
    bar.at(5)
    bar.end()
    expect(error.text).toBe('a.png\u00a0: terminé.\n')
  })
})

describe('plain mode', () => {
  const settings = { color: 'auto' as const, input: true, plain: true }

  test('says in words what marks say elsewhere', () => {
    const { terminal, error } = open({ settings, env: { NO_COLOR: '1' } })
    terminal.warn('terminal.cancelled')
    terminal.error(
      { key: 'terminal.no-editor' },
      { lines: [{ key: 'terminal.cancelled' }], hint: { key: 'terminal.cancelled' } },
    )
    expect(error.text.replaceAll('\u00a0', ' ').split('\n')).toEqual([
      'Attention : Interrompu.',
      'Erreur : Aucun éditeur n’est choisi.',
      '- Interrompu.',
      'À faire : Interrompu.',
      '',
    ])
  })

  test('tells a wait of more than a second once, and nothing of a shorter one', async () => {
    const { terminal, error } = open({ settings, env: {} })
    vi.useFakeTimers()
    const quick = terminal.during('Lecture…', wait(999))
    await vi.advanceTimersByTimeAsync(999)
    await quick
    expect(error.text).toBe('')
    const slow = terminal.during('Lecture…', wait(1300))
    await vi.advanceTimersByTimeAsync(1300)
    await slow
    expect(error.text).toBe('Lecture…\n')
  })

  test('has no links', () => {
    const { terminal } = open({ settings, env: { TERM_PROGRAM: 'WezTerm' } })
    expect(terminal.style.link('#15', 'https://ipeos.example/15')).toBe('#15')
  })
})

describe('a spinner', () => {
  // The package looks at the process itself: on a CI it would never turn.
  beforeEach(() => void vi.stubEnv('CI', undefined))
  afterEach(() => void vi.unstubAllEnvs())
  const patience = { timeout: 30_000 }

  test('turns while work lasts, and leaves nothing but a cursor that shows', async () => {
    const { terminal, error } = open()
    let finish: (value: unknown) => void = () => undefined
    const work = terminal.during('Lecture…', new Promise((resolve) => (finish = resolve)))
    await vi.waitFor(() => expect(error.text).toContain('Lecture…'), patience)
    finish(undefined)
    await work
    expect(error.text).toMatch(/\u001b\[\?25h$/)
  })

  test('does not flash when the work is quick', async () => {
    const { terminal, error } = open()
    vi.useFakeTimers()
    const work = terminal.during('Lecture…', wait(499))
    await vi.advanceTimersByTimeAsync(5000)
    await work
    expect(error.text).toBe('')
  })

  test('leaves when the work fails', async () => {
    const { terminal, error } = open()
    let fail: (error: Error) => void = () => undefined
    const work = terminal.during('Lecture…', new Promise((_, reject) => (fail = reject)))
    await vi.waitFor(() => expect(error.text).toContain('Lecture…'), patience)
    fail(new Error('réseau'))
    await expect(work).rejects.toThrow('réseau')
    expect(error.text).toMatch(/\u001b\[\?25h$/)
  })

  test('is not there in a pipe', async () => {
    const { terminal, error } = open({ error: new FakeOutput() })
    vi.useFakeTimers()
    const work = terminal.during('Lecture…', wait(700))
    await vi.advanceTimersByTimeAsync(700)
    await work
    expect(error.text).toBe('')
  })
})

describe('a person', () => {
  const interactive = (options: Partial<TerminalOptions>) => open(options).terminal.interactive

  test('can be asked on a terminal, even when stdout is a pipe', () => {
    expect(interactive({ output: new FakeOutput() })).toBe(true)
  })

  test('cannot be asked with --no-input', () => {
    expect(interactive({ settings: { color: 'auto', input: false } })).toBe(false)
  })

  test('cannot be asked when stdin is a pipe', () => {
    expect(interactive({ input: Readable.from([]) })).toBe(false)
  })
})

test('stdin is read whole, characters cut between two chunks too', async () => {
  const bytes = Buffer.from('\ufeffÉcran noir\n')
  const input = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)])
  expect(await open({ input }).terminal.readInput()).toBe('Écran noir\n')
})

describe('a filter of what is printed', () => {
  async function* pieces() {
    yield '1\n'
    yield '2\n3\n'
  }
  const told = (json: string) => (json.includes('2') ? `<${json.trim().replaceAll('\n', ' ')}>\n` : '')

  test('is given each piece as it comes, and what it makes nothing of is not printed', async () => {
    const { terminal, output } = open({ output: new FakeOutput(), filter: { apply: told, inLines: true } })
    await terminal.pour(pieces())
    terminal.print('1')
    await terminal.page('1')
    expect(output.text).toBe('<2 3>\n')
  })

  test('is given one value when all of it is there', async () => {
    const { terminal, output } = open({ output: new FakeOutput(), filter: { apply: told, inLines: false } })
    await terminal.pour(pieces())
    expect(output.text).toBe('<1 2 3>\n')
  })

  test('leaves alone what is said', () => {
    const { terminal, error } = open({ error: new FakeOutput(), filter: { apply: () => '', inLines: false } })
    terminal.note('terminal.cancelled')
    expect(error.text).toBe('Interrompu.\n')
  })
})
