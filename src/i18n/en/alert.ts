export const alert = {
  'alert.summary': 'bring an alert of your monitoring to its ticket',
  'alert.description':
    'Reads what Alertmanager, Grafana, Zabbix, Nagios or Icinga say, as JSON on standard input or in variables, and has one ticket for each problem: it is opened when the problem comes, what follows is added to it, and so is that it is over. Once the ticket is solved, the next alert opens a new one. An alert always arrives: what cannot be read opens a ticket with all of its text, and what cannot be sent now waits for “ipeos draft send --all”. It never asks. Prints the number of the ticket of each alert; exit code 7 when some were not sent but wait, 1 when one could neither be sent nor kept. Recipes for each program: docs/monitoring.md.',
  'alert.option.input': 'a file in the place of standard input',
  'alert.option.format': 'of what form it is; auto, by default, looks at variables first, then at JSON',
  'alert.option.about': 'the equipment it is about: its name, Computer:3, or this-machine',
  'alert.option.map':
    'where title, text, fingerprint, state, severity, alerts stand in a JSON of your own (title=.check.name,alerts=.items), and what states say that it is over (recovered=ok|closed); several times',
  'alert.option.map-file': 'the same from a file, a JSON object of those names',
  'alert.option.accept-recovery':
    'when the problem is over and a solution waits on its ticket, accept it, which closes the ticket',
  'alert.option.dedupe-every':
    'an alert that says the same sooner than this (1h, 30m) after the last one is counted, not sent; the next one tells how many',
  'alert.option.urgency':
    'of the tickets that are opened; by default that of the severity: critical and down are very high, error high, warning medium, info low',
  'alert.option.dry-run': 'show what each alert says and what would become of it; send nothing',
  'alert.option.json': 'what became of each alert: fingerprint, action, ticket…; or only these fields (a,b,c)',

  'alert.nothing': 'No alert came: nothing on standard input, and none of the variables of monitoring is set.',
  'alert.nothing-hint':
    'Give JSON (Alertmanager, Grafana, Zabbix, or your own with --map) on standard input or with --input FILE, or set NAGIOS_NOTIFICATIONTYPE… (Nagios), NOTIFICATIONTYPE… (Icinga), ZABBIX_EVENT_ID… (Zabbix).',
  'alert.bad-map': '--map: “{text}” does not say where something stands.',
  'alert.map-hint': 'As title=.check.name,fingerprint=.check.id,state=.status; a path is .name, .list[0] or ."a name".',
  'alert.bad-path': '“{text}” is no path.',
  'alert.no-map': 'The map cannot be used: {reason}',
  'alert.unreadable':
    'This is no alert as Alertmanager, Grafana or Zabbix send it, nor as the map says: a ticket takes it as it is.',
  'alert.unreadable-title': 'Alert that could not be read',
  'alert.unreadable-text': 'Monitoring sent this, and “ipeos alert” could not read it:',
  'alert.untitled': 'Alert',
  'alert.none': 'No alert in there: nothing to do.',
  'alert.cut': '{count, plural, one {# alert was} other {# alerts were}} cut off before they came (max_alerts).',
  'alert.too-many':
    'More than {most, number} alerts at once: the first ones go each to its own ticket, the other {count, number} together into one that lists them.',
  'alert.too-many-title': 'Too many alerts at once: {count, number} more',
  'alert.too-many-text':
    'Monitoring sent so many alerts at once that only the first {most, number} went each to its own ticket. The other {count, plural, one {one is} other {# are}} listed here, one a line.',
  'alert.too-many-over': 'over',
  'alert.recovered': 'The problem is over, monitoring says.',
  'alert.no-ticket': 'No ticket of this problem is open: there is nothing to add to.',
  'alert.ticket-over': 'Ticket no. {id} of this problem is closed: there is nothing to add to.',
  'alert.ticket-solved':
    'Ticket no. {id} of this problem is solved, and a word would refuse its solution: nothing is written there. With --accept-recovery a solution that waits is accepted.',
  'alert.not-sent': 'Not sent: {title}. {reason}',
  'alert.left': '{count, plural, one {# of {all} alerts was} other {# of {all} alerts were}} not sent.',
  'alert.wait': '{count, plural, one {One alert waits} other {# alerts wait}}: ipeos draft send --all',
  'alert.lost': 'Lost: {title}. {reason}',
  'alert.all-lost':
    '{all, plural, one {The alert} other {{count} of {all} alerts}} could neither be sent nor kept: lost, unless monitoring says it again.',
  'alert.all-lost-hint': 'Name a folder where alerts may wait: IPEOS_STATE_DIR=/var/lib/ipeos',
  'alert.left-hint': 'They wait on this computer; to send them: ipeos draft send --all',
  'alert.would.open': 'A ticket would be opened.',
  'alert.would.add': 'It would be added to ticket no. {id}.',
  'alert.would.leave-out': 'Ticket no. {id} heard of it a short while ago: it would be left out.',
  'alert.would.accept': 'The solution that waits on ticket no. {id} would be accepted.',
  'alert.would.nothing': 'No ticket of this problem is open: nothing would be done.',

  'alert.fact.severity': 'Severity:',
  'alert.fact.since': 'Since:',
  'alert.fact.until': 'Over since:',
  'alert.fact.host': 'Host:',
  'alert.fact.author': 'By:',
  'alert.fact.labels': 'Labels:',
  'alert.fact.values': 'Values:',
  'alert.fact.source': 'Source:',
  'alert.fact.dashboard': 'Dashboard:',
  'alert.fact.silence': 'To silence it:',
  'alert.fact.runbook': 'What to do:',
} as const
