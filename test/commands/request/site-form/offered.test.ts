import { describe, expect, test } from 'vitest'
import { offeredBy } from '../../../../src/commands/request/site-form/offered.ts'
import { opened, timesAsked } from '../../../glpi/forms/opened.ts'

const arrival = "Arrivée d'un collaborateur"

async function found(label: string, text: string) {
  const { form, question } = await opened(arrival)
  return offeredBy(form)(question(label), text)
}

describe('what the site offers', () => {
  test.each([
    ['Lieu', 'Étage 2', '2'],
    ['Lieu', 'etage 2', '2'],
    ['Lieu', 'Siège — Saint-Denis > Étage 2', '2'],
    ['Lieu', 'siege — saint-denis>etage 2', '2'],
    ['Lieu', 'Siège — Saint-Denis', '1'],
    ['Lieu', '2', '2'],
    ['Catégorie', 'domaines', '4'],
    ['Catégorie', 'DNS & domaines', '4'],
    ['Ordinateur à réutiliser', 'srv-web-01', '1'],
    ['Ordinateur à réutiliser', 'Computer:3', '3'],
    ['Ordinateur à réutiliser', 'computer_3', '3'],
    ['Observateurs', 'Nourel', 'users_id-9'],
    ['Observateurs', 'henri', 'users_id-9'],
    ['Observateurs', 'Henri Nourel', 'users_id-9'],
    ['Observateurs', 'users_id-9', 'users_id-9'],
    ['Observateurs', 'Direction WTC', 'groups_id-1'],
  ])('of «%s» is found by «%s»', async (label, text, value) => {
    expect(await found(label, text)).toMatchObject({ found: { value } })
  })

  test.each([
    ['Lieu', 'Étage 3', 'Siège — Saint-Denis > Étage 2'],
    ['Catégorie', 'Messagerrie', 'Messagerie'],
    ['Observateurs', 'Nourell', 'Nourel Henri'],
  ])('of «%s» is not «%s», but one comes near', async (label, text, near) => {
    expect(await found(label, text)).toMatchObject({ near: expect.arrayContaining([near]) })
  })

  test.each([
    ['Ordinateur à réutiliser', 'Printer_3'],
    ['Ordinateur à réutiliser', '99'],
    ['Lieu', '-1'],
    ['Observateurs', 'users_id-99'],
    ['Observateurs', 'groups_id-99'],
  ])('of «%s» does not hold «%s», which is not taken at its word', async (label, text) => {
    expect(await found(label, text)).toHaveProperty('near')
  })

  test('is not named by a part that several have', async () => {
    expect(await found('Catégorie', 'e')).toHaveProperty('ambiguous')
  })

  test('is asked for once, however many lines of a file name it', async () => {
    const { form, question, sandbox } = await opened(arrival)
    const find = offeredBy(form)
    for (let line = 0; line < 20; line += 1) await find(question('Lieu'), 'Étage 2')
    expect(timesAsked(sandbox, '/ajax/getDropdownValue.php')).toBe(1)
  })
})
