import { expect, test } from 'vitest'
import { catalogueOf } from '../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos } from '../../support/desk.ts'

test('a template has a line each question, with what is known of it above, and what the form proposes in it', async () => {
  const site = await openSandbox()
  const { code, out } = await ipeos(site, ['form', 'show', '3', '--answers-template', '--lang', 'fr'])
  expect(code).toBe(0)
  expect(out).toContain('  // texte, obligatoire\n  // Tel que sur le contrat\n  "Nom et prénom": "",\n')
  expect(out).toMatch(/^ {2}\/\/ un ou plusieurs.: Messagerie \| VPN \| Badge\n {2}"Accès": \["Messagerie"\],$/m)
  expect(out).toContain('  // Néant (par défaut)\n  "Commentaires": null,\n')
})

test('a template leaves out, as a comment, what comes with some answers only, and what cannot be asked', async () => {
  const site = await openSandbox({ configuration: { catalogue: catalogueOf('odd') } })
  const { out } = await ipeos(site, ['form', 'show', '3', '--answers-template'])
  expect(out).toContain('  // "Date de fin": "",\n')
  expect(out).toContain('  // "École et tuteur": "",\n')
  const odd = await ipeos(site, ['form', 'show', 'greffon', '--answers-template'])
  expect(odd.out).toContain('  // "Signature": "",\n')
})

test('the schema of an answers file names each question with what may be answered', async () => {
  const { out } = await ipeos(await openSandbox(), ['form', 'show', '3', '--answers-schema'])
  expect(JSON.parse(out)).toMatchObject({
    required: ['Nom et prénom', "Date d'arrivée", 'Poste de travail'],
    properties: {
      'Poste de travail': { enum: ['Portable', 'Fixe', 'Aucun'] },
      'Date de fin': { anyOf: expect.arrayContaining([{ type: 'null' }]) },
    },
  })
})

test('--json-schema stays the schema of what --json prints', async () => {
  const { out } = await ipeos(await openSandbox(), ['form', 'show', '3', '--json-schema'])
  expect(JSON.parse(out)).toMatchObject({ title: 'form-page' })
})
