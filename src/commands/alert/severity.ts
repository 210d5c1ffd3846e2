import type { Urgency } from '../../itil/ticket-words.ts'

const words: Record<Urgency, readonly string[]> = {
  'very-high': ['critical', 'crit', 'disaster', 'emergency', 'emerg', 'fatal', 'page', 'down', 'p1', 'sev1'],
  high: ['high', 'error', 'err', 'major', 'unreachable', 'p2', 'sev2'],
  medium: ['medium', 'warning', 'warn', 'average', 'minor', 'unknown', 'p3', 'sev3'],
  low: ['low', 'info', 'information', 'informational', 'notice', 'p4', 'sev4'],
  'very-low': ['very-low', 'debug', 'none', 'notclassified', 'p5', 'sev5'],
}

/** How urgent a severity is, in the words of Prometheus, Nagios and their like; undefined for one that nobody knows. */
export function urgencyOfSeverity(severity: string | undefined): Urgency | undefined {
  const said = severity?.toLowerCase().replace(/\s/g, '')
  const found = Object.entries(words).find(([, names]) => said !== undefined && names.includes(said))
  return found?.[0] as Urgency | undefined
}

const ofZabbix: readonly Urgency[] = ['very-low', 'very-low', 'low', 'medium', 'high', 'very-high']
const zabbixWords = ['notclassified', 'information', 'warning', 'average', 'high', 'disaster']

/** The same of Zabbix, by the number (0 to 5) or the word: there «warning» is less than «average». */
export function urgencyOfZabbix(severity: string | undefined): Urgency | undefined {
  const said = severity?.toLowerCase().replace(/\s/g, '') ?? ''
  return ofZabbix[/^[0-5]$/.test(said) ? Number(said) : zabbixWords.indexOf(said)] ?? urgencyOfSeverity(said)
}
