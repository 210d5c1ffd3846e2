import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asGiven } from '../../../../src/commands/request/file-option.ts'
import { givenFiles } from '../../../../src/files/given-file.ts'
import type { FormAnswer, FormAnswers } from '../../../../src/itil/form-answer.ts'
import { opened, timesAsked } from '../../../glpi/forms/opened.ts'
import { formAnswered, openForm } from '../../../support/form-desk.ts'
import { choice, formPage, question, section } from '../../../support/form-page.ts'
import { type Answer, shiftTab, TypedThenBack } from '../../../support/scripted-prompts.ts'

const arrival = "Arrivée d'un collaborateur"

/** All that the large form asks of who arrives, but for what its answers open. */
const who: Answer[] = [
  ['Nom et prénom', 'Jeanne Martin'],
  ['Adresse personnelle (optional)', ''],
  ['Numéro de bureau (optional)', '12,5'],
  ["Date d'arrivée", '07/01/2030'],
  ['Rendez-vous (date et heure) (optional)', '07/01/2030 9:30'],
  ['Heure de début (optional)', '8h30'],
]
const what: Answer[] = [
  ['Poste de travail', 'Portable'],
  ['Logiciels (optional)', ['Comptabilité', 'Dessin « CAO »']],
  ['Accès (optional)', undefined],
  ['Ordinateur à réutiliser (optional)', undefined],
  ['Lieu (optional)', /Étage 2/],
  ['Catégorie (optional)', undefined],
  ['Mon matériel concerné (optional)', undefined],
  ['Mes matériels concernés (optional)', undefined],
]
const request: Answer[] = [
  ['Urgence (optional)', undefined],
  ['Type de demande (optional)', undefined],
  ['Demandeur (optional)', undefined],
  ['Observateurs (optional)', 'Durand'],
  ['anything else', undefined],
  ['Technicien souhaité (optional)', undefined],
  ['Contrat signé', ''],
  ['Commentaires (optional)', undefined],
]
const told: Answer[] = [
  ['Keep me informed', undefined],
  ['My e-mail address', undefined],
]

const send: Answer = ['Send', undefined]

function byLabel(
  form: Awaited<ReturnType<typeof opened>>['form'],
  answers: FormAnswers = {},
): Record<string, FormAnswer> {
  const labels = form.page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === 'question' ? [[block.id, block.label] as const] : [])),
  )
  return Object.fromEntries(
    labels.flatMap(([id, label]) => {
      const answer = answers[id]
      return answer ? [[label, answer]] : []
    }),
  )
}

const chosen = (...labels: string[]) => ({ chosen: labels.map((label) => expect.objectContaining({ label })) })

