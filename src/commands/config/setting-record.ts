import type { Translate } from '../../i18n/translate.ts'
import type { Configuration } from '../../settings/configuration.ts'
import { type Setting, type SettingKey, settings } from '../../settings/setting.ts'
import type { SettingRecord } from '../../views/setting.ts'

/** A setting as it is in this call. */
export function settingRecord(key: SettingKey, configuration: Configuration, t: Translate): SettingRecord {
  const { kind, flag, variable, usual }: Setting = settings[key]
  const { value, source, origin } = configuration.inForce(key)
  return {
    key,
    value: value ?? null,
    source,
    origin: origin ?? null,
    default: usual ?? null,
    kind: kind.name,
    values: kind.choices ?? null,
    flag: flag ?? null,
    variable: variable ?? null,
    about: t(`setting.about.${key}`),
    wrong: configuration.wrong(key) ?? null,
  }
}
