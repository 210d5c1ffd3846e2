import * as z from 'zod/mini'
import { MissingInformation, WrongUsage } from '../errors.ts'
import type { Message } from '../i18n/translate.ts'
import { contractLevels, includesTelephone } from '../itil/contract-level.ts'
import { isCertificate } from './certificate.ts'
import { type PlacedJson, readPlacedJson } from './json-place.ts'
import { platformAddress } from './platform-address.ts'
import { isNewer } from './private-file.ts'

const line = z.string().check(z.minLength(1), z.maxLength(200))
const lines = z.string().check(z.minLength(1), z.maxLength(2000))
/** Encrypted, but on this very machine. */
const page = z
  .string()
  .check(
    z.maxLength(500),
    z.regex(/^(https:\/\/[^\s@]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/[^\s@]*)?)$/),
    z.refine(isAddress),
  )
const email = z.string().check(z.maxLength(254), z.regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/))
const telephone = z.string().check(z.regex(/^\+?[\d ()./-]{4,30}$/))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

const contact = z.strictObject({ name: line, login: z.optional(line), email: z.optional(email) })

const contract = z
  .strictObject({
    number: line,
    name: line,
    level: z.enum(contractLevels),
    categories: z.optional(z.array(line).check(z.maxLength(200))),
    hours: z.optional(lines),
    telephone: z.optional(telephone),
    begins: z.optional(day),
    ends: z.optional(day),
    contact: z.optional(contact),
  })
  .check(
    z.refine(({ level, telephone: number }) => number === undefined || includesTelephone(level), {
      path: ['telephone'],
      error: 'level',
    }),
  )

function isAddress(text: string): boolean {
  return platformAddress(text) !== undefined
}

/** The file that an organisation hands to its people; schema/organisation.schema.json says the same. */
export const organisationFile = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  name: line,
  brand: z.optional(line),
  url: z.optional(page),
  ca: z.optional(z.string().check(z.maxLength(100_000), z.refine(isCertificate, 'certificate'))),
  recovery: z.optional(z.strictObject({ url: z.optional(page), email: z.optional(email) })),
  contact: z.optional(contact),
  contracts: z.optional(z.array(contract).check(z.maxLength(100))),
})

/** What an organisation hands to its people. Untrusted: none of it is fit for a terminal as it is. */
export type Organisation = z.infer<typeof organisationFile>
export type OrganisationContract = z.infer<typeof contract>

/** Reads an organisation's file. Throws wrong usage that says all that is wrong with it, and where; `origin` is its path or its address. */
export function readOrganisation(text: string, origin: string): Organisation {
  const json = readPlacedJson(text.replace(/^\ufeff/, ''))
  if ('brokenAt' in json) {
    const hint = { key: 'organisation.not-json.hint' } as const
    throw new WrongUsage('organisation.not-json', { origin, ...json.brokenAt }, { hint })
  }
  if (isNewer(json.value))
    throw new WrongUsage('organisation.newer', { origin }, { hint: { key: 'organisation.newer.hint' } })
  const read = organisationFile.safeParse(json.value)
  if (read.success) return read.data
  throw malformed(read.error.issues, json, origin)
}

/** The organisation that was imported, as settings.json keeps it; undefined when there is none, or nonsense. */
export function keptOrganisation(kept: unknown): Organisation | undefined {
  const read = organisationFile.safeParse(kept)
  return read.success ? read.data : undefined
}

/** More than these would hide the first. */
const mostTold = 8

function malformed(issues: readonly Issue[], json: GoodJson, origin: string): MissingInformation {
  const found = issues.flatMap((issue) => faultsOf(issue, json)).sort(asInFile)
  // An address may break two rules, and is told once.
  const faults = [...new Map(found.map((fault) => [JSON.stringify(fault), fault])).values()]
  const more = faults.length - mostTold
  const rest: Message[] = more > 0 ? [{ key: 'organisation.more-faults', parameters: { count: more } }] : []
  return new MissingInformation(
    { key: 'organisation.malformed', parameters: { origin } },
    [...faults.slice(0, mostTold), ...rest],
    { hint: { key: 'organisation.malformed.hint' } },
  )
}

type Issue = z.core.$ZodIssue
type GoodJson = Exclude<PlacedJson, { brokenAt: unknown }>

function asInFile({ parameters: one = {} }: Message, { parameters: other = {} }: Message): number {
  return Number(one.line) - Number(other.line) || Number(one.column) - Number(other.column)
}

/** What is wrong with a value, or with each of the names that no such file has. */
function faultsOf(issue: Issue, { value, placeOf }: GoodJson): Message[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => {
    const where = path.map(String).join('.') || '—'
    return { key: `organisation.${reasonOf(issue, isThere(value, path))}`, parameters: { where, ...placeOf(path) } }
  })
}

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce(
    (within: unknown, part) =>
      typeof within === 'object' && within !== null ? (within as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  )
  return found !== undefined
}

function reasonOf(issue: Issue, isGiven: boolean) {
  if (issue.code === 'unrecognized_keys') return 'unknown-key'
  if (!isGiven) return 'missing-key'
  if (issue.message === 'certificate') return 'not-a-certificate'
  if (issue.message === 'level') return 'telephone-below-gold'
  return expectedOf(issue)
}

/** What should stand there, by the name of the value. */
function expectedOf(issue: Issue) {
  const expected = issue.code === 'invalid_type' ? issue.expected : undefined
  if (expected === 'object') return 'wrong-object'
  switch (issue.path.at(-1)) {
    case 'level':
      return 'unknown-level'
    case 'version':
      return 'wrong-version'
    case 'url':
      return 'wrong-page'
    case 'email':
      return 'wrong-email'
    case 'telephone':
      return 'wrong-telephone'
    case 'begins':
    case 'ends':
      return 'wrong-day'
    case 'contracts':
    case 'categories':
      return 'wrong-list'
    default:
      return 'wrong-text'
  }
}