describe('the form of all kinds, on the embedded platform', () => {
  test('is asked in its order, and what is sent is what was answered', async () => {
    const { form } = await opened(arrival)
    const answers = [...who, ['Type de contrat', undefined] satisfies Answer, ...what, ...request, ...told, send]
    const { request: sent } = await formAnswered(form, { answers, confirms: true })
    expect(byLabel(form, sent?.answers)).toEqual({
      'Nom et prénom': { text: 'Jeanne Martin' },
      'Numéro de bureau': { text: '12.5' },
      "Date d'arrivée": { text: '2030-01-07' },
      'Rendez-vous (date et heure)': { text: '2030-01-07T09:30' },
      'Heure de début': { text: '08:30' },
      'Type de contrat': chosen('CDI'),
      'Poste de travail': chosen('Portable'),
      Logiciels: chosen('Comptabilité', 'Dessin « CAO »'),
      Accès: chosen('Messagerie'),
      Lieu: chosen('Siège — Saint-Denis > Étage 2'),
      Urgence: chosen('Moyenne'),
      'Type de demande': chosen('Demande'),
      Observateurs: chosen('Durand Alice'),
      Commentaires: { html: '<p>Néant</p>' },
    })
  })

  test('follows a condition that is opened, closed and opened again, and keeps what was answered meanwhile', async () => {
    const { form } = await opened(arrival)
    const contract = /^Type de contrat/
    const { request: sent } = await formAnswered(form, {
      confirms: true,
      known: { notify: false },
      answers: [
        ...who,
        [contract, 'Stage'],
        ['Date de fin', '2030-06-30'],
        ...what,
        ...request,
        ['École et tuteur', 'Lycée Bréda'],
        ['Send', 'Change something'],
        ['What would you like to change', /^Type de contrat/],
        [contract, 'CDI'],
        ['Send', 'Change something'],
        ['What would you like to change', /^Type de contrat/],
        [contract, 'CDD'],
        ['Date de fin', undefined],
        send,
      ],
    })
    const labelled = byLabel(form, sent?.answers)
    expect(labelled).toMatchObject({ 'Type de contrat': chosen('CDD'), 'Date de fin': { text: '2030-06-30' } })
    expect(labelled).not.toHaveProperty('École et tuteur')
  })

  test('goes back over what is not seen', async () => {
    const { form } = await opened(arrival)
    const { request: sent } = await formAnswered(form, {
      known: { notify: false },
      answers: [
        ...who,
        ['Type de contrat', 'Stage'],
        ['Date de fin', shiftTab],
        ['Type de contrat', 'CDI'],
        ['Poste de travail', shiftTab],
        ['Type de contrat', undefined],
        ...what,
        ...request,
      ],
    })
    expect(byLabel(form, sent?.answers)).toMatchObject({ 'Type de contrat': chosen('CDI') })
  })

  test('tells each section once, and what is said between the questions', async () => {
    const { form } = await opened(arrival)
    const { text } = await formAnswered(form, {
      known: { notify: false },
      answers: [
        ...who,
        ['Type de contrat', shiftTab],
        ['Heure', undefined],
        ['Type de contrat', undefined],
        ...what,
        ...request,
      ],
    })
    expect(text.match(/── [^─]+/g)).toEqual(['── Le collaborateur ', '── Matériel et accès ', '── La demande '])
    expect(text.match(/Les comptes sont créés la veille\./g)).toHaveLength(1)
  })

  test('asks the site what is seen once for each answer that is new, and both last questions at once', async () => {
    const { form, sandbox } = await opened(arrival)
    const answers = [...who, ['Type de contrat', undefined] satisfies Answer, ...what, ...request]
    await formAnswered(form, { answers, known: { notify: false } })
    expect([timesAsked(sandbox, '/Form/Condition'), timesAsked(sandbox, '/Form/Validate')]).toEqual([10, 1])
  })
})

describe('what the site says', () => {
  const page = formPage(section(1, question(1, 'text', { label: 'Title' }), question(2, 'number', { label: 'Office' })))
  const answers: Answer[] = [
    ['Title', 'Printer'],
    ['Office', '12'],
  ]
  const known = { notify: false, files: [] }
  const noFiles: Answer = ['File to attach', '']

  test('stands beside its question, which alone is asked again', async () => {
    const refused = [[{ question: 2, message: 'At most 10.' }], []]
    const open = openForm(page, { check: async () => refused.shift() ?? [] })
    const { request: sent, said } = await formAnswered(open, { known, answers: [...answers, noFiles, ['Office', '9']] })
    expect([sent?.answers, said.filter((one) => one.includes('10'))]).toEqual([
      { 1: { text: 'Printer' }, 2: { text: '9' } },
      ['Office: At most 10.'],
    ])
  })

  test('of a form that may not be sent: it is said, and only changing helps', async () => {
    const seen = await openForm(page).visible({})
    const open = openForm(page, {
      visible: async (given) => ({ ...seen, button: JSON.stringify(given[2]) !== JSON.stringify({ text: '12' }) }),
    })
    const { request: sent, text } = await formAnswered(open, {
      known,
      confirms: true,
      answers: [...answers, noFiles, ['What now', 'Change something'], ['change', /^Office/], ['Office', '13'], send],
    })
    expect(sent?.answers[2]).toEqual({ text: '13' })
    expect(text).toContain('With these answers the form “Arrival” may not be sent.')
  })

  test('of a form that may not be sent ends one that nobody looks over', async () => {
    const seen = await openForm(page).visible({})
    const open = openForm(page, { visible: async () => ({ ...seen, button: false }) })
    await expect(formAnswered(open, { known, answers: [...answers, noFiles] })).rejects.toMatchObject({
      code: 'form-not-offered',
    })
  })

  test('is not waited for between two questions of a form that hides nothing', async () => {
    let asked = 0
    const seen = await openForm(page).visible({})
    const open = openForm(page, {
      visible: async () => {
        asked += 1
        return seen
      },
    })
    await formAnswered(open, { known, answers: [...answers, noFiles] })
    expect(asked).toBe(1)
  })

  test('of a part that vanishes in the end is followed', async () => {
    const seen = await openForm(page).visible({})
    const open = openForm(page, { visible: async () => ({ ...seen, questions: new Set([1]) }) })
    const { request: sent } = await formAnswered(open, { known, answers: [...answers, noFiles] })
    expect(sent?.answers).toEqual({ 1: { text: 'Printer' } })
  })
})

