import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

/** The fields that a program is told to be wrong with a request, in alphabetical order. */
async function wrongFields(glpi: '10.0' | '11.0', words: string[]): Promise<Array<string | null>> {
  const site = await openSandbox({ glpi })
  const { notes } = await newDesk(site).ipeos(['ticket', 'new', '--json', ...words])
  const { errors } = JSON.parse(notes.trim().split('\n').at(-1) ?? '') as { errors: Array<{ field: string | null }> }
  return errors.map(({ field }) => field).sort()
}

test.each(['10.0', '11.0'] as const)(
  'what is wrong with a request has the same fields for programs on GLPI %s',
  async (glpi) => {
    const wrong = ['--urgency', '9', '--category', 'zorglub', '--observer', 'zorglub', '--location', 'zorglub']
    expect(await wrongFields(glpi, [...wrong, '--about', 'zorglub'])).toEqual([
      ...['category', 'description', 'equipment', 'location', 'observers', 'title', 'urgency'],
    ])
  },
)

test.each(['10.0', '11.0'] as const)(
  'a text that is too much for GLPI %s has the field of its option',
  async (glpi) => {
    expect(await wrongFields(glpi, ['--title', 'x'.repeat(300), '--description', 'y', '--email', 'nobody'])).toEqual([
      ...['email', 'title'],
    ])
  },
)

test('a question of a form that the site made is told by its number, whatever option answers it', async () => {
  const words = ['--form', 'imprimante', '--title', 'Accueil', '--answer', 'Problème=Autre', '--urgency', '9']
  expect(await wrongFields('11.0', words)).toEqual(['#43'])
})

test('an option that a form of the site does not take has the field that it has elsewhere', async () => {
  const words = ['--form', 'imprimante', '--title', 'Accueil', '--answer', 'Problème=Autre']
  expect(await wrongFields('11.0', [...words, '--observer', 'paul', '--about', 'x', '--location', 'y'])).toEqual([
    ...['equipment', 'location', 'observers'],
  ])
})
