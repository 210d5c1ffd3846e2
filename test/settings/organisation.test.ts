import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { MissingInformation } from '../../src/errors/error.ts'
import { keptOrganisation, organisationFile } from '../../src/settings/organisation.ts'
import { readOrganisation } from '../../src/settings/read-organisation.ts'
import { organisation } from '../support/organisation.ts'

/** A schema without what is for people, and without the one rule that goes across two fields. */
function forMachines(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forMachines)
  if (typeof schema !== 'object' || schema === null) return schema
  const told = Object.entries(schema).filter(
    ([key, value]) => !(['description', 'title', 'if', 'then'].includes(key) && typeof value !== 'undefined'),
  )
  return Object.fromEntries(told.map(([key, value]) => [key, forMachines(value)]))
}

test('the JSON Schema that is shipped says what ipeos checks', () => {
  const shipped: unknown = JSON.parse(readFileSync('schema/organisation.schema.json', 'utf8'))
  expect(forMachines(shipped)).toEqual(z.toJSONSchema(organisationFile, { io: 'input' }))
})

test('the schema says too that a telephone is for gold and above', () => {
  const { properties } = JSON.parse(readFileSync('schema/organisation.schema.json', 'utf8'))
  expect(properties.contracts.items).toMatchObject({
    if: { required: ['telephone'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { level: { enum: ['gold', 'platinum'] } } },
  })
})

test('a whole file is read as it is, and so is the least one', () => {
  expect(readOrganisation(JSON.stringify(organisation), 'o.json')).toEqual(organisation)
  expect(readOrganisation('\ufeff{"version": 1, "name": "ACME"}', 'o.json')).toEqual({ version: 1, name: 'ACME' })
})

function refusal(text: string): { key?: string; parameters?: unknown; lines?: unknown; exitCode?: number } {
  try {
    readOrganisation(text, 'o.json')
    return {}
  } catch (error) {
    const { text: told, lines, exitCode } = error as MissingInformation
    return { ...told, lines, exitCode }
  }
}

test.each([
  ['', 'organisation.not-json', 1, 1],
  ['<!DOCTYPE html>', 'organisation.not-json', 1, 1],
  ['{\n  "version": 1,\n  "name": oups\n}', 'organisation.not-json', 3, 11],
  ['{"version": 1, "name": "A"} {}', 'organisation.not-json', 1, 29],
  ['{"version": 1, "name": "A",}', 'organisation.not-json', 1, 28],
  [`${'['.repeat(100_000)}`, 'organisation.not-json', 1, 52],
])('%j is not JSON from a place on', (text, key, line, column) => {
  expect(refusal(text)).toMatchObject({ exitCode: 2, key, parameters: { origin: 'o.json', line, column } })
})

const with_ = (changes: object) => JSON.stringify({ version: 1, name: 'A', ...changes }, null, 1)
const contract = { number: '1', name: 'C', level: 'gold' }

test.each([
  [with_({ telefone: '1' }), 'unknown-key', 'telefone', 4],
  [with_({ name: undefined }), 'missing-key', 'name', 1],
  [with_({ name: '' }), 'wrong-text', 'name', 3],
  [with_({ url: 'http://ipeos.example' }), 'wrong-page', 'url', 4],
  [with_({ url: 'https://alice:secret@ipeos.example' }), 'wrong-page', 'url', 4],
  [with_({ url: 'https://[' }), 'wrong-page', 'url', 4],
  [with_({ url: 'javascript:alert(1)' }), 'wrong-page', 'url', 4],
  [with_({ ca: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }), 'not-a-certificate', 'ca', 4],
  [with_({ contracts: 'x' }), 'wrong-list', 'contracts', 4],
  [with_({ contracts: [{ ...contract, ends: '31/12/2027' }] }), 'wrong-day', 'contracts.0.ends', 9],
  [
    with_({ contracts: [{ ...contract, level: 'gold', telephone: 'x' }] }),
    'wrong-telephone',
    'contracts.0.telephone',
    9,
  ],
  [with_({ version: 'x' }), 'wrong-version', 'version', 2],
  [with_({ recovery: { email: 'nobody' } }), 'wrong-email', 'recovery.email', 5],
  [with_({ contracts: [contract, { ...contract, level: 'or' }] }), 'unknown-level', 'contracts.1.level', 13],
  [with_({ contracts: [{ ...contract, number: undefined }] }), 'missing-key', 'contracts.0.number', 5],
  [
    with_({ contracts: [{ ...contract, level: 'silver', telephone: '01 02 03 04 05' }] }),
    'telephone-below-gold',
    'contracts.0.telephone',
    9,
  ],
  ['[]', 'wrong-object', '—', 1],
])('%j is wrong somewhere (%s)', (text, reason, where, line) => {
  expect(refusal(text)).toMatchObject({
    exitCode: 2,
    key: 'organisation.malformed',
    parameters: { origin: 'o.json' },
    lines: [{ key: `organisation.${reason}`, parameters: { where, line } }],
  })
})

test('all that is wrong is told at once, unless there is too much of it', () => {
  const unknown = Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`x${number}`, number]))
  const { lines } = refusal(with_({ name: 3, contact: { name: 'B', email: 'nobody' }, ...unknown }))
  expect(lines).toMatchObject([
    { key: 'organisation.wrong-text', parameters: { where: 'name' } },
    { key: 'organisation.wrong-email', parameters: { where: 'contact.email' } },
    { key: 'organisation.unknown-key', parameters: { where: 'x0' } },
    ...Array.from({ length: 5 }, () => ({ key: 'organisation.unknown-key' })),
    { key: 'organisation.more-faults', parameters: { count: 14 } },
  ])
})

test('a file of a later version is told as such, whatever else it holds', () => {
  expect(refusal('{"version": 2, "novelty": true}')).toMatchObject({ exitCode: 2, key: 'organisation.newer' })
})

test('what settings.json keeps of an organisation is not trusted either', () => {
  expect([keptOrganisation(organisation)?.name, keptOrganisation({ name: 1 }), keptOrganisation(undefined)]).toEqual([
    'IPEOS-WTC',
    undefined,
    undefined,
  ])
})

test('faults are told in the order of the file', () => {
  const text = '{"version": 1,\n "contracts": [{"number": "1", "name": "C", "level": "or"}],\n "nom": "A"}'
  const lines = refusal(text).lines as Array<{ parameters: { line: number; column: number } }>
  const places = lines.map(({ parameters: { line, column } }) => line * 1000 + column)
  expect(places.length).toBeGreaterThan(2)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})
