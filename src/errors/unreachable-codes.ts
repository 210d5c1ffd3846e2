import type { Codes } from './code.ts'

/** What keeps the platform, or another server, from being asked. */
export const unreachable = {
  // The request never left, or GLPI itself turned it back.
  'not-done': {
    'unknown-host': { says: 'platform.unknown-host', hint: 'platform.unknown-host.hint' },
    /** Names cannot be looked up at the moment, which is unlike one that does not exist. */
    'lookup-failed': { says: 'platform.unknown-host', hint: 'platform.unknown-host.hint' },
    'connection-refused': { says: 'platform.connection-refused', hint: 'platform.connection-refused.hint' },
    'no-route': { says: 'platform.no-route', hint: 'platform.no-route.hint' },
    'certificate-expired': { says: 'platform.certificate-expired', hint: 'platform.certificate-expired.hint' },
    'certificate-early': { says: 'platform.certificate-early', hint: 'platform.certificate-expired.hint' },
    'certificate-unknown': { says: 'platform.certificate-unknown', hint: 'platform.certificate-unknown.hint' },
    'certificate-wrong-host': { says: 'platform.certificate-wrong-host', hint: 'platform.certificate-wrong-host.hint' },
    'proxy-refused': { says: 'platform.proxy-refused', hint: 'platform.proxy-refused.hint' },
    'proxy-status': { says: 'doctor.seen.proxy-refused', hint: 'platform.proxy-refused.hint' },
    'proxy-silent': { says: 'doctor.seen.proxy-silent', hint: 'platform.proxy-refused.hint' },
    'api-off': { says: 'platform.api-off', hint: 'platform.api-off.hint' },
    'authorization-stripped': { says: 'platform.authorization-stripped', hint: 'platform.authorization-stripped.hint' },
    /** Of a page of its forms, which is only read. */
    'forms-down': {
      says: 'platform.server-error',
      hint: 'platform.server-error.hint',
      givesAgain: true,
    },
    'organisation-redirected': { says: 'organisation.redirected', hint: 'organisation.redirected.hint' },
    'organisation-refused': { says: 'organisation.refused' },
    'release-redirected': { says: 'version.redirected', hint: 'version.tell-organisation' },
    'release-refused': { says: 'version.refused', hint: 'version.tell-organisation' },
    'release-unclear': { says: 'version.unclear', hint: 'version.tell-organisation' },
  },
  // Whatever stands between may still hand it on, and the server still be at it.
  unknown: {
    'connection-cut': {
      says: 'platform.connection-cut',
      hint: 'platform.connection-cut.hint',
      givesAgain: true,
    },
    'not-http': { says: 'platform.not-http', hint: 'platform.not-http.hint' },
    'not-api': { says: 'platform.not-api', hint: 'platform.not-api.hint' },
    'not-api-titled': { says: 'platform.not-api-titled', hint: 'platform.not-api-titled.hint' },
    'broken-answer': {
      says: 'platform.broken-answer',
      hint: 'platform.broken-answer.hint',
      givesAgain: true,
    },
    'answer-too-big': { says: 'platform.answer-too-big', hint: 'platform.answer-too-big.hint' },
    'outsized-answer': { says: 'platform.outsized-answer', hint: 'platform.outsized-answer.hint' },
    'list-too-big': { says: 'platform.list-too-big', hint: 'platform.list-too-big.hint' },
    'endless-list': { says: 'platform.endless-list', hint: 'platform.endless-list.hint' },
    'server-error': {
      says: 'platform.server-error',
      hint: 'platform.server-error.hint',
      givesAgain: true,
    },
    'tls-failed': { says: 'platform.tls', hint: 'platform.tls.hint' },
    'too-many-requests': {
      says: 'platform.too-many-requests',
      hint: 'platform.too-many-requests.hint',
      givesAgain: true,
    },
    /** To what is no address of the web: there is no command that leads there. */
    'redirected-nowhere': { says: 'platform.redirected', hint: 'platform.not-api.hint' },
    redirected: { says: 'platform.redirected', hint: 'platform.redirected.hint' },
    'time-out': { says: 'platform.time-out', hint: 'platform.time-out.hint', givesAgain: true },
    'gateway-time-out': {
      says: 'platform.server-error',
      hint: 'platform.server-error.hint',
      givesAgain: true,
    },
    'network-failed': { says: 'platform.network', hint: 'platform.network.hint' },
    'password-unproven': { says: 'password-change.unproven', hint: 'password-change.unproven.hint' },
    'perhaps-saved': { says: 'new.perhaps-saved' },
    /** By a form that leaves no trace that this account sees: nothing tells whether the site has it. */
    'perhaps-submitted': { says: 'draft.perhaps-submitted' },
  },
} as const satisfies Codes
