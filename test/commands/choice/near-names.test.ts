import { expect, test } from 'vitest'
import { nearNames } from '../../../src/commands/choice/near-names.ts'

const forms = ['Signaler un incident', 'Demander un service', "Arrivée d'un collaborateur", 'Imprimante en panne'].map(
  (name) => ({ name, names: [name] }),
)

test.each([
  ['arive', "Arrivée d'un collaborateur"],
  ['colaborateur', "Arrivée d'un collaborateur"],
  ['imprimente en pane', 'Imprimante en panne'],
  ['signaler incidant', 'Signaler un incident'],
])('«%s» is nearest to «%s», word for word', (text, name) => {
  expect(nearNames(text, forms)[0]).toBe(name)
})

test.each(['zorro', 'xyz', ''])('nothing comes near «%s», and nothing is said to', (text) => {
  expect(nearNames(text, forms)).toEqual([])
})
