import { describe, expect, test } from 'vitest'
import type { Context } from '../../../src/app/context.ts'
import { type DescribedCommand, describeCommand, everyCommand } from '../../../src/cli/describe-command.ts'
import { helpBook } from '../../../src/cli/help/help-book.ts'
import { topicText } from '../../../src/cli/help/help-command.ts'
import { helpText } from '../../../src/cli/help/help-page.ts'
import { topics } from '../../../src/cli/help/topic.ts'
import { buildProgram } from '../../../src/cli/program.ts'
import { languages } from '../../../src/i18n/translate.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../support/desk.ts'
import { translator } from '../../support/translator.ts'

async function treeIn(language: 'fr' | 'en'): Promise<DescribedCommand> {
  const context = { t: translator(language) } as Partial<Context> as Context
  return describeCommand(await buildProgram(context, '0', { write: () => undefined, columns: 80 }))
}

const trees = { fr: await treeIn('fr'), en: await treeIn('en') }
const leaves = (language: 'fr' | 'en') => everyCommand(trees[language]).filter(({ commands }) => commands.length === 0)

describe.each(languages)('every command in %s', (language) => {
  test('has one short line about it', () => {
    const wrong = everyCommand(trees[language]).slice(1)
    expect(
      wrong.filter(({ summary }) => summary === '' || summary.length > 80 || /[\n.]$/.test(summary)).map(pathOf),
    ).toEqual([])
  })

  test('has a paragraph that says more', () => {
    expect(
      leaves(language)
        .filter(({ description, summary }) => description === summary)
        .map(pathOf),
    ).toEqual([])
  })

  test('says what each of its arguments and options is', () => {
    const places = everyCommand(trees[language]).flatMap(({ path, options, arguments: given }) =>
      [
        ...options.map(({ term, description }) => [term, description]),
        ...given.map((one) => [one.name, one.description]),
      ]
        .filter(([, description]) => !description)
        .map(([name]) => `${path} ${name}`),
    )
    expect(places).toEqual([])
  })

  test.each([40, 80, 120])('fits %i columns, but for what is copied', async (width) => {
    const wide = [...(await helpBook(language))].flatMap(([name, { examples: _copied, ...page }]) =>
      helpText(page, width)
        .split('\n')
        .filter((line) => line.length > width && line.trim().includes(' '))
        .map((line) => `${name}: ${line}`),
    )
    expect(wide).toEqual([])
  })

  test.each(topics)('$name is a topic that fits 40 and 80 columns', (topic) => {
    const t = translator(language)
    const copied = topic.parts(t, trees[language]).flatMap((part) => ('lines' in part ? part.lines : []))
    const lines = [40, 80].flatMap((width) =>
      topicText(topic, trees[language], t, width)
        .split('\n')
        .filter((line) => line.length > width && !copied.includes(line.trim())),
    )
    expect(lines).toEqual([])
  })
})

test('nothing that commander says of itself is left in French help', async () => {
  const english = [...(await helpBook('fr'))].flatMap(([name, { examples: _copied, ...page }]) =>
    /(choices:|default:|env:|preset:|required)/.test(helpText(page, 80)) ? [name] : [],
  )
  expect(english).toEqual([])
})

test('every command has an example, four at most, and they are its own or lead to it', () => {
  const wrong = leaves('en').filter(
    ({ path, examples }) =>
      examples.length === 0 || examples.length > 4 || !examples.some((line) => line.includes(`ipeos ${path}`)),
  )
  expect(wrong.map(pathOf)).toEqual([])
})

function pathOf({ path }: DescribedCommand): string {
  return path
}

