import { X509Certificate } from 'node:crypto'
import type { Translate } from '../i18n/translate.ts'
import type { Organisation, OrganisationContract } from '../settings/organisation.ts'
import { asciiAddress } from '../settings/platform-address.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Field, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'

/** What an organisation's file says, and, where that is something else, what counts now. */
export function viewOrganisation(organisation: Organisation, now: Partial<Organisation>, look: Look): string {
  const { style, t } = look
  const parts: Array<[label: string, of: (one: Partial<Organisation>) => string | undefined]> = [
    [t('organisation.name'), ({ name }) => name],
    [t('organisation.brand'), ({ brand }) => brand],
    [t('organisation.platform'), ({ url }) => url && asciiAddress(url)],
    [t('organisation.authority'), ({ ca }) => ca && authorityOf(ca)],
    [
      t('organisation.recovery'),
      ({ recovery }) => joined([recovery?.url && asciiAddress(recovery.url), recovery?.email], ', '),
    ],
    [t('organisation.contact'), ({ contact }) => joined([contact?.name, contact?.login, contact?.email], ', ')],
    [
      t('organisation.contracts'),
      ({ contracts }) =>
        joined(
          (contracts ?? []).map((one) => contractLine(one, t)),
          '\n',
        ),
    ],
    [t('organisation.releases'), ({ releases }) => releases && asciiAddress(releases)],
  ]
  const fields = parts.flatMap(([label, of]): Field[] => {
    const [given, before] = [of(organisation), of(now)]
    if (given === undefined && before === undefined) return []
    const value = given === undefined ? t('organisation.nothing') : plain(given, { multiline: true })
    const changes = before !== undefined && before !== given
    const formerly = changes
      ? `\n${style.dim(t('organisation.now', { value: plain(before, { multiline: true }) }))}`
      : ''
    return [[label, value + formerly]]
  })
  return `\n${viewFields(fields, look)}\n`
}

function contractLine({ number, name, level }: OrganisationContract, t: Translate): string {
  return `${number}, ${name} (${t(`word.level.${level}`)})`
}

/** Whose authority it is, and until when: what a person can compare. */
function authorityOf(pem: string): string {
  const { subject, validTo, fingerprint256 } = new X509Certificate(pem)
  return `${subject.split('\n').join(', ')} (${validTo})\nSHA-256 ${fingerprint256}`
}

function joined(parts: Array<string | undefined>, separator: string): string | undefined {
  return parts.filter(Boolean).join(separator) || undefined
}
