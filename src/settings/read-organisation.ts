import type * as z from 'zod/mini'
import { MissingInformation, WrongUsage } from '../errors/error.ts'
import { isNewer } from '../files/private-file.ts'
import type { Message } from '../i18n/translate.ts'
import { type PlacedJson, readPlacedJson } from './json-place.ts'
import { type Organisation, organisationFile } from './organisation.ts'

/** Reads an organisation's file. Throws wrong usage that says all that is wrong with it, and where; `origin` is its path or its address. */
export function readOrganisation(text: string, origin: string): Organisation {
  const json = readPlacedJson(text.replace(/^\ufeff/, ''))
  if ('brokenAt' in json) throw new WrongUsage('organisation-not-json', { origin, ...json.brokenAt })
  if (isNewer(json.value)) throw new WrongUsage('organisation-newer', { origin })
  const read = organisationFile.safeParse(json.value)
  if (read.success) return read.data
  throw malformed(read.error.issues, json, origin)
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
    'organisation-malformed',
    { origin },
    { lines: [...faults.slice(0, mostTold), ...rest] },
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
    case 'releases':
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
