import * as z from 'zod/mini'
import { contractLevels, includesTelephone } from '../itil/contract-level.ts'
import { emailAddress, longestEmailAddress } from '../itil/email-address.ts'
import { isCertificate } from './certificate.ts'
import { platformAddress } from './platform-address.ts'

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
const email = z.string().check(z.maxLength(longestEmailAddress), z.regex(emailAddress))
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
  releases: z.optional(page),
})

/** What an organisation hands to its people. Untrusted: none of it is fit for a terminal as it is. */
export type Organisation = z.infer<typeof organisationFile>
export type OrganisationContract = z.infer<typeof contract>

/** The organisation that was imported, as settings.json keeps it; undefined when there is none, or nonsense. */
export function keptOrganisation(kept: unknown): Organisation | undefined {
  const read = organisationFile.safeParse(kept)
  return read.success ? read.data : undefined
}
