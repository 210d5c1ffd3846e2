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