describe('ipeos help', () => {
  const desk = async (): Promise<Desk> => newDesk(await openSandbox())

  test.each([
    [['help'], ['--help']],
    [
      ['help', 'ticket'],
      ['ticket', '--help'],
    ],
    [
      ['help', 'ticket', 'list'],
      ['ticket', 'list', '--help'],
    ],
    [
      ['help', 'ticket', 'ls'],
      ['ticket', 'list', '--help'],
    ],
  ])('%j says what %j says', async (words, same) => {
    const { ipeos } = await desk()
    expect(await ipeos(words)).toEqual(await ipeos(same))
  })

  test.each([
    ['nothing-such', undefined],
    ['tickt', 'ipeos help ticket'],
    ['exit-code', 'ipeos help exit-codes'],
    ['exit', 'ipeos help exit-codes'],
  ])('of %s is wrong usage, with what may have been meant', async (word, meant) => {
    const { code, out, notes } = await (await desk()).ipeos(['help', word])
    expect([code, out]).toEqual([2, ''])
    expect(notes).toContain(meant ?? 'ipeos help')
    expect(notes).toContain(word)
  })

  test('of a command that is not under another names the one that is near', async () => {
    const { code, notes } = await (await desk()).ipeos(['help', 'ticket', 'lst'])
    expect([code, notes]).toEqual([2, expect.stringContaining('ipeos help ticket list')])
  })

  test('of formats lists the fields of every command that has some', async () => {
    const { out } = await (await desk()).ipeos(['help', 'formats'])
    const shaped = everyCommand(trees.en).filter(({ shape }) => shape)
    expect(shaped.filter(({ path }) => !out.includes(`ipeos ${path}`)).map(pathOf)).toEqual([])
    expect(out).toContain('dueBy')
  })

  test.each([
    ['fr', 'ce que dit le code de sortie'],
    ['en', 'what the exit code of a command says'],
  ])('explains a topic in %s, and --help lists it', async (lang, summary) => {
    const { ipeos } = await desk()
    const [topic, root] = [await ipeos(['help', 'exit-codes', '--lang', lang]), await ipeos(['--help', '--lang', lang])]
    expect([topic.code, topic.out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(summary)])
    expect(root.out).toContain(summary)
  })

  test.each([
    ['fr', 'ipeos help files : '],
    ['en', 'ipeos help files: '],
  ])('begins a topic as %s writes it', async (lang, title) => {
    const { out } = await (await desk()).ipeos(['help', 'files', '--lang', lang])
    expect(out.replaceAll('\u00a0', ' ')).toContain(title)
  })

  test.each(['fr', 'en'])(
    'begins what it says of a command or of several with a capital letter, in %s',
    async (lang) => {
      const small = [...(await helpBook(lang as 'fr' | 'en'))].filter(
        ([, { description }]) => !/^\p{Lu}/u.test(description),
      )
      expect(small.map(([name]) => name)).toEqual([])
    },
  )

  test('and completion work with settings that are broken', async () => {
    const { ipeos } = await desk()
    const env = { IPEOS_TIMEOUT: 'soon', IPEOS_URL: '::' }
    const [help, completion] = [await ipeos(['help', 'files'], { env }), await ipeos(['completion', 'bash'], { env })]
    expect({ code: help.code, out: completion.out }).toEqual({
      code: 0,
      out: expect.stringContaining('complete -F _ipeos ipeos'),
    })
    expect(completion.code).toBe(0)
  })
})

describe('ipeos help --man gives the manual page', () => {
  test.each([
    [['ticket', 'new'], 'en', '"IPEOS\\-TICKET\\-NEW" "1"'],
    [['ticket', 'new'], 'fr', 'NOM'],
    [['exit-codes'], 'fr', '"IPEOS\\-EXIT\\-CODES" "7"'],
    [[], 'en', '"IPEOS" "1"'],
  ])('of %j in %s', async (words, language, expected) => {
    const { code, out, notes } = await newDesk(await openSandbox()).ipeos([
      'help',
      '--man',
      ...words,
      '--lang',
      language,
    ])
    expect({ code, out, notes }).toEqual({ code: 0, out: expect.stringContaining(expected), notes: '' })
    expect(out).toMatch(/^\.TH /)
  })
})
