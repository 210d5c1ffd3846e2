import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'

const CONTRACT = resolve(import.meta.dirname, '../../../shared/contract')

const API = { '10.0': '/apirest.php', '11.0': '/api.php/v1' } as const
const CUSTOMER = { '10.0': 'glpi-10.0.19-customer.json', '11.0': 'glpi-11.0.2-customer.json' } as const
const VERSIONS = ['10.0', '11.0'] as const
const LONG = 60_000

/** As `ipeos sandbox start` opens it. */
const started = { everyday: true } as const
const several = { ...started, belongings: true } as const

/** What a player says of a conversation with a fresh server: the steps that differ, and the count. */
async function played(
  options: SandboxOptions,
  { scenario, golden, api, made = false }: { scenario: string; golden: string; api: string; made?: boolean },
): Promise<string> {
  const sandbox = await openSandbox(options)
  const { url, close } = await serve(sandbox)
  const folder = await mkdtemp(join(tmpdir(), 'ipeos-'))
  const room = scenario === 'v1' ? CONTRACT : resolve(CONTRACT, scenario)
  try {
    // What the conversation needs is made as on a real server, by its administrator.
    if (made) {
      const words = [resolve(room, 'fixtures.mjs'), url + api, 'apply', '--state', join(folder, 'state.json')]
      await promisify(execFile)('node', words)
    }
    const words = [resolve(room, 'contract.mjs'), 'check', scenario, '--url', url + api]
    const player = promisify(execFile)('node', [...words, '--golden', resolve(room, golden)])
    return (await player.catch((failed) => failed)).stdout
  } finally {
    await close()
    await sandbox.close()
    await rm(folder, { recursive: true })
  }
}

function customer(glpi: (typeof VERSIONS)[number], options: SandboxOptions, made = false): Promise<string> {
  return played({ glpi, ...options }, { scenario: 'customer', golden: CUSTOMER[glpi], api: API[glpi], made })
}

const differing = (stdout: string): string[] => stdout.match(/(?<=✗ ).*/g) ?? []

/** The recorded conversations are not part of the project: where they are absent, the other tests of this folder stand alone. */
describe('the recorded conversation with a real server', () => {
  beforeEach(({ skip }) => skip(!existsSync(CONTRACT), 'for want of the recordings in ../shared/contract'))

  test.each([{}, started])('goes the same way on the forms of GLPI 11.0 (%o)', async (options) => {
    const forms = { scenario: 'forms', golden: 'glpi-11.0.2-forms.json', api: '' }
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
      const v1 = { scenario: 'v1', golden, api }
      expect(await played({ glpi, everyday }, v1)).toBe('101 passed, 0 failed\n')
    },
  )

  test.each(VERSIONS)('goes the same way about observers, places and equipment on GLPI %s', async (glpi) => {
    const stdout = await customer(glpi, { belongings: true })
    const steps: Array<{ name: string }> = JSON.parse(
      readFileSync(resolve(CONTRACT, 'customer', CUSTOMER[glpi]), 'utf8'),
    )
    const [from, to] = ['the ticket form', 'the place is changed later'].map((name) =>
      steps.findIndex((step) => step.name === name),
    )
    const ours = steps.slice(from, (to ?? 0) + 1).map(({ name }) => name)
    expect(ours.length).toBe(53)
    expect(ours.filter((name) => differing(stdout).includes(name))).toEqual([])
  })
})
