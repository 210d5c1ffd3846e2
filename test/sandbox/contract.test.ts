import { beforeEach, describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { API, areThere, type Conversation, played, recorded, type Step } from '../support/recorded.ts'

const CUSTOMER = { '10.0': 'glpi-10.0.19-customer.json', '11.0': 'glpi-11.0.2-customer.json' } as const
const VERSIONS = ['10.0', '11.0'] as const
const LONG = 60_000

type Glpi = (typeof VERSIONS)[number]

/** As `ipeos sandbox start` opens it. */
const started = { everyday: true } as const
const several = { ...started, belongings: true } as const

function customersPage(glpi: Glpi): Conversation {
  return { scenario: 'customer', golden: CUSTOMER[glpi], api: API[glpi] }
}

function customer(glpi: Glpi, options: SandboxOptions, made = false): Promise<string> {
  return played({ glpi, ...options }, { ...customersPage(glpi), made })
}

const differing = (stdout: string): string[] => stdout.match(/(?<=✗ ).*/g) ?? []

/** The recorded conversations are not part of the project: where they are absent, the other tests of this folder stand alone. */
describe('the recorded conversation with a real server', () => {
  beforeEach(({ skip }) => skip(!areThere, 'for want of the recordings in ../shared/contract'))

  test.each([{}, started])('goes the same way on the forms of GLPI 11.0 (%o)', async (options) => {
    const forms = { scenario: 'forms', golden: 'glpi-11.0.2-forms.json', api: '' } as const
    expect(await played({ glpi: '11.0', ...options }, forms)).toBe('161 passed, 0 failed\n')
  })

  describe.each(VERSIONS)('on the customer’s page of GLPI %s', (glpi) => {
    test('goes the same way where alice has several devices, and nothing else is made', { timeout: LONG }, async () => {
      expect(await customer(glpi, several)).toBe('228 passed, 0 failed\n')
    })

    test('goes the same way after what it needs was made once more', { timeout: LONG }, async () => {
      expect(await customer(glpi, started, true)).toBe('228 passed, 0 failed\n')
    })
  })

  test('goes the same way on the customer’s page of GLPI 10.0 as it is started', { timeout: LONG }, async () => {
    expect(await customer('10.0', started)).toBe('228 passed, 0 failed\n')
  })

  test('lacks no more on GLPI 11.0 as it is started than alice’s telephone', { timeout: LONG }, async () => {
    expect(differing(await customer('11.0', started))).toEqual([
      'its items by name',
      'an item is added later',
      'an item is added later, while nothing was written',
      'the place is changed later',
    ])
  })

  test.each([
    { glpi: '10.0', api: '/apirest.php', golden: 'glpi-10.0.14-v1.json', everyday: false },
    { glpi: '11.0', api: '/api.php/v1', golden: 'glpi-11.0.6-v1.json', everyday: false },
    { glpi: '11.0', api: '/apirest.php', golden: 'glpi-11.0.6-v1.json', everyday: false },
    { glpi: '10.0', api: '/apirest.php', golden: 'glpi-10.0.14-v1.json', everyday: true },
    { glpi: '11.0', api: '/api.php/v1', golden: 'glpi-11.0.6-v1.json', everyday: true },
  ] as const)(
    'goes the same way with GLPI $glpi at $api (everyday: $everyday)',
    async ({ glpi, api, golden, everyday }) => {
      const v1 = { scenario: 'v1', golden, api } as const
      expect(await played({ glpi, everyday }, v1)).toBe('101 passed, 0 failed\n')
    },
  )

  const conversations: Array<{ glpi: Glpi } & Conversation> = [
    ...VERSIONS.map((glpi) => ({ glpi, ...customersPage(glpi) })),
    { glpi: '10.0', scenario: 'v1', golden: 'glpi-10.0.14-v1.json', api: API['10.0'] },
    { glpi: '11.0', scenario: 'v1', golden: 'glpi-11.0.6-v1.json', api: API['11.0'] },
  ]
  test.each(conversations)(
    'has the same fields, words and addresses in it: $scenario on GLPI $glpi',
    { timeout: LONG },
    async ({ glpi, ...conversation }) => {
      const { golden, ours } = await recorded({ glpi, ...several }, conversation)
      const byName = new Map(ours.map((step) => [step.name, step]))
      const differences = golden.flatMap((step) =>
        differencesOf(step, byName.get(step.name)).map((one) => `${step.name}: ${one}`),
      )
      // Bob reads English here, and French where it was recorded.
      expect(differences.filter((one) => !one.startsWith('who does not even see it'))).toEqual([])
    },
  )
})

/** What the player lets pass: fields that are missing or too many, what is said, and where a page leads. */
function differencesOf(golden: Step, ours: Step | undefined): string[] {
  if (!ours) return ['it was not played']
  const [location, ourLocation] = [golden, ours].map((step) => leastOf(step.location ?? ''))
  return [
    ...(location === ourLocation ? [] : [`leads to ${ourLocation}, not to ${location}`]),
    ...fieldDifferences(golden.answer, ours.answer, '$'),
  ]
}

function fieldDifferences(golden: unknown, ours: unknown, at: string): string[] {
  if (Array.isArray(golden) && Array.isArray(ours)) {
    const [code, said] = golden
    const isRefusal = typeof code === 'string' && code.startsWith('ERROR') && typeof said === 'string'
    if (isRefusal) return saidDifferences(said, ours[1], at)
    return golden.slice(0, ours.length).flatMap((one, index) => fieldDifferences(one, ours[index], `${at}[${index}]`))
  }
  if (!isObject(golden) || !isObject(ours)) return []
  const names = (object: object) => Object.keys(object).filter((name) => !/^\d+$/.test(name))
  return [
    ...names(golden).flatMap((name) => (name in ours ? [] : [`${at}.${name} is missing`])),
    ...names(ours).flatMap((name) => (name in golden ? [] : [`${at}.${name} is too much`])),
    ...(['message', 'error', 'said'] as const).flatMap((name) =>
      saidDifferences(golden[name], ours[name], `${at}.${name}`),
    ),
    ...names(golden).flatMap((name) => fieldDifferences(golden[name], ours[name], `${at}.${name}`)),
  ]
}

function saidDifferences(golden: unknown, ours: unknown, at: string): string[] {
  const isSame =
    typeof golden === 'string' && typeof ours === 'string' ? leastOf(golden) === leastOf(ours) : golden === ours
  return isSame ? [] : [`${at} says ${JSON.stringify(ours)}, not ${JSON.stringify(golden)}`]
}

/** A text without what chance and the server’s own address put into it. */
function leastOf(text: string): string {
  return text.replace(/https?:\/\/[^/]+/g, '').replace(/\b[0-9a-f]{8,}\b|\d+/g, '#')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