describe('a question that ipeos cannot ask', () => {
  const odd = (mandatory: boolean) =>
    openForm(
      formPage(
        section(1, question(1, 'text', { label: 'Title' }), question(2, 'unknown', { label: 'Map', mandatory })),
      ),
    )

  test('is told with the form’s address, and may be left out where it is optional', async () => {
    const { request: sent, text } = await formAnswered(odd(false), {
      known: { notify: false },
      answers: [
        ['Title', 'Leak'],
        ['without it', 'Leave it out'],
        ['File', ''],
      ],
    })
    expect(sent?.answers).toEqual({ 1: { text: 'Leak' } })
    expect(text).toContain('“Map”. On the web: https://support.example/Form/Render/3')
  })

  test('is refused before anything is asked where it is needed', async () => {
    await expect(formAnswered(odd(true), { answers: [] })).rejects.toMatchObject({ code: 'form-on-web-alone' })
  })

  test('is not gone back to where it is a list on which nothing stands', async () => {
    const open = openForm(formPage(section(1, question(1, 'text'), question(2, 'choice'), question(3, 'text'))))
    const { request: sent } = await formAnswered(open, {
      known: { notify: false },
      answers: [
        ['Question 1', 'a'],
        ['Question 3', shiftTab],
        ['Question 1', 'b'],
        ['Question 3', ''],
        ['File', ''],
      ],
    })
    expect(sent?.answers).toEqual({ 1: { text: 'b' } })
  })

  test('is not what a list is on which nothing stands: that is passed over', async () => {
    const open = openForm(formPage(section(1, question(1, 'choice', { label: 'My devices' }))))
    const { request: sent } = await formAnswered(open, { known: { notify: false }, answers: [['File', '']] })
    expect(sent?.answers).toEqual({})
  })
})

describe('what is kept', () => {
  test('is each answer as it is given, and nothing that was only proposed', async () => {
    const open = openForm(
      formPage(section(1, question(1, 'text', { label: 'Title' }), question(2, 'text', { preset: 'x' }))),
    )
    const { kept } = await formAnswered(open, {
      known: { notify: false },
      answers: [
        ['Title', 'Leak'],
        ['Question 2', undefined],
        ['File', ''],
      ],
    })
    expect(kept.slice(0, 2).map(({ answers = {} }) => answers)).toEqual([
      { 1: { text: 'Leak' } },
      { 1: { text: 'Leak' }, 2: { text: 'x' } },
    ])
  })

  test('is an answer that was left, as its question comes again', async () => {
    const open = openForm(formPage(section(1, question(1, 'text', { label: 'Title' }), question(2, 'text'))))
    const { request: sent } = await formAnswered(open, {
      known: { notify: false },
      answers: [
        ['Title', 'a'],
        ['Question 2', new TypedThenBack('half')],
        ['Title', 'b'],
        ['Question 2', undefined],
        ['File', ''],
      ],
    })
    expect(sent?.answers).toEqual({ 1: { text: 'b' }, 2: { text: 'half' } })
  })
})

