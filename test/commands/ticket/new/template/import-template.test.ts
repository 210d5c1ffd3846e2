import { expect, test } from 'vitest'
import { openSandbox } from '../../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../../support/desk.ts'

const mail = 5

async function importing(lines: string[], words: string[] = []) {
  const template = { id: 5, mandatory: ['location'], hidden: ['equipment'], preset: { urgency: '4' } } as const
  const site = await openSandbox({
    glpi: '10.0',
    configuration: { categoryTemplates: { [mail]: { incident: template } } },
  })
  const desk = newDesk(site)
  const stdin = ['title,description,category,location,about', ...lines].join('\n')
  const result = await desk.ipeos(['ticket', 'import', '-', ...words], { stdin })
  const pages = site.requests.filter(({ path }) => path === '/front/tracking.injector.php').length
  return { desk, site, pages, ...result }
}

test('an import tells what the template of a line’s category wants, and sends nothing', async () => {
  const { code, notes, site } = await importing(['Lent,Très.,Général,,', 'Muet,Rien.,Messagerie,,'])
  expect({ code, notes }).toMatchObject({ code: 2, notes: expect.stringMatching(/3.*place/) })
  expect(site.writes).toEqual([])
})

test('an import tells what a template hides', async () => {
  const { code, notes } = await importing(['Muet,Rien.,Messagerie,Étage 2,poste-alice'])
  expect({ code, notes }).toMatchObject({
    code: 2,
    notes: expect.stringContaining('does not ask for this here: equipment'),
  })
})

test('an import fills in what the template of each category does, one page a category', async () => {
  const lines = ['Un,a,Messagerie,Étage 2,', 'Deux,b,Messagerie,Étage 2,', 'Trois,c,Général,,', 'Quatre,d,Général,,']
  const { code, notes, desk, pages } = await importing(lines)
  expect({ code, notes }).toMatchObject({ code: 0 })
  expect(pages).toBe(2)
  const { out } = await desk.ipeos(['ticket', 'list', '--limit', '4', '--json', 'title,urgency'])
  const urgencies = Object.fromEntries(
    JSON.parse(out).map(({ title, urgency }: Record<string, string>) => [title, urgency]),
  )
  expect(urgencies).toEqual({ Un: 'high', Deux: 'high', Trois: 'medium', Quatre: 'medium' })
})
