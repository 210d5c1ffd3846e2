import { render } from '@inquirer/testing'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/i18n/translate.ts'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import type { Input, Output } from '../../../src/terminal/stream.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { translator } from '../../support/translator.ts'

/** Asks on a screen of its own; the test types and looks. */
function ask<Value>(question: (prompts: Prompts) => Promise<Value>, language: Language = 'fr', columns = 80) {
  return render(async (_config: object, io?: { input?: unknown; output?: unknown }) => {
    const output = Object.assign(io?.output as Output, { columns })
    return question(
      new InquirerPrompts({ input: io?.input as Input, output, env: { NO_COLOR: '1' }, t: translator(language) }),
    )
  }, {})
}

const categories = ['Général', 'Hébergement', 'Hébergement > Site web', 'Messagerie', 'Téléphonie'].map(
  (name, value) => ({
    name,
    value,
  }),
)

/** Inquirer's own English, wherever it could come through. */
const english = /navigate|select|No results|provide|must|masked|Press|editor|Yes|\bNo\b/i

describe('select', () => {
  test('gives the choice under the arrow', async () => {
    const { answer, events } = await ask((prompts) => prompts.select({ message: 'Catégorie :', choices: categories }))
    events.keypress('down')
    events.keypress('enter')
    expect(await answer).toBe(1)
  })

  test('begins on the default', async () => {
    const { answer, events } = await ask((prompts) =>
      prompts.select({ message: 'Catégorie :', choices: categories, default: 3 }),
    )
    events.keypress('enter')
    expect(await answer).toBe(3)
  })

  test('speaks French in French, with nothing else', async () => {
    const { answer, events, getScreen } = await ask((prompts) =>
      prompts.select({ message: 'Catégorie :', choices: categories }),
    )
    const screen = getScreen()
    events.keypress('enter')
    await answer
    expect(screen).toContain('⏎ choisir')
    expect(screen).not.toMatch(english)
  })

  test('keeps every line within 40 columns, and harmless', async () => {
    const name = 'Hébergement > Site web > Certificat \u001b[2J expiré ou invalide 网络网络网络网络'
    const { answer, events, getScreen } = await ask(
      (prompts) => prompts.select({ message: 'Catégorie :', choices: [{ name, value: 1, description: name }] }),
      'fr',
      40,
    )
    const screen = getScreen({ raw: false })
    events.keypress('enter')
    await answer
    expect(screen.split('\n').every((line) => widthOf(line) <= 40)).toBe(true)
  })
})

describe('an answer', () => {
  const message = 'Lieu (facultatif)'
  const own = [{ name: 'Siège', value: 1 }]
  const nothing = async () => ({ choices: [], more: false })
  const optional: Array<[string, (prompts: Prompts) => Promise<unknown>]> = [
    ['select', (prompts) => prompts.select({ message, answered: 'Lieu', choices: own })],
    ['checklist', (prompts) => prompts.checklist({ message, answered: 'Lieu', choices: own, ticked: [1] })],
    ['lookUp', (prompts) => prompts.lookUp({ message, answered: 'Lieu', own, fewest: 2, find: nothing })],
    ['input', (prompts) => prompts.input({ message, answered: 'Lieu', default: 'Siège' })],
  ]

  test.each(optional)('of %s may stand behind a shorter question', async (_name, question) => {
    const { answer, events, getScreen } = await ask(question)
    const before = getScreen()
    events.keypress('enter')
    await answer
    expect([before, getScreen()]).toEqual([
      expect.stringMatching(/^\? Lieu \(facultatif\)/),
      expect.stringMatching(/^✔ Lieu\s: Siège$/),
    ])
  })

  test('stays on one line beside its question in 40 columns', async () => {
    const { answer, events, getScreen } = await ask(
      (prompts) =>
        prompts.select({ message: 'Le ticket porte sur :', choices: [{ name: 'Aucun de mes matériels', value: 1 }] }),
      'fr',
      40,
    )
    events.keypress('enter')
    await answer
    expect(getScreen().split('\n')[0]).toMatch(/^✔ Le ticket porte sur : Aucun de mes.*…$/)
  })
})

describe('search', () => {
  const search = (language: Language = 'fr') =>
    ask((prompts) => prompts.search({ message: 'Catégorie :', choices: categories }), language)

  test('finds without accents, by any part of the name', async () => {
    const { answer, events, nextRender } = await search()
    events.type('web heberg')
    await nextRender()
    events.keypress('enter')
    expect(await answer).toBe(2)
  })

  test.each([
    ['fr', '✗ Rien ne correspond.'],
    ['en', '✗ Nothing matches.'],
  ] as const)('in %s, says that nothing matches', async (language, expected) => {
    const { answer, events, nextRender, getScreen } = await search(language)
    events.type('zzz')
    await nextRender()
    const screen = getScreen()
    events.keypress({ name: 'c', ctrl: true })
    answer.catch(() => undefined)
    expect(screen).toContain(expected)
    expect(screen).not.toMatch(/results/)
  })
})

