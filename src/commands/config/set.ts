import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { platformAddress } from '../../settings/platform-address.ts'
import { type Setting, type SettingKey, settings } from '../../settings/setting.ts'
import { type SettingValue, wrongValue } from '../../settings/setting-value.ts'
import { described, knowValues } from '../command-facts.ts'
import { settingArgument } from './setting-argument.ts'

export function addConfigSet(config: Command, context: Context, run = setSetting): void {
  const { t } = context
  const command = described(config.command('set'), 'config.set', t)
    .addArgument(settingArgument(t))
    .argument('<value>', t('config.argument.value'))
    .action((key: SettingKey, value: string) => run(key, value, context))
  knowValues(command, { value: 'setting-value' }).examples = [
    'ipeos config set language fr',
    'ipeos config set page-length 50',
    'ipeos config set columns id,status,title',
  ]
}

/** Keeps a value that makes sense, and says so when something else still comes before it. */
async function setSetting(key: SettingKey, text: string, context: Context): Promise<void> {
  const { terminal, configuration, t } = context
  const value = await valueFor(key, text, context)
  const { shownText } = await import('../../views/setting.ts')
  await configuration.keep({ [key]: value })
  terminal.done('config.set.done', { key, value: shownText(value, t) })
  if (key === 'url' && isBareWord(text)) terminal.warn('config.set.bare-host', { host: text.trim() })
  const { source, origin = '' } = configuration.inForce(key)
  if (source === 'flag' || source === 'environment') terminal.warn('config.overridden', { origin })
}

async function valueFor(key: SettingKey, text: string, context: Context): Promise<SettingValue> {
  const { kind }: Setting = settings[key]
  const value = kind.read(text)
  if (value === undefined) throw wrongValue(kind, { origin: key, value: text })
  if (key === 'columns') await knownColumns(text)
  return key === 'ca' ? certificateFile(text, context) : value
}

/** `intranet` may be the name of a computer, but is more often a slip. */
function isBareWord(address: string): boolean {
  const { url = 'sandbox' } = platformAddress(address) ?? {}
  if (url === 'sandbox') return false
  const { hostname } = new URL(url)
  return !/[.:]/.test(hostname) && hostname !== 'localhost'
}

async function knownColumns(names: string): Promise<void> {
  const [{ fieldsOf }, { ticketShape }] = await Promise.all([
    import('../../records/chosen-fields.ts'),
    import('../../records/ticket/ticket.ts'),
  ])
  fieldsOf(names, Object.keys(ticketShape.fields))
}

/** The whole path of a file that holds a certificate: one may be elsewhere when it is read. */
async function certificateFile(path: string, { files }: Context): Promise<string> {
  const [check, text, { isCertificate }] = await Promise.all([
    files.check(path),
    files.readText(path),
    import('../../settings/certificate.ts'),
  ])
  if ('problem' in check) throw check.problem
  if (!isCertificate(text)) throw new WrongUsage('not-a-certificate', { path })
  return check.fullPath
}
