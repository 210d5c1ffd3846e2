import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswersFile } from '../../../../src/commands/request/site-form/answers-file.ts'
import {
  type GivenAnswers,
  type Understanding,
  understandAnswers,
} from '../../../../src/commands/request/site-form/understand-answers.ts'
import { WrongUsage } from '../../../../src/errors/error.ts'
import { givenFiles } from '../../../../src/files/given-file.ts'
import type { OfferedChoice } from '../../../../src/glpi/forms/open-form.ts'
import type { FormPage } from '../../../../src/itil/site-form.ts'
import { hostileText } from '../../../support/hostile-text.ts'
import { translator } from '../../../support/translator.ts'
import { choices, formOf, pageOf, question, section } from './form-of-all-kinds.ts'

const t = translator('en')

const folder = mkdtempSync(join(tmpdir(), 'ipeos-answers-'))
writeFileSync(join(folder, 'contrat.pdf'), 'signed')
writeFileSync(join(folder, 'virus.exe'), 'x')
writeFileSync(join(folder, 'vide.pdf'), '')

const levels = ['Très haute', 'Haute', 'Moyenne'].map((label, place) => ({
  value: String(5 - place),
  label,
  chosen: false,
}))

const asked = {
  name: question('Nom et prénom', { mandatory: true }),
  title: question('Titre', { storedLabel: 'Title' }),
  office: question('Numéro de bureau', { kind: 'number', preset: '12' }),
  arrival: question("Date d'arrivée", { kind: 'date', mandatory: true }),
  contract: question('Type de contrat', { kind: 'radio', choices: choices('CDI', 'CDD', 'Stage') }),
  access: question('Accès', { kind: 'checkbox', several: true, choices: choices('Messagerie', 'VPN', 'Badge') }),
  why: question('Pourquoi un badge ?', { kind: 'long-text', conditional: true }),
  remarks: question('Commentaires', { kind: 'long-text' }),
  urgency: question('Urgence', { kind: 'choice', choices: levels }),
  category: question('Catégorie', { kind: 'object', itemtype: 'ITILCategory' }),
  place: question('Lieu', { kind: 'object', itemtype: 'Location' }),
  device: question('Mon matériel concerné', {
    kind: 'choice',
    choices: [
      { value: 'Computer_3', label: 'Ordinateur - poste-alice - WTC-0003', chosen: false },
      { value: 'Printer_3', label: 'Imprimante - accueil - WTC-0100', chosen: false },
    ],
  }),
  observers: question('Observateurs', { kind: 'person', actor: 'observer', several: true }),
  file: question('Contrat signé', { kind: 'file', several: true, fileLimit: 100, extensions: ['.pdf'] }),
  plugin: question('Signature', { kind: 'unknown' }),
}

const page = pageOf(section('Le collaborateur', Object.values(asked)))

const offered: Record<string, Partial<OfferedChoice>[]> = {
  Catégorie: [
    { value: '1', label: 'Hébergement' },
    { value: '2', label: 'Hébergement > Site web' },
    { value: '3', label: 'Réseau > DNS' },
    { value: '4', label: 'Messagerie > DNS' },
  ],
  Lieu: [
    { value: '5', label: 'Paris > Étage 2' },
    { value: '6', label: 'Paris', disabled: true },
  ],
  Observateurs: [
    { value: 'users_id-7', label: 'Durand Alice', login: 'alice' },
    { value: 'users_id-10', label: 'Nourel Inès', login: 'ines' },
    { value: 'users_id-11', label: 'Nourel Paul', login: 'paul' },
  ],
}

const understanding: Understanding = {
  t,
  files: givenFiles(folder, folder),
  readText: async (path) => {
    if (path === '-') return 'par un tuyau\n'
    throw new WrongUsage('file-missing', { path })
  },
  forms: { list: async () => [], read: async () => page },
  machineIdentity: async () => ({ hostName: 'poste-alice.wtc.example', numbers: [] }),
}

