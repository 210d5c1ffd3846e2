import { integer, maybe, oneOf, type RecordOf, shape, text } from './shape.ts'

/** What became of an alert: `nothing` where no ticket of its problem is open, `kept` where it waits to be sent. */
const alertActions = ['opened', 'added', 'left-out', 'recovered', 'accepted', 'nothing', 'kept', 'failed'] as const
export type AlertAction = (typeof alertActions)[number]

export const alertShape = shape({
  name: 'alert',
  fields: {
    fingerprint: text,
    source: oneOf(['alertmanager', 'grafana', 'zabbix', 'nagios', 'icinga', 'json', 'text']),
    state: oneOf(['firing', 'recovered', 'note']),
    title: text,
    action: oneOf(alertActions),
    ticket: maybe(integer),
    /** Why it was not brought to its end. */
    error: maybe(text),
  },
  list: true,
})

export type AlertRecord = RecordOf<typeof alertShape>
