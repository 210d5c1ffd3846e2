import { expect, test } from 'vitest'
import { readFullSession } from '../../../src/glpi/session/person.ts'

const rest = {
  ...{ glpiID: 8, glpiname: 'alice', glpiactive_entity: 1 },
  glpiactiveprofile: { id: 1, name: 'Self-Service', interface: 'helpdesk' },
}

test.each([
  [
    'first name first, whatever the order of the site',
    { glpirealname: 'Durand', glpifirstname: 'Alice', glpifriendlyname: 'Durand Alice' },
    { name: 'Alice Durand', listedAs: 'Durand Alice' },
  ],
  [
    'once where the site has that order itself',
    { glpirealname: 'Durand', glpifirstname: 'Alice', glpifriendlyname: 'Alice Durand' },
    { name: 'Alice Durand' },
  ],
  [
    'in pieces of several words',
    { glpirealname: 'de La Tour', glpifirstname: 'Marie Anne' },
    { name: 'Marie Anne de La Tour', listedAs: 'de La Tour Marie Anne' },
  ],
  ['as it comes where nobody says which is which', { glpifriendlyname: 'Durand Alice' }, { name: 'Durand Alice' }],
  ['as the only one that there is', { glpirealname: 'Durand', glpifirstname: '' }, { name: 'Durand' }],
  ['by the login where there is none', {}, { name: 'alice' }],
])('somebody is named %s', (_, names, expected) => {
  const { person } = readFullSession({ ...rest, ...names })
  const { name, listedAs } = person
  expect({ name, ...(listedAs === undefined ? {} : { listedAs }) }).toEqual(expected)
})