function understood(given: GivenAnswers, of: FormPage = page) {
  return understandAnswers(given, formOf(of, offered), understanding)
}

/** The sentences of what is wrong with these. */
async function wrongWith(given: GivenAnswers, of: FormPage = page): Promise<string[]> {
  return (await understood(given, of)).problems.map((problem) => t(problem))
}

async function answerOf(given: GivenAnswers, { id }: { id: number }) {
  const { answers, problems } = await understood(given)
  expect(problems).toEqual([])
  return answers[id]
}

describe('a label', () => {
  test.each([
    ['Nom et prénom=Léa', asked.name],
    ['NOM ET PRENOM =Léa', asked.name],
    ['nom  et prénom *=Léa', asked.name],
    ['title=Léa', asked.title],
    ['Le collaborateur/Titre=Léa', asked.title],
    [`#${asked.title.id}=Léa`, asked.title],
  ])('«%s» is known without case, accents and marks, by either name', async (answer, meant) => {
    expect(await answerOf({ answer: [answer] }, meant)).toEqual({ text: 'Léa' })
  })

  test('may end with a question mark, or without it', async () => {
    expect(await answerOf({ answer: ['Pourquoi un badge ?=Oui'] }, asked.why)).toEqual({ text: 'Oui' })
    expect(await answerOf({ answer: ['pourquoi un badge=Oui'] }, asked.why)).toEqual({ text: 'Oui' })
  })

  test('that two questions have is refused, with both and their sections', async () => {
    const one = question('Nom')
    const other = question('Nom')
    const double = pageOf(section('Tuteur', [one]), section('Stagiaire', [other]))
    expect(await wrongWith({ answer: ['nom=Léa'] }, double)).toEqual([
      `“nom” may be: Tuteur/Nom (#${one.id}) ; Stagiaire/Nom (#${other.id})`,
    ])
    const { answers } = await understood({ answer: ['stagiaire/nom=Léa'] }, double)
    expect(answers).toEqual({ [other.id]: { text: 'Léa' } })
  })

  test('that nobody asks is refused with those that come near', async () => {
    expect(await wrongWith({ answer: ['Nom et prenon=Léa'] })).toEqual([
      expect.stringMatching(/^The form does not ask “Nom et prenon”\. Perhaps: Nom et prénom/),
    ])
  })

  test('is known though it holds what nobody sees, and so are its choices', async () => {
    const odd = question('Nom\u200b du\u00ad poste', { kind: 'radio', choices: choices('Fi\u200bxe', 'Portable') })
    const { answers } = await understood({ answer: ['nom du poste=fixe'] }, pageOf(section('', [odd])))
    expect(answers).toMatchObject({ [odd.id]: { chosen: [{ value: '301' }] } })
  })

  test('may hold a «=» and a stroke itself', async () => {
    const sum = question('Total = HT/TVA')
    const { answers } = await understood({ answer: ['total = ht/tva=a=b'] }, pageOf(section('', [sum])))
    expect(answers).toEqual({ [sum.id]: { text: 'a=b' } })
  })

  test('without a value is told how answers are written', async () => {
    expect(await wrongWith({ answer: ['Nom et prénom'] })).toEqual([expect.stringContaining('Label=Value')])
  })
})

