import type { Alert } from './alert-form.ts'
import { digest, isObject, type Loose, objectAt, pairs, wordAt, wordsIn } from './loose.ts'
import { urgencyOfSeverity } from './severity.ts'

/** Whether this is what Alertmanager sends to a webhook, or Grafana, which does it nearly alike. */
export function sourceOfWebhook(payload: Loose): 'alertmanager' | 'grafana' | undefined {
  if (!Array.isArray(payload.alerts)) return undefined
  if ('orgId' in payload || ('title' in payload && 'state' in payload)) return 'grafana'
  return 'groupKey' in payload || 'receiver' in payload || 'groupLabels' in payload ? 'alertmanager' : undefined
}

/** One of the alerts of a payload; undefined for what is none. */
export function alertOfWebhook(item: unknown, payload: Loose, source: 'alertmanager' | 'grafana'): Alert | undefined {
  if (!isObject(item)) return undefined
  const labels = objectAt(item, 'labels')
  const annotations = objectAt(item, 'annotations')
  const severity = wordAt(labels, 'severity') ?? wordAt(labels, 'priority')
  const name = wordAt(labels, 'alertname') ?? wordAt(payload, 'title')
  const where = wordAt(labels, 'instance') ?? wordAt(labels, 'host')
  const isOver = (wordAt(item, 'status') ?? wordAt(payload, 'status')) === 'resolved'
  return {
    source,
    state: isOver ? 'recovered' : 'firing',
    fingerprint: wordAt(item, 'fingerprint') ?? digestOf(item, labels),
    title: wordAt(annotations, 'summary') ?? wordAt(annotations, 'title') ?? [name, where].filter(Boolean).join(' — '),
    text: wordAt(annotations, 'description') ?? wordAt(annotations, 'message') ?? '',
    urgency: urgencyOfSeverity(severity),
    facts: {
      severity,
      since: momentAt(item, 'startsAt'),
      until: isOver ? momentAt(item, 'endsAt') : undefined,
      labels: pairs(labels),
      values: pairs(objectAt(item, 'values')) || wordAt(item, 'valueString'),
      source: wordAt(item, 'generatorURL'),
      dashboard: wordAt(item, 'panelURL') ?? wordAt(item, 'dashboardURL'),
      silence: isOver ? undefined : wordAt(item, 'silenceURL'),
      runbook: wordAt(annotations, 'runbook_url'),
    },
  }
}

/** Of the labels, name by name: `a="1, b=2"` is another problem than `a="1", b="2"`. */
function digestOf(item: Loose, labels: Loose): string {
  const words = wordsIn(labels)
  return digest(JSON.stringify(words.length > 0 ? words : item))
}

/** Go’s moment of nothing is year 1. */
function momentAt(item: Loose, name: string): string | undefined {
  const moment = wordAt(item, name)
  return moment?.startsWith('0001-') ? undefined : moment
}
