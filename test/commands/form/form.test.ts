import { expect, test } from 'vitest'
import { catalogueOf } from '../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk } from '../../support/desk.ts'

test('form list names each form once, with its category, for a person and for a script', async () => {
  const site = await openSandbox()
  const shown = await ipeos(site, ['form', 'list', '--lang', 'fr'], { columns: 120, env: { NO_COLOR: '1' } })
  expect(shown.out).toMatch(/#3 {2}Arrivée d'un collaborateur +Ressources humaines/)
  expect(shown.notes).toContain('ipeos form show 2')
  const piped = await ipeos(site, ['form', 'list', '--json', 'id,category'])
  expect(JSON.parse(piped.out)).toContainEqual({ id: 3, category: 'Ressources humaines' })
})

test('form show names a form by words of its title, and tells all that it asks', async () => {
  const { code, out } = await ipeos(await openSandbox(), ['form', 'show', 'imprim', '--lang', 'fr'], {
    columns: 80,
    env: { NO_COLOR: '1' },
  })
  expect(code).toBe(0)
  expect(out).toMatch(/Quelle imprimante \? \(texte, obligatoire\)/)
  expect(out).toMatch(/Précisez \(texte, selon les réponses\)/)
  expect(out).toMatch(/Moyenne \(par défaut\)/)
})

test('form show gives a script each question with its kind and choices', async () => {
  const { out } = await ipeos(await openSandbox(), [
    'form',
    'show',
    '4',
    '--json',
    'sections',
    '--jq',
    '.sections[0].blocks[1].choices[2].label',
  ])
  expect(out).toBe('Autre\n')
})

test('form show tells for whom else a form may be sent, where a group lets one', async () => {
  const site = await openSandbox({ configuration: { delegates: [9] } })
  const shown = await ipeos(site, ['form', 'show', '4'], { columns: 80, env: { NO_COLOR: '1' } })
  expect(shown.out).toContain('May also be sent for: Nourel Henri (--on-behalf-of)')
  const { out } = await ipeos(site, ['form', 'show', '4', '--json', 'delegates'])
  expect(JSON.parse(out)).toEqual({ delegates: [{ name: 'Nourel Henri', user: 9 }] })
  const alone = await ipeos(await openSandbox(), ['form', 'show', '4'], { columns: 80 })
  expect(alone.out).not.toContain('on-behalf-of')
})

test('a name that several forms have, or none, is refused with those that come near', async () => {
  const desk = newDesk(await openSandbox({ configuration: { catalogue: catalogueOf('many') } }))
  expect(await desk.ipeos(['form', 'show', 'formulaire'])).toMatchObject({
    code: 2,
    notes: expect.stringContaining('Formulaire 1 ;'),
  })
  const unknown = await desk.ipeos(['form', 'show', 'formulair 7'])
  expect(unknown).toMatchObject({ code: 3, notes: expect.stringContaining('Perhaps: Formulaire 7') })
})

test.each([
  ['arive', 'Peut-être : Arrivée d'],
  ['zorro', 'Il y a : '],
])('of the form «%s», which there is not, it is told: %s', async (name, hint) => {
  const { code, notes } = await ipeos(await openSandbox(), ['form', 'show', name, '--lang', 'fr'])
  expect({ code, notes: notes.replace(/[\u00a0\u202f]/g, ' ') }).toEqual({
    code: 3,
    notes: expect.stringContaining(hint),
  })
})

test('GLPI 10 has no catalogue, and says where its form is shown', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  expect(await ipeos(site, ['form', 'list'])).toMatchObject({
    code: 1,
    notes: expect.stringContaining('ipeos ticket form'),
  })
})

test.each([
  [['form', 'show', '3'], /Form\/Render/],
  [['form', 'list'], /ServiceCatalog/],
  [['ticket', 'new', '--form', '3', '--answer', 'x=y'], /Form\/Render/],
])('ipeos %j says of a site that fails of its forms that it does (6)', async (words, path) => {
  const site = await openSandbox()
  site.faults.inject({ match: { path }, kind: 'status', status: 500, times: 20 })
  const { code, out, notes } = await ipeos(site, words)
  expect({ code, out }).toEqual({ code: 6, out: '' })
  expect(notes).toContain('has a problem of its own (error 500)')
  expect(site.writes).toEqual([])
})

test('where no form was named, a request goes as if the site had none while it fails of them, which is told', async () => {
  const site = await openSandbox()
  site.faults.inject({ match: { path: /Form\/Render|ServiceCatalog/ }, kind: 'status', status: 500, times: 50 })
  const words = ['ticket', 'new', '--title', 'Lent', '--description', 'Depuis lundi.', '--yes']
  const { code, notes } = await ipeos(site, words)
  expect(code).toBe(0)
  expect(notes).toContain('forms cannot be read')
})