describe('a value', () => {
  test.each([
    [['Type de contrat=cdd'], asked.contract, [302]],
    [['Type de contrat=303'], asked.contract, [303]],
    [['Accès=vpn', 'Accès=Badge'], asked.access, [302, 303]],
    [['Accès='], asked.access, []],
    [['Urgence=haute'], asked.urgency, [4]],
    [['Urgence=very high'], asked.urgency, [5]],
    [['Urgence=3'], asked.urgency, [3]],
    [['Mon matériel concerné=poste-alice'], asked.device, ['Computer_3']],
    [['Mon matériel concerné=Printer:3'], asked.device, ['Printer_3']],
    [['Catégorie=Hébergement'], asked.category, [1]],
    [['Catégorie=hebergement>site web'], asked.category, [2]],
    [['Catégorie=Site web'], asked.category, [2]],
    [['Catégorie=4'], asked.category, [4]],
    [['Lieu=étage 2'], asked.place, [5]],
    [['Observateurs=paul', 'Observateurs=users_id-7'], asked.observers, ['users_id-11', 'users_id-7']],
    [['Observateurs=Alice Durand'], asked.observers, ['users_id-7']],
    [['Observateurs=inès'], asked.observers, ['users_id-10']],
  ])('of %j is found among what is offered', async (answer, meant, values) => {
    const found = await answerOf({ answer }, meant)
    expect(found).toMatchObject({ chosen: values.map((value) => ({ value: String(value) })) })
  })

  test.each([
    ['Type de contrat=Stag', 'Type de contrat: “Stag” is not offered. Perhaps: Stage'],
    [
      'Contrat signé=contrat.pdf',
      'Contrat signé: “contrat.pdf” is a text. The file of that name is written @contrat.pdf',
    ],
    ['Accès=vpn, Badge', "--answer 'Accès=VPN' --answer 'Accès=Badge'"],
    ['Type de contrat=CDX', 'Type de contrat: “CDX” is not offered. Perhaps: CDI'],
    ['Type de contrat=Alternance', 'Type de contrat: “Alternance” is not offered. There are: CDI ; CDD ; Stage'],
    ['Catégorie=DNS', 'Catégorie: “DNS” may be: Réseau > DNS ; Messagerie > DNS'],
    ['Catégorie=99', 'Catégorie: “99” is not offered.'],
    ['Lieu=Paris', 'Lieu: “Paris” is not offered. Perhaps: Paris > Étage 2'],
    ['Observateurs=Nourel', 'Observateurs: “Nourel” may be: Nourel Inès (ines) ; Nourel Paul (paul)'],
    ['Observateurs=users_id-99', 'Observateurs: “users_id-99” is not offered.'],
    ['Mon matériel concerné=Computer_8', 'Mon matériel concerné: “Computer_8” is not offered.'],
    ["Date d'arrivée=31/02/2030", "Date d'arrivée: there is no such day as 31/02/2030."],
    ['Numéro de bureau=douze', 'Numéro de bureau: “douze” is no number'],
    ['Contrat signé=@virus.exe', 'Contrat signé: virus.exe: the site refuses files of this type.'],
    ['Contrat signé=@vide.pdf', 'Contrat signé: vide.pdf is empty'],
    ['Contrat signé=@nichts.pdf', 'Contrat signé: nichts.pdf: there is no such file.'],
    ['Signature=x', 'Signature: this can be answered on the site alone.'],
    ['Commentaires=@nichts.txt', 'Commentaires: nichts.txt: there is no such file.'],
  ])('of «%s» is refused beside its question', async (answer, sentence) => {
    expect(await wrongWith({ answer: [answer] })).toEqual([expect.stringContaining(sentence)])
  })

  test('that is like nobody is not said to be like everybody', async () => {
    expect(await wrongWith({ answer: ['Observateurs=zorro'] })).toEqual(['Observateurs: “zorro” is not offered.'])
  })

  test('of a long text may stand in standard input, and begins with «@» where that is doubled', async () => {
    expect(await answerOf({ answer: ['Commentaires=-'] }, asked.remarks)).toEqual({ text: 'par un tuyau\n' })
    expect(await answerOf({ answer: ['Commentaires=@@alice'] }, asked.remarks)).toEqual({ text: '@alice' })
  })

  test('of a short text keeps its «@»', async () => {
    expect(await answerOf({ answer: ['Titre=@alice'] }, asked.title)).toEqual({ text: '@alice' })
  })

  test('of a number may have a decimal comma', async () => {
    expect(await answerOf({ answer: ['Numéro de bureau=12,5'] }, asked.office)).toEqual({ text: '12.5' })
  })

  test('given twice where one is taken is refused', async () => {
    expect(await wrongWith({ answer: ['Titre=a', 'Titre=b'] })).toEqual(['Titre: this question takes one answer only.'])
  })

  test('of a file is kept with its full path', async () => {
    const { answers, files } = await understood({ answer: ['Contrat signé=@contrat.pdf'] })
    expect(answers[asked.file.id]).toEqual({ files: [{ name: 'contrat.pdf', path: join(folder, 'contrat.pdf') }] })
    expect(files).toMatchObject([{ name: 'contrat.pdf', size: 6 }])
  })
})

