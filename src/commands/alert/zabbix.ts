import type { Alert, AlertState } from './alert-form.ts'
import { digest, type Loose, wordAt } from './loose.ts'
import { urgencyOfZabbix } from './severity.ts'

/** Values by the macros of Zabbix without signs: `eventid` of `{EVENT.ID}`, `event_id`, `ZABBIX_EVENT_ID`. */
export type Macros = Readonly<Record<string, string>>

/** The macros of the parameters of a webhook, or of the variables of a script; those that Zabbix left as they were are none. */
export function macrosOf(values: Loose): Macros {
  const found = Object.keys(values).flatMap((name) => {
    const value = wordAt(values, name)
    const isExpanded = value !== undefined && !/^\{[A-Z0-9.]+\}$/.test(value) && value !== '*UNKNOWN*'
    const plainName = name
      .toLowerCase()
      .replace(/^zabbix_/, '')
      .replace(/[^a-z0-9]/g, '')
    return isExpanded ? [[plainName, value] as const] : []
  })
  return Object.fromEntries(found)
}

export function isOfZabbix(macros: Macros): boolean {
  const { eventid, eventvalue, triggerid, alertsubject, subject } = macros
  const isEvent = eventid !== undefined || eventvalue !== undefined || triggerid !== undefined
  return isEvent && (alertsubject ?? subject ?? macros.eventname ?? macros.triggername) !== undefined
}

export function alertOfZabbix(macros: Macros): Alert {
  const { alertsubject, subject, alertmessage, message, eventname, triggername } = macros
  const { eventid, triggerid, hostname, host = hostname, hosthost = host } = macros
  const severity = macros.eventseverity ?? macros.triggerseverity ?? macros.severity
  const title = eventname ?? triggername ?? alertsubject ?? subject ?? ''
  return {
    source: 'zabbix',
    state: stateOf(macros),
    // A trigger is one problem, however often it comes back; the events of one that has no trigger are one each.
    fingerprint: triggerid ?? eventid ?? digest(`${hosthost ?? ''} ${title}`),
    title: host !== undefined && !title.includes(host) ? `${host}: ${title}` : title,
    text: alertmessage ?? message ?? alertsubject ?? subject ?? '',
    urgency: urgencyOfZabbix(macros.eventnseverity ?? macros.triggernseverity ?? severity),
    facts: {
      severity,
      since: [macros.eventdate, macros.eventtime].filter(Boolean).join(' '),
      until: [macros.eventrecoverydate, macros.eventrecoverytime].filter(Boolean).join(' '),
      host,
      author: macros.eventupdateuser ?? macros.userfullname,
      labels: macros.eventtags,
      values: macros.eventopdata,
      source: macros.triggerurl,
    },
  }
}

/** An update (acknowledged, commented) tells nothing new of the problem itself. */
function stateOf({ eventvalue, eventupdatestatus, eventstatus, triggerstatus, eventrecoveryid }: Macros): AlertState {
  if (eventupdatestatus === '1') return 'note'
  const status = (eventstatus ?? triggerstatus ?? '').toUpperCase()
  if (eventvalue !== undefined) return eventvalue === '0' ? 'recovered' : 'firing'
  return status === 'RESOLVED' || status === 'OK' || eventrecoveryid !== undefined ? 'recovered' : 'firing'
}
