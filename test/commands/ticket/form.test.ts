import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'

test.each(['10.0', '11.0'] as const)('on GLPI %s alice gets her form, whole', async (glpi) => {
  const desk = newDesk(await openSandbox({ glpi, belongings: false }))
  const { code, out } = await desk.ipeos(['ticket', 'form', '--json'])
  expect(code).toBe(0)
  const form = JSON.parse(out)
  expect(form).toMatchObject({
    types: [
      { id: 1, name: 'incident' },
      { id: 2, name: 'request' },
    ],
    urgencies: [
      { id: 1, name: 'very-low' },
      { id: 2, name: 'low' },
      { id: 3, name: 'medium' },
      { id: 4, name: 'high' },
      { id: 5, name: 'very-high' },
    ],
    defaultUrgency: 'medium',
    defaultUrgencyId: 3,
    equipment: [expect.objectContaining({ id: 'Computer:3', name: 'poste-alice' })],
    mandatory: ['description'],
    fileLimit: 2_097_152,
    email: 'alice@ipeos.example',
  })
  expect(form.categories.map(({ fullName }: { fullName: string }) => fullName).sort()).toEqual([
    'Général',
    'Hébergement',
    'Hébergement > DNS & domaines',
    'Hébergement > Site web',
    'Messagerie',
    'Téléphonie',
  ])
})

test('a person reads it with the categories as a tree', async () => {
  const desk = newDesk(await openSandbox({ glpi: '10.0' }))
  const { out } = await desk.ipeos(['ticket', 'form', '--lang', 'fr'], { columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toMatch(/Hébergement \(2\)\n\s+DNS & domaines \(4\)\n\s+Site web \(3\)/)
  expect(out).toMatch(/2\sMo au plus/)
})

test('it is read once a session, and again when asked to', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(site)
  const pages = () => site.requests.filter(({ path }) => path.includes('helpdesk.public.php')).length
  await desk.ipeos(['ticket', 'form'])
  await desk.ipeos(['ticket', 'form'])
  expect(pages()).toBe(1)
  await desk.ipeos(['ticket', 'form', '--refresh'])
  expect(pages()).toBe(2)
})

test('a person and a script read the form of a category, with the template that it has of its own', async () => {
  const incident = { id: 5, mandatory: ['location'], hidden: ['equipment'], preset: { title: 'Accueil' } } as const
  const desk = newDesk(await openSandbox({ glpi: '10.0', configuration: { categoryTemplates: { 5: { incident } } } }))
  const { out } = await desk.ipeos(['ticket', 'form', '--category', 'messagerie', '--json', 'mandatory,hidden'])
  expect(JSON.parse(out)).toEqual({ mandatory: ['location'], hidden: ['equipment'] })
  const shown = await desk.ipeos(['ticket', 'form', '--category', '5'], { columns: 80, env: { NO_COLOR: '1' } })
  expect(shown.out).toMatch(/Filled in +title: Accueil/)
  const other = await desk.ipeos(['ticket', 'form', '--category', '5', '--type', 'request', '--json', 'hidden'])
  expect(JSON.parse(other.out)).toEqual({ hidden: [] })
})

test('the form of a category that there is not is none, with those that come near', async () => {
  const desk = newDesk(await openSandbox({ glpi: '10.0' }))
  const { code, notes } = await desk.ipeos(['ticket', 'form', '--category', 'messagrie'])
  expect({ code, notes }).toMatchObject({ code: 2, notes: expect.stringMatching(/no such form[\s\S]*Messagerie/) })
})