test('what is wrong is all named at once', async () => {
  const answer = ['Nom et prénom=<HP>', "Date d'arrivée=31/02/2030", 'Accès=Clé', 'Inconnu=1']
  expect(await wrongWith({ answer, attach: ['virus.exe'] })).toHaveLength(5)
})

test('the site is asked once for a word that comes several times', async () => {
  const form = formOf(page, offered)
  await understandAnswers({ answer: ['Observateurs=paul', 'Observateurs=paul'] }, form, understanding)
  expect(form.searches).toEqual(['paul'])
})

test('a list that never ends is left after some pages', async () => {
  let pages = 0
  const endless = {
    page,
    choices: async () => {
      pages += 1
      const label = `Lieu ${pages}`
      return { choices: [{ value: String(pages), label, name: label, disabled: false }], more: true }
    },
  }
  const { problems } = await understandAnswers({ answer: ['Lieu=x'] }, endless, understanding)
  expect(problems).toHaveLength(1)
  expect(pages).toBeLessThan(200)
})

describe('a usual option', () => {
  test('names a choice by a part of it, as it does without a form', async () => {
    expect(await answerOf({ flags: { urgency: 'moyen' } }, asked.urgency)).toMatchObject({ chosen: [{ value: '3' }] })
  })

  test('answers the question of its kind, whatever it is called', async () => {
    const { answers, problems } = await understood({
      flags: {
        ...{ title: 'Léa', description: 'Elle arrive.', urgency: 'high', category: 'Site web' },
        ...{ about: ['poste-alice'], observer: ['paul', 'alice'], location: 'Étage 2' },
      },
    })
    expect(problems).toEqual([])
    expect(answers).toMatchObject({
      [asked.name.id]: { text: 'Léa' },
      [asked.remarks.id]: { text: 'Elle arrive.' },
      [asked.urgency.id]: { chosen: [{ value: '4' }] },
      [asked.category.id]: { chosen: [{ value: '2' }] },
      [asked.device.id]: { chosen: [{ value: 'Computer_3' }] },
      [asked.observers.id]: { chosen: [{ value: 'users_id-11' }, { value: 'users_id-7' }] },
      [asked.place.id]: { chosen: [{ value: '5' }] },
    })
  })

  test.each([
    ['category', 'none', asked.category],
    ['about', ['none'], asked.device],
    ['observer', ['None'], asked.observers],
    ['location', ' none ', asked.place],
  ])('says with «none» that there is to be no %s', async (flag, word, { id }) => {
    expect(await understood({ flags: { [flag]: word } })).toMatchObject({
      answers: { [id]: { chosen: [] } },
      problems: [],
    })
  })

  test('says with «none» nothing that a form without such a question would refuse', async () => {
    const small = formOf(pageOf(section('', [question('Quelle imprimante')])))
    const none = { category: 'none', about: ['none'], observer: ['none'], location: 'none' }
    expect(await understandAnswers({ flags: none }, small, understanding)).toMatchObject({ answers: {}, problems: [] })
  })

  test('takes this machine for a device', async () => {
    expect(await answerOf({ flags: { about: ['cette-machine'] } }, asked.device)).toMatchObject({
      chosen: [{ value: 'Computer_3' }],
    })
  })

  test('and an answer to the same question are one too many', async () => {
    expect(await wrongWith({ answer: ['Nom et prénom=Léa'], flags: { title: 'Léa' } })).toEqual([
      'Nom et prénom: it was answered already; --title does so again.',
    ])
  })

  test('that no question takes is refused, with the forms that take it', async () => {
    const small = pageOf(section('', [question('Quelle imprimante')]))
    const forms = {
      list: async () => [
        { id: 7, title: 'Elle-même', description: '', path: [] },
        { id: 8, title: 'Une autre', description: '', path: [] },
        { id: 9, title: 'Fermée', description: '', path: [] },
      ],
      read: async (id: number) => {
        if (id === 9) throw new WrongUsage('no-words')
        return page
      },
    }
    const { problems } = await understandAnswers({ flags: { location: 'Paris' } }, formOf(small), {
      ...understanding,
      forms,
    })
    expect(problems.map((problem) => t(problem))).toEqual([
      'This form does not ask what --location says. These do: Une autre (8)',
    ])
  })

  test('that every form takes asks for no other form', async () => {
    const forms = { list: () => Promise.reject(new Error('asked')), read: () => Promise.reject(new Error('asked')) }
    const { problems } = await understandAnswers({ flags: { title: 'Léa' } }, formOf(page), { ...understanding, forms })
    expect(problems).toEqual([])
  })
})

