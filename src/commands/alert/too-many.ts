import type { Translate } from '../../i18n/translate.ts'
import { urgencies } from '../../itil/ticket-words.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Alert, titleOf } from './alert-form.ts'

/** So many alerts of one payload are brought each to its own ticket: who raises more has one problem, not thousands. */
const mostAlerts = 1_000

/** Characters of a text that lists alerts: a ticket takes it whole. */
const longestList = 50_000
/** Characters. */
const longestFact = 200

/**
 * The alerts, the first ones as they are, and those that are too many put together into one: a line each, in as many
 * texts as that takes, all of one key, so that they are one ticket, and those of the next payload go there too.
 */
export function withinBounds(
  alerts: Alert[],
  {
    terminal,
    t,
  }: { terminal: { warn(key: 'alert.too-many', parameters: { count: number; most: number }): void }; t: Translate },
  most = mostAlerts,
): Alert[] {
  const rest = alerts.slice(most)
  if (rest.length === 0) return alerts
  const count = rest.length
  terminal.warn('alert.too-many', { count, most })
  const highest = Math.max(...rest.map(({ urgency }) => (urgency ? urgencies.indexOf(urgency) : -1)))
  const listed = lists(rest.map((alert) => lineOf(alert, t))).map(
    (list): Alert => ({
      ...{ source: 'text', state: 'firing', fingerprint: 'too-many', facts: {} },
      title: t('alert.too-many-title', { count }),
      text: `${t('alert.too-many-text', { count, most })}\n\n${list}`,
      urgency: urgencies[highest],
    }),
  )
  return [...alerts.slice(0, most), ...listed]
}

function lineOf(alert: Alert, t: Translate): string {
  const { state, source, fingerprint, facts } = alert
  const over = state === 'recovered' ? t('alert.too-many-over') : undefined
  const said = [over, titleOf(alert, t), facts.severity, facts.host ?? facts.labels, `${source} ${fingerprint}`]
  return `- ${said.flatMap((word) => (word ? [onALine(word)] : [])).join(' · ')}`
}

function onALine(word: string): string {
  return plain(word).replace(/\s+/g, ' ').trim().slice(0, longestFact)
}

function lists(lines: string[]): string[] {
  const found: string[][] = [[]]
  let length = 0
  for (const line of lines) {
    if (length > 0 && length + line.length > longestList) {
      found.push([])
      length = 0
    }
    found.at(-1)?.push(line)
    length += line.length + 1
  }
  return found.map((part) => part.join('\n'))
}
