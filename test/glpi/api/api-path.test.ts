import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WrongUsage } from '../../../src/errors/error.ts'
import { apiPath } from '../../../src/glpi/api/api-path.ts'

const site = { apiUrl: 'https://support.example/glpi/api.php/v1', rootUrl: 'https://support.example/glpi' }

function codeOf(path: string): string {
  try {
    return apiPath(path, site)
  } catch (error) {
    if (error instanceof WrongUsage) return error.code
    throw error
  }
}

test.each([
  ['Ticket/15', 'Ticket/15'],
  ['/Ticket/15', 'Ticket/15'],
  ['Ticket/15/', 'Ticket/15/'],
  ['/apirest.php/Ticket/15', 'Ticket/15'],
  ['api.php/v1/Ticket/15', 'Ticket/15'],
  [`${site.apiUrl}/Ticket/15`, 'Ticket/15'],
  [`${site.rootUrl}/apirest.php/Ticket/15`, 'Ticket/15'],
  ['search/Ticket?criteria[0][value]=deux mots', 'search/Ticket?criteria[0][value]=deux%20mots'],
  ['Ticket?a=../b', 'Ticket?a=../b'],
  ['search/Ticket?value=C#', 'search/Ticket?value=C%23'],
])('%s is %s below the API', (given, path) => {
  expect(apiPath(given, site)).toBe(path)
})

describe('the session leaves for nowhere but the API', () => {
  test.each([
    'https://elsewhere.example/Ticket',
    'HTTPS://elsewhere.example/Ticket',
    '//elsewhere.example/Ticket',
    '///elsewhere.example/Ticket',
    '\\\\elsewhere.example\\Ticket',
    'https://support.example.elsewhere.example/glpi/api.php/v1/Ticket',
    'https://support.example/glpi/api.php/v1@elsewhere.example/',
    'https://support.example/other/Ticket',
    'https://support.example/glpi/front/ticket.php',
    '../../front/ticket.php',
    'Ticket/../../front',
    'Ticket/./15',
    'Ticket/%2e%2e/%2e%2e',
    'Ticket/%252e%252e',
    'Ticket/..%2f..',
    'Ticket/%5c..',
    'Ticket/%zz',
    '\t//elsewhere.example',
    'Ti\ncket',
    'javascript:alert(1)',
  ])('%j is refused', (path) => {
    expect(codeOf(path)).toBe('path-elsewhere')
  })

  test('whatever is given, what is asked stands below the API', () => {
    const piece = fc.constantFrom(
      '/',
      '.',
      '..',
      '\\',
      '%2e',
      '%2f',
      '@',
      ':',
      '?',
      '#',
      'https',
      'evil.example',
      'Ticket',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        ),
        (path) => {
          const outcome = codeOf(path)
          if (outcome.startsWith('api.')) return
          const { href } = new URL(`${site.apiUrl}/${outcome}`)
          expect(href.slice(0, site.apiUrl.length + 1)).toBe(`${site.apiUrl}/`)
        },
      ),
      { numRuns: 5000 },
    )
  })
})

test.each(['', '/', ' ', '?x=1', 'apirest.php/'])('%j names no call', (path) => {
  expect(codeOf(path)).toBe('no-path')
})

test.each([
  'initSession',
  '/initsession?x=1',
  'killSession',
  'api.php/v1/killSession',
  'changeActiveProfile',
  'changeActiveEntities',
])('%s, which concerns the session of all commands, is refused', (path) => {
  expect(codeOf(path)).toBe('session-call')
})

test.each(['%69nitSession', 'kill%53ession', '%2569nitSession', 'Change%41ctiveProfile'])(
  'a call of the session is refused, be it written %s',
  (path) => {
    expect(codeOf(path)).toBe('session-call')
  },
)