function errorOf(run: () => unknown): WrongUsage {
  try {
    run()
  } catch (error) {
    if (error instanceof WrongUsage) return error
  }
  throw new Error('nothing was wrong')
}

describe('an answers file', () => {
  const fileOf = (content: unknown) => readAnswersFile(JSON.stringify(content), 'reponses.json')

  test('says texts, numbers, lists and files by labels', async () => {
    const { answers, problems } = await understood({
      file: fileOf({
        '// who': 'comes',
        'Nom et prénom': 'Léa',
        'Numéro de bureau': 12.5,
        Accès: ['VPN', 'Badge'],
        'Contrat signé': { file: 'contrat.pdf' },
        Titre: null,
      }),
    })
    expect(problems).toEqual([])
    expect(answers).toMatchObject({
      [asked.name.id]: { text: 'Léa' },
      [asked.office.id]: { text: '12.5' },
      [asked.access.id]: { chosen: [{ value: '302' }, { value: '303' }] },
      [asked.file.id]: { files: [{ name: 'contrat.pdf' }] },
    })
    expect(answers[asked.title.id]).toBeUndefined()
  })

  test('counts less than an option', async () => {
    const given = { file: fileOf({ 'Nom et prénom': 'Léa' }), answer: ['Nom et prénom=Zoé'] }
    expect(await answerOf(given, asked.name)).toEqual({ text: 'Zoé' })
  })

  test('reads no file for a text that only looks like a path', async () => {
    expect(await answerOf({ file: fileOf({ Commentaires: '@/etc/passwd' }) }, asked.remarks)).toEqual({
      text: '@/etc/passwd',
    })
  })

  test('takes «@path» and {"file": "path"} alone for a file, of a question for files', async () => {
    const contract = { files: [{ name: 'contrat.pdf', path: join(folder, 'contrat.pdf') }] }
    expect(await answerOf({ file: fileOf({ 'Contrat signé': ['@contrat.pdf'] }) }, asked.file)).toEqual(contract)
    expect(await wrongWith({ file: fileOf({ 'Contrat signé': ['contrat.pdf'] }) })).toEqual([
      'Contrat signé: “contrat.pdf” is a text. The file of that name is written {"file": "contrat.pdf"}',
    ])
  })

  test('is told that several choices are a list', async () => {
    expect(await wrongWith({ file: fileOf({ Accès: 'Messagerie, badge' }) })).toEqual([
      expect.stringMatching(/this question takes a list: \["Messagerie", "Badge"\]$/i),
    ])
  })

  test('that answers a question twice is refused', async () => {
    const file = fileOf({ Titre: 'a', [`#${asked.title.id}`]: 'b' })
    expect(await wrongWith({ file })).toEqual([expect.stringMatching(/^Titre: it was answered already; #/)])
  })

  test('may have comments, and a comma before its end', () => {
    const file = readAnswersFile('{\n  // who?\n  "Nom // nom": "a, }", // yes\n  "Accès": ["b",],\n}\n', 'x.json')
    expect([...file]).toEqual([
      ['Nom // nom', [{ text: 'a, }' }]],
      ['Accès', [{ text: 'b' }]],
    ])
  })

  test.each(['', '[]', '"x"', '{"a": }', '{"a": {"b": 1}}', '{"a": [[1]]}'])('that is «%s» is refused', (text) => {
    expect(() => readAnswersFile(text, 'x.json')).toThrow(WrongUsage)
  })

  test.each([
    ['{\n"a": "b"\n\n"c": 1}', 'x.json:2: a comma is missing'],
    ['{\n"a": ["b"\n"c"]}', 'x.json:2: a comma is missing'],
    ['{\n"a": “b”\n}', 'x.json:2: JSON has straight quotes'],
    ['{\n« a » : "b"\n}', 'x.json:2: JSON has straight quotes'],
    ['{\n"a": ,\n"b": 1}', 'x.json:2: this is no JSON'],
    ['{\n"a": oui\n}', 'x.json:2: this is no JSON'],
    ['[]', 'x.json: this is no JSON'],
  ])('that is «%s» is told the line of the mistake, and the form', (text, sentence) => {
    const error = errorOf(() => readAnswersFile(text, 'x.json', 'une arrivée'))
    expect(t(error.text)).toContain(sentence)
    expect(error.hint && t(error.hint)).toMatch(/ipeos form show 'une arrivée' --answers-template$/)
  })

  test('keeps every text as it stands, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(hostileText, hostileText), (texts) => {
        const file = readAnswersFile(`// begins\n${JSON.stringify(texts, null, 2)}`, 'x.json')
        const kept = Object.entries(texts).filter(([name]) => !name.trimStart().startsWith('//'))
        expect(Object.fromEntries(file)).toEqual(Object.fromEntries(kept.map(([name, text]) => [name, [{ text }]])))
      }),
    )
  })
})