describe('input', () => {
  test.each([80, 20])(
    'in %d columns says how to go back while it is asked, and only where one can',
    async (columns) => {
      const seen = async (back: boolean) => {
        const { answer, events, getScreen } = await ask(
          (prompts) => prompts.input({ message: 'Titre', back }),
          'fr',
          columns,
        )
        const screen = getScreen()
        events.type('Panne')
        events.keypress('enter')
        await answer
        return [screen, getScreen()].map((text) => text.includes('⇧Tab'))
      }
      expect([await seen(true), await seen(false)]).toEqual([
        [true, false],
        [false, false],
      ])
    },
  )

  test('breaks what is wrong at spaces in 40 columns', async () => {
    const wrong = 'La réservation finirait avant de commencer : choisissez une autre fin.'
    const { answer, events, nextRender, getScreen } = await ask(
      (prompts) => prompts.input({ message: 'Fin ?', validate: (text) => text !== '' || wrong }),
      'fr',
      40,
    )
    events.keypress('enter')
    await nextRender()
    const [, ...below] = getScreen().split('\n')
    events.type('x')
    events.keypress('enter')
    await answer
    expect(below).toEqual(['✗ La réservation finirait avant de', 'commencer : choisissez une autre fin.'])
  })

  test('begins a default that would be cut on a line of its own', async () => {
    const { answer, events, getScreen } = await ask(
      (prompts) => prompts.input({ message: 'Mon adresse de courriel :', default: 'alice@ipeos.example' }),
      'fr',
      40,
    )
    const screen = getScreen()
    events.keypress('enter')
    expect(await answer).toBe('alice@ipeos.example')
    expect(screen.split('\n').map((line) => line.trim())).toEqual([
      '? Mon adresse de courriel :',
      'alice@ipeos.example',
    ])
  })

  test('says what is wrong, and takes the corrected answer', async () => {
    const { answer, events, nextRender, getScreen } = await ask((prompts) =>
      prompts.input({ message: 'Titre :', validate: (text) => text !== '' || 'Il faut un titre.' }),
    )
    events.keypress('enter')
    await nextRender()
    const screen = getScreen()
    events.type('Panne')
    events.keypress('enter')
    expect(await answer).toEqual('Panne')
    expect(screen).toContain('Il faut un titre.')
  })

  const refusing = () =>
    ask((prompts) =>
      prompts.input({ message: 'Fichier :', validate: (text) => text === 'b.png' || `${text} n’existe pas.` }),
    )

  test('keeps a wrong answer to be corrected, and says how to clear it', async () => {
    const { answer, events, nextRender, getScreen } = await refusing()
    events.type('a.png')
    events.keypress('enter')
    await nextRender()
    const screen = getScreen()
    events.keypress({ name: 'u', ctrl: true })
    events.type('b.png')
    events.keypress('enter')
    expect([screen, await answer]).toEqual([
      '? Fichier : a.png\n✗ a.png n’existe pas. Ctrl+U efface la ligne.',
      'b.png',
    ])
  })

  test('what is wrong ends as a sentence before how to clear it', async () => {
    const { answer, events, nextRender, getScreen } = await ask((prompts) =>
      prompts.input({ message: 'Courriel :', validate: (text) => text === 'b' || `« ${text} » n’est rien` }),
    )
    events.type('a')
    events.keypress('enter')
    await nextRender()
    expect(getScreen()).toContain('✗ « a » n’est rien. Ctrl+U efface la ligne.')
    events.keypress({ name: 'u', ctrl: true })
    events.type('b')
    events.keypress('enter')
    await answer
  })

  test('has the default ready to be changed', async () => {
    const { answer, events } = await ask((prompts) =>
      prompts.input({ message: 'Adresse :', default: 'alice@ipeos.example' }),
    )
    events.type('.fr')
    events.keypress('enter')
    expect(await answer).toBe('alice@ipeos.example.fr')
  })

  test.each([
    [true, ''],
    [false, '12'],
  ])('that was emptied where it may be empty (%s) is answered by “%s”', async (mayBeEmpty, meant) => {
    const { answer, events } = await ask((prompts) => prompts.input({ message: 'Bureau :', default: '12', mayBeEmpty }))
    events.keypress({ name: 'u', ctrl: true })
    events.keypress('enter')
    expect(await answer).toBe(meant)
  })
})

