import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'

const CONTRACT = resolve(import.meta.dirname, '../../../shared/contract')

/** The recorded conversations are not part of the project: where they are absent, the other tests of this folder stand alone. */
describe('the recorded conversation with a real server', () => {
  beforeEach(({ skip }) => skip(!existsSync(CONTRACT), 'for want of the recordings in ../shared/contract'))

  test('goes the same way on the forms of GLPI 11.0', async () => {
    const sandbox = await openSandbox({ glpi: '11.0' })
    const { url, close } = await serve(sandbox)
    try {
      const [player, golden] = ['contract.mjs', 'glpi-11.0.2-forms.json'].map((name) =>
        resolve(CONTRACT, 'forms', name),
      )
      const words = [player ?? '', 'check', 'forms', '--url', url, '--golden', golden ?? '']
      const { stdout } = await promisify(execFile)('node', words).catch((failed) => failed)
      expect(stdout).toBe('161 passed, 0 failed\n')
    } finally {
      await close()
      await sandbox.close()
    }
  })

  test.each([
    { glpi: '10.0', api: '/apirest.php', golden: 'glpi-10.0.19-customer.json' },
    { glpi: '11.0', api: '/api.php/v1', golden: 'glpi-11.0.2-customer.json' },
  ] as const)(
    'goes the same way on the customer’s page of GLPI $glpi',
    async ({ glpi, api, golden }) => {
      const sandbox = await openSandbox({ glpi, entities: 'apart' })
      const { url, close } = await serve(sandbox)
      const folder = await mkdtemp(join(tmpdir(), 'ipeos-'))
      try {
        const [fixtures = '', player = '', recording = ''] = ['fixtures.mjs', 'contract.mjs', golden].map((name) =>
          resolve(CONTRACT, 'customer', name),
        )
        // What the conversation needs is made as on a real server, by its administrator.
        await promisify(execFile)('node', [fixtures, url + api, 'apply', '--state', join(folder, 'state.json')])
        const words = [player, 'check', 'customer', '--url', url + api, '--golden', recording]
        const { stdout } = await promisify(execFile)('node', words).catch((failed) => failed)
        expect(stdout).toBe('228 passed, 0 failed\n')
      } finally {
        await close()
        await sandbox.close()
        await rm(folder, { recursive: true })
      }
    },
    60_000,
  )

  test.each([
    { glpi: '10.0', api: '/apirest.php', golden: 'glpi-10.0.14-v1.json' },
    { glpi: '11.0', api: '/api.php/v1', golden: 'glpi-11.0.6-v1.json' },
    { glpi: '11.0', api: '/apirest.php', golden: 'glpi-11.0.6-v1.json' },
  ] as const)('goes the same way with GLPI $glpi at $api', async ({ glpi, api, golden }) => {
    const sandbox = await openSandbox({ glpi })
    const { url, close } = await serve(sandbox)
    try {
      const player = resolve(CONTRACT, 'contract.mjs')
      const options = ['--url', url + api, '--golden', resolve(CONTRACT, golden)]
      const { stdout } = await promisify(execFile)('node', [player, 'check', 'v1', ...options]).catch(
        (failed) => failed,
      )
      expect(stdout).toBe('101 passed, 0 failed\n')
    } finally {
      await close()
      await sandbox.close()
    }
  })

  test.each([
    { glpi: '10.0', api: '/apirest.php', golden: 'glpi-10.0.19-customer.json' },
    { glpi: '11.0', api: '/api.php/v1', golden: 'glpi-11.0.2-customer.json' },
  ] as const)(
    'goes the same way about observers, places and equipment on GLPI $glpi',
    async ({ glpi, api, golden }) => {
      const sandbox = await openSandbox({ glpi, belongings: true })
      const { url, close } = await serve(sandbox)
      try {
        const [player, recording] = ['contract.mjs', golden].map((name) => resolve(CONTRACT, 'customer', name))
        const words = [player ?? '', 'check', 'customer', '--url', url + api, '--golden', recording ?? '']
        const { stdout } = await promisify(execFile)('node', words).catch((failed) => failed)
        const steps: Array<{ name: string }> = JSON.parse(readFileSync(recording ?? '', 'utf8'))
        const [from, to] = ['the ticket form', 'the place is changed later'].map((name) =>
          steps.findIndex((step) => step.name === name),
        )
        const differing = stdout.match(/(?<=✗ ).*/g) ?? []
        const ours = steps.slice(from, (to ?? 0) + 1).map(({ name }) => name)
        expect(ours.length).toBe(53)
        expect(ours.filter((name) => differing.includes(name))).toEqual([])
      } finally {
        await close()
        await sandbox.close()
      }
    },
  )
})
