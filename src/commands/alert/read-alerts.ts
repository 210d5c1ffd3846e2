import type { Context } from '../../app/context.ts'
import { IpeosError, WrongUsage } from '../../errors/error.ts'
import { decoded } from '../../files/decoded.ts'
import { parseJson } from '../../files/parse-json.ts'
import type { Alert } from './alert-form.ts'
import { alertOfWebhook, sourceOfWebhook } from './alertmanager.ts'
import { isObject, type Loose, wordAt } from './loose.ts'
import { type AlertMap, alertOfMap, itemsOf, mapOf, mapOfFile, plainMap } from './mapped.ts'
import { alertOfVariables, sourceOfVariables } from './nagios.ts'
import { alertOfZabbix, isOfZabbix, macrosOf } from './zabbix.ts'

export const alertFormats = ['auto', 'alertmanager', 'grafana', 'zabbix', 'nagios', 'icinga', 'json'] as const
export type AlertFormat = (typeof alertFormats)[number]

export interface ReadOptions {
  /** A path; stdin by default. */
  input?: string
  format?: AlertFormat
  map?: string[]
  mapFile?: string
}

/**
 * The alerts that monitoring gives: in variables, which its own commands have, else as JSON. What cannot be read becomes
 * an alert that says just that, with all of its text. Rejects with `WrongUsage` when nothing is given at all, and for a
 * map or a file that was mistyped.
 */
export async function readAlerts(options: ReadOptions, context: Context): Promise<Alert[]> {
  const map = options.map === undefined ? undefined : mapOf(options.map)
  const inVariables = options.input === undefined ? ofVariables(options.format ?? 'auto', context) : undefined
  if (inVariables) return [inVariables]
  const text = await textOf(options.input, context)
  if (text.trim() === '') throw new WrongUsage('alert-nothing')
  const usedMap = map ?? (await mapIn(options.mapFile, context))
  return ofPayload(parseJson(text), options.format ?? 'auto', usedMap, context) ?? [unreadable(text, context)]
}

function ofVariables(format: AlertFormat, { variables }: Context): Alert | undefined {
  const given = variables()
  const source = sourceOfVariables(given)
  if (source && (format === 'auto' || format === source)) return alertOfVariables(source, given)
  const ofZabbix = Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith('ZABBIX_')))
  const macros = macrosOf(ofZabbix)
  return (format === 'auto' || format === 'zabbix') && isOfZabbix(macros) ? alertOfZabbix(macros) : undefined
}

async function textOf(input: string | undefined, { terminal, files }: Context): Promise<string> {
  if (input === undefined || input === '-') {
    if (input === undefined && terminal.interactive) return ''
    return decoded(await terminal.readBytes()).text
  }
  const bytes = await files.read(input)
  if (!bytes) throw new WrongUsage('file-missing', { path: input })
  return decoded(bytes).text
}

/** A map that is gone, or damaged, since it was written down in a command keeps no alert from arriving. */
async function mapIn(path: string | undefined, { files, terminal, t }: Context): Promise<AlertMap | undefined> {
  if (path === undefined) return undefined
  try {
    const bytes = await files.read(path)
    if (!bytes) throw new WrongUsage('file-missing', { path })
    return mapOfFile(parseJson(decoded(bytes).text))
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    terminal.warn('alert.no-map', { reason: t(error.text) })
    return undefined
  }
}

/** Undefined where this is none of the forms that it may be. */
function ofPayload(
  payload: unknown,
  format: AlertFormat,
  map: AlertMap | undefined,
  context: Context,
): Alert[] | undefined {
  const isMeant = (...formats: AlertFormat[]) => formats.includes(format) || (format === 'auto' && !map)
  if (isObject(payload) && isMeant('alertmanager', 'grafana')) {
    const source = sourceOfWebhook(payload)
    if (source) return ofWebhook(payload, source, context)
  }
  if (isObject(payload) && isMeant('zabbix')) {
    const macros = macrosOf(payload)
    if (isOfZabbix(macros)) return [alertOfZabbix(macros)]
  }
  if (payload === undefined || !(format === 'json' || format === 'auto')) return undefined
  const items = itemsOf(payload, map ?? plainMap)
  const read = items.map((item) => alertOfMap(item, map ?? plainMap))
  if (read.every((alert) => alert === undefined)) return undefined
  return read.map((alert, index) => alert ?? unreadable(JSON.stringify(items[index], null, 2), context))
}

function ofWebhook(payload: Loose, source: 'alertmanager' | 'grafana', context: Context): Alert[] {
  const items = Array.isArray(payload.alerts) ? payload.alerts : []
  const cut = Number(wordAt(payload, 'truncatedAlerts') ?? 0)
  if (cut > 0) context.terminal.warn('alert.cut', { count: cut })
  return items.map(
    (item) => alertOfWebhook(item, payload, source) ?? unreadable(JSON.stringify(item, null, 2), context),
  )
}

/** All of them go to one ticket, while it is open: whoever looks at it sees what is wrong with the sending. */
function unreadable(text: string, { terminal, t }: Context): Alert {
  terminal.warn('alert.unreadable')
  return {
    ...{ source: 'text', state: 'firing', fingerprint: 'unreadable', facts: {} },
    title: t('alert.unreadable-title'),
    text: `${t('alert.unreadable-text')}\n\n${text}`,
  }
}
