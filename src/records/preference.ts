import type { PlatformPreferences } from '../glpi/platform.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Configuration } from '../settings/configuration.ts'
import { settingValue } from './setting.ts'
import { oneOf, type RecordOf, shape, text } from './shape.ts'

export const preferenceNames = ['language', 'email', 'notify', 'page-length', 'columns'] as const
export type PreferenceName = (typeof preferenceNames)[number]

/** What a person prefers, and where it is kept: on the platform, or on this computer. */
export const preferenceShape = shape({
  name: 'preference',
  fields: { name: oneOf(preferenceNames), value: settingValue, where: oneOf(['platform', 'here']), about: text },
  columns: ['name', 'value', 'where'],
  list: true,
})

export type PreferenceRecord = RecordOf<typeof preferenceShape>

/** All of them, with what the platform keeps, where that is known: this computer's address comes before the platform's, as it does for a new ticket. */
export function preferenceRecords(
  kept: PlatformPreferences | undefined,
  configuration: Configuration,
  t: Translate,
): PreferenceRecord[] {
  return preferenceNames.map((name) => {
    const about = t(`preferences.about.${name}`)
    const here = configuration.inForce(name).value ?? null
    const there = name === 'language' || (name === 'email' && here === null) ? kept?.[name] : undefined
    if (there !== undefined) return { name, value: there, where: 'platform', about }
    return { name, value: here, where: 'here', about }
  })
}
