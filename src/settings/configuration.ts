import { join } from 'node:path'
import type { Holder } from '../files/lock.ts'
import { withoutRehearsal } from './account/saved-account.ts'
import { type InForce, inForce, languageOfCall, type SettingsOrigin, withoutWrong } from './resolve.ts'
import { type SettingKey, settings, textUnder, unknownKeys, withSetting } from './setting.ts'
import type { SettingValue } from './setting-value.ts'
import { updateSettingsFile } from './settings-file.ts'

/** What is kept for good in settings.json, and what is in force in this call. */
export interface Configuration {
  /** settings.json. */
  readonly path: string
  /** What a setting is in this call, and who says so. */
  inForce(key: SettingKey): InForce
  /** The text of settings.json that makes no sense under this key; undefined when it does, or says nothing. */
  wrong(key: SettingKey): string | undefined
  /** What the files of settings hold under names that no setting has. */
  unknown(): Array<{ path: string; key: string }>
  /** Keeps a value in settings.json; undefined forgets it. Rejects with `Failed` when nothing can be written. */
  keep(values: Partial<Record<SettingKey, SettingValue | undefined>>): Promise<void>
  /** Whether settings.json says something under this key. */
  isKept(key: SettingKey): boolean
  /** Keeps what an organisation hands out, in the place of the former one; undefined forgets it. Rejects as `keep`. */
  keepOrganisation(organisation: object | undefined): Promise<void>
}

/** The configuration of one call. `origin.file` is settings.json as it stands, wrong values and all. */
export function openConfiguration(origin: SettingsOrigin, holder?: Holder): Configuration {
  const { folders } = origin
  const wrong = (key: SettingKey): string | undefined => {
    const text = textUnder(origin.file, key)
    return text && settings[key].kind.read(text) === undefined ? text : undefined
  }
  const path = join(folders.config, 'settings.json')
  const files = [...(origin.file ? [{ path, data: origin.file }] : []), ...(origin.machine ? [origin.machine] : [])]
  return {
    path,
    wrong,
    unknown: () => files.flatMap(({ path, data }) => unknownKeys(data).map((key) => ({ path, key }))),
    isKept: (key) => textUnder(origin.file, key) !== undefined,
    inForce: (key) => {
      const given: SettingsOrigin = {
        ...origin,
        file: origin.file && withoutWrong(origin.file),
        machine: origin.machine && { ...origin.machine, data: withoutWrong(origin.machine.data) },
      }
      return key === 'language' ? languageOfCall(given) : inForce(key, given)
    },
    keep: async (values) => {
      const change = (data: NonNullable<SettingsOrigin['file']>) =>
        (Object.entries(values) as Array<[SettingKey, SettingValue | undefined]>).reduce(
          (changed, [key, value]) => withSetting(changed, key, value),
          'url' in values ? withoutRehearsal(data) : data,
        )
      await updateSettingsFile(folders.config, change, holder)
    },
    keepOrganisation: async (organisation) => {
      await updateSettingsFile(
        folders.config,
        ({ organisation: _former, ...data }) => (organisation ? { ...data, organisation } : data),
        holder,
      )
    },
  }
}
