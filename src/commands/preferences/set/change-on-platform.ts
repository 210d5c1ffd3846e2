import type { Context } from '../../../app/context.ts'
import { type IpeosError, NotAllowed, WrongUsage } from '../../../errors/error.ts'
import type { PlatformPreferences, PreferenceChanges } from '../../../glpi/platform.ts'
import { settings } from '../../../settings/setting.ts'
import { wrongValue } from '../../../settings/setting-value.ts'
import { match } from '../../choice/match.ts'
import { readPreferences } from '../read-preferences.ts'

/** Changes language and address on the platform where it takes them, else on this computer; says which. */
export async function changeOnPlatform(changes: PreferenceChanges, context: Context): Promise<void> {
  const { terminal, t } = context
  const reading = await readPreferences(context, { patient: true })
  if ('refusal' in reading) return keepHere(changes, reading.refusal, context)
  const { kept } = reading
  const language = changes.language === undefined ? undefined : offered(changes.language, kept)
  const platform = await context.platform()
  try {
    const sent = { ...changes, ...(language ? { language: language.code } : {}) }
    await terminal.during(t('preferences.sending'), platform.preferences.change(sent))
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    return keepHere(changes, error, context)
  }
  if (language) await tellLanguage(language, context)
  if (changes.email !== undefined) await tellEmail(changes.email, context)
}

type Offered = PlatformPreferences['languages'][number]

/** ipeos speaks the same language from then on, where it can. */
async function tellLanguage({ code, name }: Offered, { terminal, configuration, t }: Context): Promise<void> {
  const ours = settings.language.kind.read(shortOf(code))
  if (ours) await configuration.keep({ language: ours })
  terminal.done(ours ? 'preferences.done.both' : 'preferences.done.platform', {
    name: t('preferences.label.language'),
    value: `${name} (${code})`,
  })
}

/** An address of this computer would go on coming first. */
async function tellEmail(email: string, { terminal, configuration, t }: Context): Promise<void> {
  if (configuration.isKept('email')) await configuration.keep({ email: undefined })
  terminal.done('preferences.done.platform', { name: t('preferences.label.email'), value: email })
}

async function keepHere({ language, email }: PreferenceChanges, refusal: IpeosError, context: Context): Promise<void> {
  const { terminal, configuration, t } = context
  const ours = language === undefined ? undefined : settings.language.kind.read(shortOf(language))
  if (language !== undefined && ours === undefined)
    throw wrongValue(settings.language.kind, { origin: 'language', value: language })
  await configuration.keep({ ...(ours ? { language: ours } : {}), ...(email === undefined ? {} : { email }) })
  terminal.remark('preferences.only-here', { reason: t(refusal.text) })
  if (ours) terminal.done('preferences.done.here', { name: t('preferences.label.language'), value: ours })
  if (email !== undefined) terminal.done('preferences.done.here', { name: t('preferences.label.email'), value: email })
}

/** The language that is meant by its code (`fr_FR`, `fr`) or its name. Throws `WrongUsage` that names those there are. */
function offered(text: string, { languages }: PlatformPreferences): Offered {
  const usual = new Map(languages.toSorted(lessUsualFirst).map(({ code }) => [shortOf(code), code]))
  const found = match(
    text.replace('-', '_'),
    languages.map((one) => ({
      value: one,
      keys: [one.code, ...(usual.get(shortOf(one.code)) === one.code ? [shortOf(one.code)] : [])],
      names: [one.name],
    })),
  )
  if ('found' in found) return found.found
  const near = 'near' in found ? found.some : found.ambiguous
  const byName = new Map(languages.map(({ code, name }) => [name, code]))
  const said = near.map((name) => (isRightToLeft(name) ? (byName.get(name) ?? name) : name))
  throw new WrongUsage('unknown-language', { value: text, languages: said.join(', ') })
}

/** Such a name turns round the line that it stands in. */
function isRightToLeft(name: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name)
}

/** Of `fr_CA` and `fr_FR`, `fr` means the latter; `en` is as Europe writes it. */
function lessUsualFirst(one: Offered, other: Offered): number {
  return Number(isUsual(one)) - Number(isUsual(other))
}

function isUsual({ code }: Offered): boolean {
  const [language = '', country = ''] = code.toLowerCase().split('_')
  return language === country || code === 'en_GB'
}

/** `fr` of `fr_FR`. */
function shortOf(code: string): string {
  return code.split(/[_-]/)[0]?.toLowerCase() ?? ''
}
