import { Argument } from 'commander'
import { WrongUsage } from '../../errors/error.ts'
import type { Translate } from '../../i18n/translate.ts'
import { isSettingKey, type SettingKey, settingKeys } from '../../settings/setting.ts'
import { match } from '../choice/match.ts'

/** The argument `<key>`, one of the settings. */
export function settingArgument(t: Translate, others: readonly string[] = []): Argument {
  const argument = new Argument('<key>', t('config.argument.key'))
  argument.live = 'setting'
  return argument.argParser((text: string) => (others.includes(text) ? text : settingKey(text, others)))
}

function settingKey(text: string, others: readonly string[]): SettingKey {
  const wanted = text.trim().toLowerCase()
  if (isSettingKey(wanted)) return wanted
  const names = [...settingKeys, ...others].map((key) => ({ value: key, keys: [], names: [key] }))
  const found = match(text, names)
  const near = 'near' in found ? found.near.slice(0, 3) : 'ambiguous' in found ? found.ambiguous : [found.found]
  const error = new WrongUsage('unknown-setting', { key: text, keys: near.join(', ') })
  throw near.length > 0 ? error : error.withHint({ key: 'config.see-keys' })
}