describe('password', () => {
  test('never shows what is typed', async () => {
    const { answer, events, getFullOutput } = await ask((prompts) => prompts.password({ message: 'Mot de passe :' }))
    events.type('alice-secret')
    events.keypress('enter')
    await answer
    expect(await getFullOutput({ raw: true })).not.toMatch(/alice-secret|masked/)
  })

  test('shows a mark for each key, typed or taken back, and none once it is given', async () => {
    const { answer, events, getScreen } = await ask((prompts) => prompts.password({ message: 'Mot de passe' }))
    events.type('éà')
    await expect.poll(getScreen).toMatch(/Mot de passe\s:\s●●$/)
    events.keypress('backspace')
    await expect.poll(getScreen).toMatch(/Mot de passe\s:\s●$/)
    events.keypress('enter')
    expect([await answer, getScreen().trimEnd()]).toEqual(['é', expect.stringMatching(/✔ Mot de passe\s*:?$/)])
  })

  test('shows no more marks than fit any window, however long the secret is', async () => {
    const secret = 'x'.repeat(300)
    const { answer, events, getScreen } = await ask((prompts) => prompts.password({ message: 'Mot de passe' }))
    events.type(secret)
    await expect.poll(getScreen).toMatch(/Mot de passe\s:\s●{24}$/)
    events.keypress('enter')
    expect(await answer).toBe(secret)
  })

  test('that is refused is gone, so that it can be typed again, and says why', async () => {
    const validate = (value: string) => value === 'ab' || 'Trop court'
    const { answer, events, getScreen } = await ask((prompts) => prompts.password({ message: 'Secret', validate }))
    events.type('a')
    events.keypress('enter')
    await expect.poll(getScreen).toMatch(/Secret\s:\s*\n✗ Trop court$/)
    events.type('ab')
    await expect.poll(getScreen).toMatch(/Secret\s:\s●●$/)
    events.keypress('enter')
    expect(await answer).toBe('ab')
  })
})

describe('confirm', () => {
  test.each([
    ['Tab', { name: 'tab' }],
    ['⇧Tab', { name: 'tab', shift: true }],
  ])('%s turns no «no» into a «yes»', async (_name, key) => {
    const { answer, events } = await ask((prompts) => prompts.confirm({ message: 'Annuler ?', default: false }))
    events.keypress(key)
    events.keypress('enter')
    expect(await answer).toBe(false)
  })

  test.each([
    ['oui', true],
    ['o', true],
    ['n', false],
    ['', true],
  ])('takes %j for %s', async (typed, expected) => {
    const { answer, events } = await ask((prompts) => prompts.confirm({ message: 'Envoyer ?', default: true }))
    events.type(typed)
    events.keypress('enter')
    expect(await answer).toBe(expected)
  })

  test.each([78, 79, 80, 81, 82])('keeps its keys whole in a window of %i columns', async (columns) => {
    const message = 'Garder un jeton plutôt que votre mot de passe, valable même si celui-ci change ?'
    const { answer, events, getScreen } = await ask(
      (prompts) => prompts.confirm({ message, default: true }),
      'fr',
      columns,
    )
    const lines = getScreen().split('\n')
    events.keypress('enter')
    await answer
    expect(lines.filter((line) => widthOf(line) >= columns)).toEqual([])
    expect(lines.at(-1)).toMatch(/\?\s\(O\/n\)/)
  })

  test('says in French how to answer', async () => {
    const { answer, events, nextRender, getScreen } = await ask((prompts) =>
      prompts.confirm({ message: 'Envoyer ?', default: true }),
    )
    events.type('x')
    await nextRender()
    events.keypress('enter')
    await nextRender()
    const screen = getScreen()
    events.keypress({ name: 'c', ctrl: true })
    answer.catch(() => undefined)
    expect(screen).toMatch(/O\/n/)
    expect(screen.replace(/\s/g, ' ')).toMatch(/Répondez par « Oui » ou « Non »/)
  })
})

describe('what the platform put into a question', () => {
  const attacks = [
    'a\u001b]0;title\u0007b',
    'a\u001b[77;77zb',
    'a\u009b2Jb',
    'a\u009d0;x\u009cb',
    'a\u202eb',
    'a\u200bb',
    'a\u0007b',
    'a\bb',
    'a\u001bPx\u001b\\b',
    'a\u{e0041}b',
  ]
  /** Inquirer's own sequences are none of these. */
  const harm = /\u001b[\]PX^_]|\u001b\[77|[\u0007\b\u0080-\u009f\u202e\u200b]|[\u{e0000}-\u{e007f}]/u

  const questions: Record<string, (prompts: Prompts, text: string) => Promise<unknown>> = {
    'a list': (prompts, name) => prompts.select({ message: name, choices: [{ name, value: 1, description: name }] }),
    'a search': (prompts, name) => prompts.search({ message: name, choices: [{ name, value: 1, description: name }] }),
    'a line with a default': (prompts, text) => prompts.input({ message: text, default: text }),
    'yes or no': (prompts, text) => prompts.confirm({ message: text, default: true }),
    'a password': (prompts, text) => prompts.password({ message: text }),
  }

  test.each(Object.entries(questions))('is harmless in %s, and in its answer', async (_name, question) => {
    for (const attack of attacks) {
      const { answer, events, getScreen } = await ask((prompts) => question(prompts, attack))
      const before = getScreen({ raw: true })
      events.keypress('enter')
      await answer
      expect([attack, before + getScreen({ raw: true })]).toEqual([attack, expect.not.stringMatching(harm)])
    }
  })
})
