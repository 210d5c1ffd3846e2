import type { Translate } from '../i18n/translate.ts'
import type { OpeningHours } from '../itil/contract.ts'
import { includesTelephone } from '../itil/contract-level.ts'
import type { ContactSheet, SheetContract } from '../itil/information-sheet.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Column, table } from '../terminal/table.ts'
import { cards, narrowWindow } from './layout/cards.ts'
import { type Field, filled, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'

/** Contracts, the level and the end of each. */
export function contractTable(contracts: SheetContract[], look: Look): string {
  const { style, t, width } = look
  if (width < narrowWindow && !style.plain)
    return cards(
      contracts.map((one) => contractLines(one, look)),
      width,
    )
  const columns: Column[] = [
    { head: t('contract.number'), cells: contracts.map(({ number }) => plain(number)), paint: style.bold },
    { head: t('contract.name'), cells: contracts.map(({ name }) => plain(name)), minWidth: 20 },
    { head: t('contract.level'), cells: contracts.map((one) => levelWord(one, t)), dropRank: 2 },
    { head: t('contract.ends'), cells: contracts.map((one) => endWord(one, look)), dropRank: 1, paint: style.dim },
  ]
  return table(columns, width, style)
}

function contractLines(contract: SheetContract, look: Look): string[] {
  const { style, t } = look
  const level = levelWord(contract, t)
  const end = endWord(contract, look)
  return [
    [style.bold(plain(contract.number)), level].filter(Boolean).join(' · '),
    plain(contract.name),
    end ? style.dim(`${t('contract.ends')} ${end}`) : '',
  ]
}

/** All that is known of a contract. */
export function viewContract(contract: SheetContract, look: Look): string {
  const { style, t } = look
  const { number, name, begins, categories, telephone, contact, notes } = contract
  const fields = filled([
    [t('contract.number'), style.bold(plain(number))],
    [t('contract.name'), plain(name)],
    [t('contract.level'), levelWord(contract, t)],
    [t('contract.begins'), dayWord(begins, look)],
    [t('contract.ends'), endWord(contract, look)],
    [t('contract.categories'), categories?.map((category) => plain(category)).join('\n') ?? t('contract.all')],
    [t('contract.hours'), hoursWord(contract, t)],
    [t('contract.telephone'), includesTelephone(contract.level) ? plain(telephone ?? '') : ''],
    [t('contract.contact'), contactWord(contact, t)],
    [t('contract.notes'), plain(notes ?? '', { multiline: true })],
  ])
  return viewFields(fields, look)
}

/** How support is reached: the platform first, as the manual has it; by telephone from gold on. */
export function viewContact(sheet: ContactSheet, platform: string, look: Look): string {
  const { style, t } = look
  const { organisation, contracts, loggedOut = false } = sheet
  const { brand, contact, recovery } = organisation ?? {}
  const reach = contracts.flatMap((contract): Field[] => {
    const { number, name, level, telephone } = contract
    const calls = includesTelephone(level) && telephone ? [style.bold(plain(telephone))] : []
    const lines = [`${plain(name)} (${levelWord(contract, t) || plain(number)})`, hoursWord(contract, t), ...calls]
    return [[plain(number), lines.filter(Boolean).join('\n')]]
  })
  const fields = filled([
    [t('organisation.brand'), brand && plain(brand)],
    [t('contract.platform'), platform === 'sandbox' ? t('whoami.sandbox') : plain(platform)],
    [t('contact.request'), [...(loggedOut ? ['ipeos login'] : []), 'ipeos ticket new'].join('\n')],
    [t('contract.telephone'), contracts.length === 0 && t('contact.telephone')],
    [t('contract.contact'), contactWord(contact, t)],
    [t('organisation.recovery'), recoveryWord(recovery) || (contracts.length === 0 && 'ipeos account recover')],
  ])
  return viewFields([...fields, ...reach], look)
}

function recoveryWord(recovery: NonNullable<ContactSheet['organisation']>['recovery']): string {
  const { url, email } = recovery ?? {}
  return [url, email]
    .filter((one) => one !== undefined)
    .map((one) => plain(one))
    .join('\n')
}

function levelWord({ level }: SheetContract, t: Translate): string {
  return level ? t(`word.level.${level}`) : ''
}

function dayWord(day: string | undefined, { dates }: Look): string {
  return day ? dates.day(new Date(`${day}T12:00:00`)) : ''
}

function endWord({ ends }: SheetContract, look: Look): string {
  const { t, dates } = look
  const day = dayWord(ends, look)
  return ends !== undefined && ends < dates.iso(dates.now).slice(0, 10) ? t('contract.over', { day }) : day
}

function hoursWord({ hours = [] }: SheetContract, t: Translate): string {
  if (typeof hours === 'string') return plain(hours, { multiline: true })
  return hours.map(({ days, from, to }: OpeningHours) => t(`contract.hours.${days}`, { from, to })).join('\n')
}

function contactWord(contact: SheetContract['contact'], t: Translate): string {
  const { name, login, email } = contact ?? {}
  const parts = [name, login && t('contract.contact-login', { login }), email]
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plain(part ?? ''))
    .join('\n')
}
