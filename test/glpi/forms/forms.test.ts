import { describe, expect, test } from 'vitest'
import { NotAllowed } from '../../../src/errors/error.ts'
import { catalogueOf } from '../../../src/sandbox/forms/site-forms.ts'
import { place } from '../../support/glpi-versions.ts'

const stockTitles = ['Demander un service', 'Signaler un problème']
const ownTitles = ["Arrivée d'un collaborateur", "Panne d'imprimante"]

async function siteOf(kind: Parameters<typeof catalogueOf>[0], connect = {}) {
  return place({ glpi: '11.0', configuration: { catalogue: catalogueOf(kind) }, connect })
}

describe('the forms of a site', () => {
  test.each([
    ['usual', [...stockTitles, ...ownTitles]],
    ['stock', stockTitles],
    ['off', [...stockTitles, ...ownTitles]],
    ['no-stock', ownTitles],
    ['categories', [...stockTitles, ...ownTitles]],
    ['empty', []],
  ] as const)('are all listed where the catalogue is %s', async (kind, titles) => {
    const { platform } = await siteOf(kind)
    expect((await platform.forms.list()).map(({ title }) => title).sort()).toEqual([...titles].sort())
  })

  test('are listed beyond the first page, each with its description', async () => {
    const { platform } = await siteOf('many')
    const forms = await platform.forms.list()
    expect(forms).toHaveLength(24)
    expect(forms.find(({ title }) => title === 'Formulaire 20')?.description).toBe('Le formulaire numéro 20.')
  })

  test('tell in which categories they stand, however deep', async () => {
    const { platform } = await siteOf('categories')
    const forms = await platform.forms.list()
    expect(forms.find(({ id }) => id === 4)?.path).toEqual(['Matériel', 'Impression'])
  })

  test('are listed with one look at the cookie, however many pages are asked for', async () => {
    const { platform, sandbox } = await siteOf('categories')
    await platform.forms.list()
    expect(sandbox.requests.filter(({ path }) => path === '/')).toHaveLength(1)
  })

  test('are read after the session died', async () => {
    const { platform, sandbox } = await siteOf('usual')
    await platform.session()
    sandbox.killSessions()
    expect((await platform.forms.read(4)).title).toBe("Panne d'imprimante")
    sandbox.killSessions()
    expect(await platform.forms.list()).toHaveLength(4)
  })

  test('are refused in words where one is not for this account, and unknown where there is none', async () => {
    const { platform } = await siteOf('no-stock')
    await expect(platform.forms.read(1)).rejects.toThrow(NotAllowed)
    await expect(platform.forms.read(99)).rejects.toMatchObject({ code: 'unknown-form' })
  })

  test('are not there on GLPI 10, which says so', async () => {
    const { platform } = await place({ glpi: '10.0' })
    await expect(platform.forms.list()).rejects.toMatchObject({ code: 'no-catalogue' })
  })
})

describe('a form that is read', () => {
  test('has every kind of question, told by its control', async () => {
    const { platform } = await siteOf('usual')
    const { sections, header } = await platform.forms.read(3)
    expect(header).toBe('Merci de remplir ce formulaire au moins 5 jours avant l’arrivée.')
    const kinds = sections.flatMap(({ blocks }) =>
      blocks.map((block) => (block.block === 'question' ? `${block.label}: ${block.kind}` : `— ${block.title}`)),
    )
    expect(kinds).toEqual([
      'Nom et prénom: text',
      'Adresse personnelle: email',
      'Numéro de bureau: number',
      "Date d'arrivée: date",
      'Rendez-vous (date et heure): date-time',
      'Heure de début: time',
      'Type de contrat: radio',
      'Date de fin: date',
      '— À savoir',
      'Poste de travail: choice',
      'Logiciels: choice',
      'Accès: checkbox',
      'Pourquoi un badge ?: long-text',
      'Ordinateur à réutiliser: object',
      'Lieu: object',
      'Catégorie: object',
      'Mon matériel concerné: choice',
      'Mes matériels concernés: choice',
      'Urgence: choice',
      'Type de demande: choice',
      'Demandeur: person',
      'Observateurs: person',
      'Technicien souhaité: person',
      'Contrat signé: file',
      'Commentaires: long-text',
      'École et tuteur: text',
    ])
  })

  test('tells what is mandatory, preset, conditional, helped with, and limited', async () => {
    const { platform } = await siteOf('usual')
    const { sections } = await platform.forms.read(3)
    const question = (label: string) =>
      sections.flatMap(({ blocks }) => blocks).find((block) => block.block === 'question' && block.label === label)
    expect(question('Nom et prénom')).toMatchObject({ mandatory: true, help: 'Tel que sur le contrat' })
    expect(question('Numéro de bureau')).toMatchObject({ mandatory: false, preset: '12' })
    expect(question('Date de fin')).toMatchObject({ conditional: true })
    expect(question('Accès')).toMatchObject({
      several: true,
      choices: expect.arrayContaining([{ value: '401', label: 'Messagerie', chosen: true }]),
    })
    expect(question('Contrat signé')).toMatchObject({
      fileLimit: 2_097_152,
      extensions: expect.arrayContaining(['.pdf']),
    })
    expect(question('Commentaires')).toMatchObject({ preset: '<p>Néant</p>' })
    expect(sections.map(({ title, conditional }) => ({ title, conditional })).at(-1)).toEqual({
      title: 'Stage',
      conditional: true,
    })
  })

  test('shows its translated words, and keeps the stored ones', async () => {
    const { platform } = await siteOf('usual')
    const [section] = (await platform.forms.read(1)).sections
    expect(section?.blocks[0]).toMatchObject({ label: 'Urgence', storedLabel: 'Urgency' })
  })

  test('has a question of a plug-in as one that cannot be asked', async () => {
    const { platform, sandbox } = await siteOf('odd')
    const id = sandbox.configuration.catalogue.forms.find(({ name }) => name === 'Avec un greffon')?.id ?? 0
    const [section] = (await platform.forms.read(id)).sections
    expect(section?.blocks[1]).toMatchObject({ label: 'Signature', kind: 'unknown', mandatory: true })
  })
})

test('a page whose questions are never closed is read in no time that a person notices', async () => {
  const { readForm } = await import('../../../src/glpi/forms/form-page.ts')
  const one =
    '<div data-glpi-form-renderer-section data-glpi-form-renderer-id=1 data-glpi-form-renderer-question><h3>x</h3>'
  const { page } = readForm(`<form id="forms_form_answers"><input name="forms_id" value="1">${one.repeat(9_000)}`)
  expect(page.sections).toHaveLength(100)
}, 5_000)