describe('files', () => {
  const page = formPage(section(1, question(1, 'file', { label: 'Contract', extensions: ['.pdf'], fileLimit: 10 })))

  async function answered(...lines: string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'ipeos-contract-'))
    for (const name of ['contract.pdf', 'contract.exe']) writeFileSync(join(folder, name), name)
    writeFileSync(join(folder, 'big.pdf'), 'more than ten')
    return formAnswered(openForm(page), {
      known: { notify: false },
      answers: lines.map((line, index): Answer => [index === 0 ? 'Contract' : '', line && join(folder, line)]),
    })
  }

  test('of another type, or too big, are not taken', async () => {
    const { request: sent } = await answered('contract.exe', 'big.pdf', '')
    expect(sent?.answers).toEqual({})
  })

  test('that were named before are there for the first question that takes some', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ipeos-contract-'))
    const fullPath = join(folder, 'a.pdf')
    writeFileSync(fullPath, 'a')
    const check = await givenFiles(folder, folder).check(fullPath)
    const file = 'file' in check ? asGiven(check) : undefined
    const { request: sent } = await formAnswered(openForm(page), {
      known: { notify: false, files: file ? [file] : [] },
      answers: [['Another file', '']],
    })
    expect(sent?.answers).toEqual({ 1: { files: [{ name: 'a.pdf', path: fullPath }] } })
    expect(sent?.files.map(({ name }) => name)).toEqual(['a.pdf'])
  })
})

test('a long text that the form proposes goes as it is, and as it was typed where it was changed', async () => {
  const open = openForm(formPage(section(1, question(1, 'long-text', { preset: '<p>None <b>yet</b></p>' }))))
  const answeredWith = async (answer: unknown) => {
    const call = {
      known: { notify: false },
      answers: [
        ['Question 1', answer],
        ['File', ''],
      ] satisfies Answer[],
    }
    return (await formAnswered(open, call)).request?.answers[1]
  }
  expect([await answeredWith(undefined), await answeredWith('Some')]).toEqual([
    { html: '<p>None <b>yet</b></p>' },
    { text: 'Some' },
  ])
})

test('whom it is for is asked first, and then how that person is informed', async () => {
  const page = { ...formPage(section(1, question(1, 'text'))), delegates: [choice('9', 'Bob Petit')] }
  const { request: sent } = await formAnswered(openForm(page), {
    answers: [
      ['For whom', 'Bob Petit'],
      ['Question 1', 'Leak'],
      ['File', ''],
      ['Keep Bob Petit informed', 'Yes'],
      ['address of Bob Petit', 'bob@ipeos.example'],
    ],
  })
  expect(sent).toMatchObject({
    onBehalfOf: { value: '9', label: 'Bob Petit' },
    notify: true,
    email: 'bob@ipeos.example',
  })
})

test('in brief only what is needed and missing is asked', async () => {
  const open = openForm(
    formPage(
      section(
        1,
        question(1, 'text', { mandatory: true }),
        question(2, 'text'),
        question(3, 'text', { mandatory: true }),
      ),
    ),
  )
  const { request: sent } = await formAnswered(open, {
    brief: true,
    known: { answers: { 1: { text: 'given' } } },
    answers: [['Question 3', 'asked']],
  })
  expect(sent).toMatchObject({ answers: { 1: { text: 'given' }, 3: { text: 'asked' } }, notify: true })
})

test('where nothing is left to be asked, nothing of the form is told', async () => {
  const page = formPage(section(1, question(1, 'text')))
  const { said } = await formAnswered(openForm({ ...page, header: 'Hello' }), {
    brief: true,
    known: { answers: { 1: { text: 'given' } } },
    answers: [],
  })
  expect(said).toEqual([])
})

test('an article of the FAQ is looked for by the first short text', async () => {
  const titles: string[] = []
  const open = openForm(formPage(section(1, question(1, 'date'), question(2, 'text'), question(3, 'text'))))
  const { request: sent } = await formAnswered(open, {
    answers: [
      ['Question 1', ''],
      ['Question 2', 'Printer'],
      ['Question 3', 'x'],
    ],
    suggest: (title) => {
      titles.push(title)
      return { offer: async (patience) => patience === 0 }
    },
  })
  expect([titles, sent]).toEqual([['Printer'], undefined])
})

test('in French it speaks French', async () => {
  const open = openForm(formPage(section(1, question(1, 'choice', { choices: [choice('1', 'Oui')] }))))
  const { request: sent } = await formAnswered(open, {
    language: 'fr',
    known: { notify: false },
    answers: [
      ['(facultatif)', 'Sans réponse'],
      ['Fichier', ''],
    ],
  })
  expect(sent?.answers).toEqual({})
})