test('whatever a form calls its questions, what its template would name is what is answered', async () => {
  const { nameOf, placedQuestions } = await import('../../../../src/commands/request/site-form/question-name.ts')
  const label = fc.oneof(fc.constantFrom('Nom', 'nom ?', 'A/B', 'A', 'B', 'a = b', '#101', ''), hostileText)
  const sections = fc.array(fc.tuple(label, fc.array(label, { maxLength: 4 })), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(sections, hostileText, async (titled, value) => {
      const some = pageOf(
        ...titled.map(([title, labels]) =>
          section(
            title,
            labels.map((one) => question(one)),
          ),
        ),
      )
      for (const placed of placedQuestions(some)) {
        const file = new Map([[nameOf(placed, some), [{ text: `x${value}` }]]])
        const { answers, problems } = await understood({ file }, some)
        expect(problems.filter(({ field }) => field === undefined)).toEqual([])
        expect(Object.keys(answers)).toEqual(problems.length === 0 ? [String(placed.question.id)] : [])
      }
    }),
    { numRuns: 60 },
  )
})

test('of many people, only those whose names are like the one that was said are offered', async () => {
  const people = Array.from({ length: 9 }, (_, number) => ({
    value: `users_id-${20 + number}`,
    label: `${['Durand', 'Petit', 'Moreau'][number % 3]} ${'abcdefghi'[number]}`,
  }))
  const wrong = async (name: string) => {
    const form = formOf(page, { Observateurs: people })
    const { problems } = await understandAnswers({ answer: [`Observateurs=${name}`] }, form, understanding)
    return problems.map((problem) => t(problem)).join()
  }
  expect(await wrong('Zoé')).toBe('Observateurs: “Zoé” is not offered.')
  expect(await wrong('Durant')).toMatch(/Perhaps: Durand a ; Durand d ; Durand g$/)
})

test('a file of quotes that nobody closes is read in no time that a person notices', () => {
  expect(() => readAnswersFile('"\\'.repeat(200_000), 'x.json')).toThrow(WrongUsage)
}, 5_000)
