import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { PlatformPreferences, PreferenceChanges } from '../../../glpi/platform.ts'
import { folded } from '../../../i18n/folded.ts'
import { languages } from '../../../i18n/translate.ts'
import type { PreferenceName } from '../../../records/preference.ts'
import { type Setting, settings } from '../../../settings/setting.ts'
import { type SettingValue, wrongValue } from '../../../settings/setting-value.ts'
import { languageName, preferenceText } from '../../../views/preference.ts'
import { textOf } from '../../../views/setting.ts'
import { readPreferences } from '../read-preferences.ts'
import { changeOnPlatform } from './change-on-platform.ts'

/** What is to change; a language as the person said it. */
export type Changes = Partial<Record<PreferenceName, SettingValue | undefined>>

/** A value that makes sense. Throws `WrongUsage` before anything is sent. */
export async function checked(name: PreferenceName, text: string): Promise<Changes> {
  // Which languages there are, the platform says.
  if (name === 'language') return { language: languageCalled(text.trim()) }
  const { kind }: Setting = settings[name]
  const value = kind.read(text)
  if (value === undefined) throw wrongValue(kind, { origin: name, value: text })
  if (name === 'columns') await knownColumns(text)
  return { [name]: value }
}

/** `fr` of «français», whoever says it in whatever of our languages; another one as it is. */
function languageCalled(text: string): string {
  const isCalled = (code: string) => languages.some((speaking) => folded(languageName(code, speaking)) === folded(text))
  return languages.find(isCalled) ?? text
}

async function knownColumns(names: string): Promise<void> {
  const [{ fieldsOf }, { ticketShape }] = await Promise.all([
    import('../../../records/chosen-fields.ts'),
    import('../../../records/ticket/ticket.ts'),
  ])
  fieldsOf(names, Object.keys(ticketShape.fields))
}

/** Asks for these, each with what it is now; gives what changed. */
export async function askPreferences(names: readonly PreferenceName[], context: Context): Promise<Changes> {
  const needsPlatform = names.some((name) => name === 'language' || name === 'email')
  const reading = needsPlatform ? await readPreferences(context) : undefined
  const kept = reading && 'kept' in reading ? reading.kept : undefined
  let changes: Changes = {}
  for (const name of names) changes = { ...changes, ...(await ask(name, kept, context)) }
  return changes
}

async function ask(name: PreferenceName, kept: PlatformPreferences | undefined, context: Context): Promise<Changes> {
  const { prompts, configuration, t } = context
  const message = t(`preferences.ask.${name}`)
  const here = configuration.inForce(name).value
  if (name === 'language') {
    const offered = kept?.languages.map(({ code, name: said }) => ({ name: said, value: code })) ?? []
    const choices = offered.length > 0 ? offered : languages.map((code) => ({ name: code, value: code as string }))
    const now = kept?.language ?? String(here)
    const question = { message, choices, default: now }
    const chosen = choices.length > 8 ? await prompts.search(question) : await prompts.select(question)
    return chosen === now ? {} : { language: chosen }
  }
  if (name === 'notify') {
    const now = here === true
    const chosen = await prompts.confirm({ message, default: now })
    return chosen === now ? {} : { notify: chosen }
  }
  const known = here ?? (name === 'email' ? kept?.email : undefined)
  const now = known === undefined ? '' : textOf(known)
  const answer = await prompts.input({
    message,
    ...(now ? { default: now } : {}),
    validate: (text) => isRight(name, text, context),
  })
  if (answer.trim() === now) return {}
  return answer.trim() === '' ? { [name]: undefined } : checked(name, answer)
}

async function isRight(name: PreferenceName, text: string, { t }: Context): Promise<true | string> {
  if (text.trim() === '') return true
  try {
    await checked(name, text)
    return true
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    const { text: shown, hint } = error
    return [shown, hint]
      .map((one) => (one ? t(one) : ''))
      .join(' ')
      .trim()
  }
}

/** Language and address go to the platform where it takes them; says of each where it is kept. */
export async function changePreferences(changes: Changes, context: Context): Promise<void> {
  const { terminal, configuration, t } = context
  if (Object.keys(changes).length === 0) return terminal.note('preferences.done.same')
  const { language, email, ...local } = changes
  const others: Changes = 'email' in changes && email === undefined ? { ...local, email } : local
  const there = { ...textUnder('language', language), ...textUnder('email', email) }
  if (Object.keys(there).length > 0) await changeOnPlatform(there, context)
  for (const [name, value] of Object.entries(others) as Array<[PreferenceName, SettingValue | undefined]>) {
    await configuration.keep({ [name]: value })
    const shown = preferenceText({ name, value: value ?? null }, t)
    terminal.done('preferences.done.here', { name: t(`preferences.label.${name}`), value: shown })
  }
}

function textUnder<Name extends 'language' | 'email'>(name: Name, value: SettingValue | undefined): PreferenceChanges {
  return typeof value === 'string' ? { [name]: value } : {}
}
