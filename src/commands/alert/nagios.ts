import { hostname } from 'node:os'
import type { Alert, AlertState } from './alert-form.ts'
import { urgencyOfSeverity } from './severity.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** Whether the variables are those of Nagios (`enable_environment_macros`), or of a notification command of Icinga 2. */
export function sourceOfVariables(variables: Variables): 'nagios' | 'icinga' | undefined {
  if (variables.NAGIOS_NOTIFICATIONTYPE) return 'nagios'
  return variables.NOTIFICATIONTYPE ? 'icinga' : undefined
}

/**
 * The macros of Nagios begin with `NAGIOS_`, those of Icinga 2 as its own commands name them with nothing. `ownName`: of
 * this computer.
 */
export function alertOfVariables(source: 'nagios' | 'icinga', variables: Variables, ownName = hostname()): Alert {
  const start = source === 'nagios' ? 'NAGIOS_' : ''
  const said = (...names: string[]): string | undefined =>
    names.map((name) => variables[start + name]?.trim()).find((value) => value !== undefined && value !== '')
  const service = said('SERVICENAME', 'SERVICEDESC', 'SERVICEDISPLAYNAME')
  const kind = service === undefined ? 'HOST' : 'SERVICE'
  const state = said(`${kind}STATE`)
  const type = said('NOTIFICATIONTYPE') ?? 'PROBLEM'
  const host = said('HOSTDISPLAYNAME', 'HOSTALIAS', 'HOSTNAME')
  const output = [said(`${kind}OUTPUT`), long(said(`LONG${kind}OUTPUT`))].filter(Boolean).join('\n')
  const comment = said('NOTIFICATIONCOMMENT')
  const shown = said('SERVICEDISPLAYNAME', 'SERVICEDESC', 'SERVICENAME')
  const alertState = stateOf(type, state)
  return {
    source,
    state: alertState,
    fingerprint: [hostOf(source, said, ownName), service].filter(Boolean).join('!'),
    title: [[host, shown].filter(Boolean).join(' / '), state].filter(Boolean).join(': '),
    text: [alertState === 'note' ? type : '', output, comment].filter(Boolean).join('\n\n'),
    urgency: urgencyOfSeverity(state),
    facts: {
      severity: state,
      since: said('LONGDATETIME'),
      host: said('HOSTADDRESS'),
      author: comment === undefined ? undefined : said('NOTIFICATIONAUTHORNAME', 'NOTIFICATIONAUTHOR'),
      source: said(`${kind}ACTIONURL`, `${kind}NOTESURL`),
    },
  }
}

/**
 * What tells hosts apart: their name; how they are shown may be changed. A shell sets HOSTNAME too, to its own: where a
 * command of Icinga says the others alone, these are it.
 */
function hostOf(
  source: 'nagios' | 'icinga',
  said: (...names: string[]) => string | undefined,
  ownName: string,
): string | undefined {
  const name = said('HOSTNAME')
  const isOfShell = source === 'icinga' && name === ownName
  return isOfShell ? (said('HOSTALIAS', 'HOSTDISPLAYNAME') ?? name) : (name ?? said('HOSTALIAS', 'HOSTDISPLAYNAME'))
}

/** Nagios writes line ends as two characters. */
function long(output: string | undefined): string | undefined {
  return output?.replaceAll('\\n', '\n')
}

/** Acknowledgements, downtimes and the end of flapping are no problem of their own. */
function stateOf(type: string, state: string | undefined): AlertState {
  const isFine = state !== undefined && /^(ok|up)$/i.test(state)
  const kind = type.toUpperCase()
  if (kind === 'RECOVERY' || kind === 'OK') return 'recovered'
  if (kind === 'PROBLEM') return isFine ? 'recovered' : 'firing'
  if (kind === 'FLAPPINGSTART' || (kind === 'CUSTOM' && !isFine)) return 'firing'
  return 'note'
}
