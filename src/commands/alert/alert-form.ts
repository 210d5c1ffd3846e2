import type { MessageKey, Translate } from '../../i18n/translate.ts'
import type { Urgency } from '../../itil/ticket-words.ts'
import { plain } from '../../terminal/sanitize.ts'

/** Who raises alerts, as `--format` names them; `text` is what nobody could read. */
export const alertSources = ['alertmanager', 'grafana', 'zabbix', 'nagios', 'icinga', 'json', 'text'] as const
export type AlertSource = (typeof alertSources)[number]

/** What an alert tells of its problem: that it is there, that it is over, or something else about it. */
export const alertStates = ['firing', 'recovered', 'note'] as const
export type AlertState = (typeof alertStates)[number]

export const factNames = [
  'severity',
  'since',
  'until',
  'host',
  'author',
  'labels',
  'values',
  'source',
  'dashboard',
  'silence',
  'runbook',
] as const
type FactName = (typeof factNames)[number]

/** One alert, of whatever monitoring. */
export interface Alert {
  source: AlertSource
  state: AlertState
  /** What tells its problem from all others of this source. */
  fingerprint: string
  title: string
  /** In the words of whoever wrote it; may be empty. */
  text: string
  urgency?: Urgency | undefined
  facts: Partial<Record<FactName, string | undefined>>
}

/** Characters: GLPI’s titles hold 255. */
const longestTitle = 250

/** Its title on a line, as a ticket can bear it. */
export function titleOf({ title }: Pick<Alert, 'title'>, t: Translate): string {
  const characters = [...plain(title).replace(/\s+/g, ' ').trim()]
  if (characters.length === 0) return t('alert.untitled')
  return characters.length <= longestTitle ? characters.join('') : `${characters.slice(0, longestTitle).join('')}…`
}

/** All that it says, for people. */
export function textOf({ state, title, text, facts }: Alert, t: Translate): string {
  const told = cut(plain(text, { multiline: true }).trim(), t)
  const head = state === 'recovered' ? [t('alert.recovered')] : []
  const lines = factNames.flatMap((name) => factLine(name, facts[name], t))
  const said = told === '' ? titleOf({ title }, t) : told
  return [...head, said, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
}

const longestFact = 2_000

/** Characters: a ticket takes more, and nobody reads as much. */
const longestText = 100_000

function cut(text: string, t: Translate): string {
  const left = text.length - longestText
  return left > 0 ? `${text.slice(0, longestText)}\n${t('file.left-out', { left })}` : text
}

function factLine(name: FactName, value: string | undefined, t: Translate): string[] {
  const said = plain(value ?? '')
    .trim()
    .slice(0, longestFact)
  if (said === '') return []
  const key: MessageKey = `alert.fact.${name}`
  return [`${t(key)} ${said}`]
}
