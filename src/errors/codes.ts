import type { MessageKey } from '../i18n/translate.ts'

/**
 * What became of a write that failed so. `not-done`: it had no effect, for certain: GLPI itself said no, or nothing of it
 * ever left. `done`: it had, at least in part. `unknown`: it may have had, or the server may still be at it.
 */
export type Fate = 'not-done' | 'done' | 'unknown'

/** What a person is told of a code; both sentences take the parameters of the error. */
export interface Sentences {
  says: MessageKey
  /** The one next thing to do, where it is always the same. */
  hint?: MessageKey
}

/** The codes of a class of errors, by the fate of a write that fails so. */
export type Codes = { readonly [fate in Fate]?: Readonly<Record<string, Sentences>> }

/** Every code of a table, whatever its fate. */
export type CodeOf<Some extends Codes> = { [fate in keyof Some]-?: keyof NonNullable<Some[fate]> & string }[keyof Some]

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
    'organisation-redirected': { says: 'organisation.redirected', hint: 'organisation.redirected.hint' },
    'organisation-refused': { says: 'organisation.refused' },
  },
  // Whatever stands between may still hand it on, and the server still be at it.
  unknown: {
    'connection-cut': { says: 'platform.connection-cut', hint: 'platform.connection-cut.hint' },
    'not-http': { says: 'platform.not-http', hint: 'platform.not-http.hint' },
    'not-api': { says: 'platform.not-api', hint: 'platform.not-api.hint' },
    'not-api-titled': { says: 'platform.not-api-titled', hint: 'platform.not-api-titled.hint' },
    'broken-answer': { says: 'platform.broken-answer', hint: 'platform.broken-answer.hint' },
    'answer-too-big': { says: 'platform.answer-too-big', hint: 'platform.answer-too-big.hint' },
    'outsized-answer': { says: 'platform.outsized-answer', hint: 'platform.outsized-answer.hint' },
    'list-too-big': { says: 'platform.list-too-big', hint: 'platform.list-too-big.hint' },
    'endless-list': { says: 'platform.endless-list', hint: 'platform.endless-list.hint' },
    'server-error': { says: 'platform.server-error', hint: 'platform.server-error.hint' },
    'tls-failed': { says: 'platform.tls', hint: 'platform.tls.hint' },
    'too-many-requests': { says: 'platform.too-many-requests', hint: 'platform.too-many-requests.hint' },
    /** To what is no address of the web: there is no command that leads there. */
    'redirected-nowhere': { says: 'platform.redirected', hint: 'platform.not-api.hint' },
    redirected: { says: 'platform.redirected', hint: 'platform.redirected.hint' },
    'time-out': { says: 'platform.time-out', hint: 'platform.time-out.hint' },
    'gateway-time-out': { says: 'platform.server-error', hint: 'platform.server-error.hint' },
    'network-failed': { says: 'platform.network', hint: 'platform.network.hint' },
    'perhaps-saved': { says: 'new.perhaps-saved' },
  },
} as const satisfies Codes

export const failed = {
  'not-done': {
    refused: { says: 'platform.refused', hint: 'platform.refused.hint' },
    'refused-silently': { says: 'platform.refused-silently', hint: 'platform.refused.hint' },
    'too-big-for-server': { says: 'platform.too-big-for-server', hint: 'platform.too-big-for-server.hint' },
    'upload-too-big': { says: 'platform.file-too-big', hint: 'platform.file-too-big.hint' },
    'upload-type': { says: 'platform.file-type', hint: 'platform.file-type.hint' },
    'upload-type-or-size': { says: 'platform.file-type-or-size', hint: 'platform.file-type-or-size.hint' },
    'upload-refused': { says: 'platform.file-refused', hint: 'platform.file-refused.hint' },
    'upload-changed': { says: 'platform.file-changed', hint: 'platform.file-changed.hint' },
    'upload-unreadable': { says: 'platform.file-unreadable', hint: 'platform.file-unreadable.hint' },
    'notifications-off': { says: 'platform.notifications-off', hint: 'platform.notifications-off.hint' },
    'wrong-reset-token': { says: 'platform.reset-token', hint: 'platform.reset-token.hint' },
    'old-platform': { says: 'platform.too-old', hint: 'platform.too-old.hint' },
    'wrong-ca-file': { says: 'platform.ca-file', hint: 'platform.ca-file.hint' },
    'preferences-unchanged': { says: 'preferences.unchanged', hint: 'preferences.unchanged.hint' },
    'ticket-closed': { says: 'write.closed', hint: 'write.closed-hint' },
    'no-solution': { says: 'write.no-solution', hint: 'write.no-solution-hint' },
    'reservation-not-made': { says: 'reservation.not-made', hint: 'reservation.not-made.hint' },
    'slot-taken': { says: 'reservation.taken' },
    'none-attached': { says: 'attach.none-sent' },
    'none-exported': { says: 'export.none', hint: 'export.go-on' },
    'none-imported': { says: 'import.all-refused', hint: 'draft.kept' },
    'too-many-tickets': { says: 'watch.too-many', hint: 'watch.too-many-hint' },
    'too-much-to-watch': { says: 'watch.too-much', hint: 'watch.too-many-hint' },
    'damaged-file': { says: 'file.damaged', hint: 'file.damaged-hint' },
    'draft-in-use': { says: 'draft.in-use', hint: 'draft.in-use-hint' },
    'no-turn': { says: 'draft.no-turn', hint: 'draft.in-use-hint' },
    'import-in-use': { says: 'import.in-use', hint: 'draft.in-use-hint' },
    'import-unkept': { says: 'import.unkept', hint: 'import.unkept.hint' },
    'import-broken': { says: 'import.broken' },
    'settings-newer': { says: 'settings.newer', hint: 'settings.newer.hint' },
    'settings-corrupt': { says: 'settings.unreadable', hint: 'settings.unreadable.hint' },
    'secrets-corrupt': { says: 'settings.corrupt', hint: 'settings.corrupt-secrets.hint' },
    'secrets-readable': { says: 'settings.secrets-readable', hint: 'settings.secrets-readable.hint' },
    'not-ours': { says: 'settings.not-ours', hint: 'settings.file-trouble.hint' },
    'open-to-others': { says: 'settings.open-to-others', hint: 'settings.file-trouble.hint' },
    'keychain-absent': { says: 'settings.keychain-absent', hint: 'settings.keychain.hint' },
    'keychain-locked': { says: 'settings.keychain-locked', hint: 'settings.keychain-locked.hint' },
    'keychain-silent': { says: 'settings.keychain-silent', hint: 'settings.keychain.hint' },
    'keychain-denied': { says: 'settings.keychain-denied', hint: 'settings.keychain.hint' },
    'keychain-broken': { says: 'settings.keychain-broken', hint: 'settings.keychain.hint' },
    'no-editor': { says: 'terminal.no-editor', hint: 'terminal.no-editor-hint' },
    'no-catalogue': { says: 'catalog.none-here', hint: 'catalog.none-here.hint' },
    'form-page-failed': { says: 'form.page-failed' },
    'form-page-unknown': { says: 'form.page-unknown' },
    'forms-no-cookie': { says: 'form.no-cookie' },
    'editor-failed': { says: 'terminal.editor-failed', hint: 'terminal.editor-failed-hint' },
    'completion-missing': { says: 'completion.missing', hint: 'completion.missing-hint' },
    'no-sandbox-folder': { says: 'sandbox.no-folder', hint: 'sandbox.no-folder-hint' },
    'sandbox-in-use': { says: 'sandbox.in-use', hint: 'sandbox.in-use-hint' },
    'sandbox-corrupt': { says: 'sandbox.corrupt', hint: 'sandbox.corrupt-hint' },
    'port-taken': { says: 'sandbox.port-taken', hint: 'sandbox.port-hint' },
    'port-refused': { says: 'sandbox.port-refused', hint: 'sandbox.port-hint' },
    'old-node': { says: 'doctor.seen.old-node', hint: 'doctor.repair.node' },
    'alert-lost': { says: 'alert.all-lost', hint: 'alert.all-lost-hint' },
    'full-disk': { says: 'doctor.seen.full-disk', hint: 'settings.file-trouble.hint' },
    'unwritable-folder': { says: 'doctor.seen.unwritable', hint: 'settings.file-trouble.hint' },
  },
  unknown: {
    // Success whose answer makes no sense to us, and a refusal that bears no code of GLPI's.
    'unexpected-answer': { says: 'platform.unexpected-answer', hint: 'platform.unexpected-answer.hint' },
    'refused-by-whom': { says: 'platform.refused-silently', hint: 'platform.refused.hint' },
    // What is known of a send could not be kept on this computer, which says nothing of the send.
    'cannot-write-file': { says: 'file.cannot-write', hint: 'file.cannot-write-hint' },
    'settings-locked': { says: 'settings.locked', hint: 'settings.locked.hint' },
    'cannot-read-settings': { says: 'settings.cannot-read', hint: 'settings.file-trouble.hint' },
    'cannot-write-settings': { says: 'settings.cannot-write', hint: 'settings.file-trouble.hint' },
    'machine-settings-open': { says: 'settings.machine-open', hint: 'settings.machine-open.hint' },
    'home-closed': { says: 'settings.home-closed', hint: 'settings.home-closed.hint' },
    'no-home': { says: 'settings.no-home', hint: 'settings.no-home.hint' },
  },
} as const satisfies Codes

export const notFound = {
  'not-done': {
    'not-found': { says: 'platform.not-found' },
    'ticket-not-found': { says: 'platform.ticket-not-found', hint: 'platform.ticket-not-found.hint' },
    'article-not-found': { says: 'platform.article-not-found', hint: 'platform.article-not-found.hint' },
    'document-not-found': { says: 'platform.document-not-found', hint: 'platform.document-not-found.hint' },
    'reservation-not-found': { says: 'platform.reservation-not-found', hint: 'platform.reservation-not-found.hint' },
    'profile-not-found': { says: 'role.no-profile', hint: 'role.no-profile.hint' },
    'entity-not-found': { says: 'role.no-entity', hint: 'role.no-entity.hint' },
    'unknown-profile': { says: 'role.unknown-profile', hint: 'role.no-profile.hint' },
    'unknown-entity': { says: 'role.unknown-entity', hint: 'role.no-entity.hint' },
    'unknown-account': { says: 'account.unknown', hint: 'account.see-list' },
    'no-contract': { says: 'contract.none', hint: 'contract.none.hint' },
    'unknown-contract': { says: 'contract.unknown', hint: 'contract.near' },
    'no-documents': { says: 'download.none', hint: 'download.none-hint' },
    'unknown-document': { says: 'download.unknown', hint: 'download.by-number-hint' },
    'no-article-documents': { says: 'faq.no-documents', hint: 'faq.see-on-web' },
    'unknown-form': { says: 'catalog.unknown', hint: 'catalog.unknown.hint' },
    'unknown-article': { says: 'faq.unknown', hint: 'platform.article-not-found.hint' },
    'draft-not-found': { says: 'draft.not-found', hint: 'draft.see-list' },
    'no-draft-to-resume': { says: 'draft.none-to-resume', hint: 'draft.see-list' },
    'import-not-found': { says: 'import.not-found' },
    'no-import-left': { says: 'import.nothing-left' },
    'no-items': { says: 'reservation.no-items', hint: 'reservation.no-items-hint' },
    'unknown-item': { says: 'reservation.unknown-item', hint: 'reservation.near-items' },
    'organisation-not-there': { says: 'organisation.not-there' },
  },
} as const satisfies Codes

export const notLoggedIn = {
  'not-done': {
    'wrong-password': { says: 'platform.wrong-password', hint: 'platform.wrong-password.hint' },
    'wrong-token': { says: 'platform.wrong-token', hint: 'platform.wrong-token.hint' },
    'credentials-off': { says: 'platform.credentials-off', hint: 'platform.credentials-off.hint' },
    'session-refused': { says: 'platform.session-refused', hint: 'platform.session-refused.hint' },
    'app-token-missing': { says: 'platform.app-token-missing', hint: 'platform.app-token-missing.hint' },
    'app-token-wrong': { says: 'platform.app-token-wrong', hint: 'platform.app-token-wrong.hint' },
    'not-logged-in': { says: 'settings.not-logged-in', hint: 'settings.not-logged-in.hint' },
    'not-logged-in-sandbox': { says: 'settings.not-logged-in-sandbox', hint: 'settings.not-logged-in-sandbox.hint' },
    'logged-in-elsewhere': { says: 'settings.not-logged-in', hint: 'settings.logged-in-elsewhere.hint' },
    'no-such-account': { says: 'settings.no-such-account', hint: 'settings.not-logged-in.hint' },
    'no-account': { says: 'account.none' },
  },
} as const satisfies Codes

export const notAllowed = {
  'not-done': {
    'not-allowed': { says: 'platform.not-allowed', hint: 'platform.not-allowed.hint' },
    'address-refused': { says: 'platform.address-refused', hint: 'platform.address-refused.hint' },
    'contract-not-allowed': { says: 'contract.not-allowed', hint: 'contract.not-allowed.hint' },
    'opens-none': { says: 'write.opens-none', hint: 'write.read-only-hint' },
    'read-only': { says: 'write.read-only', hint: 'write.read-only-hint' },
    'no-create': { says: 'doctor.seen.no-create', hint: 'doctor.repair.no-create' },
    observer: { says: 'write.observer', hint: 'write.no-solution-hint' },
    'ticket-fixed': { says: 'platform.ticket-fixed', hint: 'write.written-hint' },
    'not-settable': { says: 'platform.not-settable', hint: 'write.written-hint' },
    'ticket-solved': { says: 'write.solved', hint: 'write.solved-hint' },
    'edit-written': { says: 'edit.written', hint: 'write.written-hint' },
    'edit-written-by': { says: 'edit.written-by', hint: 'write.written-hint' },
    'cancel-written': { says: 'cancel.written', hint: 'write.written-hint' },
    'cancel-written-by': { says: 'cancel.written-by', hint: 'write.written-hint' },
    'followup-refused': { says: 'platform.followup-refused', hint: 'platform.followup-refused.hint' },
    'document-refused': { says: 'platform.document-refused', hint: 'platform.document-refused.hint' },
    'preferences-hidden': { says: 'preferences.hidden', hint: 'preferences.hidden.hint' },
    'no-reservation': { says: 'platform.no-reservation', hint: 'platform.no-reservation.hint' },
    'forms-refused': { says: 'catalog.refused', hint: 'catalog.refused.hint' },
    'calendar-hidden': { says: 'platform.calendar-hidden', hint: 'platform.calendar-hidden.hint' },
    'reservation-stays': { says: 'platform.reservation-stays', hint: 'platform.reservation-stays.hint' },
    'reservation-somebody-elses': {
      says: 'reservation.somebody-elses',
      hint: 'platform.reservation-not-found.hint',
    },
    'reservation-not-mine': { says: 'reservation.not-mine', hint: 'platform.reservation-not-found.hint' },
  },
} as const satisfies Codes

export const partlyDone = {
  done: {
    'some-attached': { says: 'attach.some-sent' },
    /** By --jq or --template: what the command was to do is done. */
    'output-not-filtered': { says: 'output.not-filtered', hint: 'output.not-filtered.hint' },
    'some-downloaded': { says: 'download.some', hint: 'download.again' },
    'some-article-documents': { says: 'faq.some-documents', hint: 'faq.see-on-web' },
    'some-edited': { says: 'edit.not-all', hint: 'edit.not-all-hint' },
    'some-exported': { says: 'export.some', hint: 'export.go-on' },
    'report-unwritten': { says: 'import.report-unwritten', hint: 'import.report-unwritten-hint' },
    'import-files-missing': { says: 'import.files-missing' },
    'import-files-waiting': { says: 'import.files-waiting', hint: 'draft.kept' },
    'import-lines-elsewhere': { says: 'import.lines-elsewhere', hint: 'draft.in-use-hint' },
    'import-lines-changed': { says: 'import.lines-changed', hint: 'import.again' },
    'some-imported': { says: 'import.some-refused', hint: 'draft.kept' },
    'some-reserved': { says: 'reservation.partly', hint: 'reservation.partly-hint' },
    'files-missing': { says: 'draft.files-missing' },
    'answer-not-read': { says: 'write.not-read', hint: 'write.no-solution-hint' },
    'still-solved': { says: 'write.still-solved', hint: 'write.solved-hint' },
    'not-accepted': { says: 'write.not-accepted', hint: 'write.no-solution-hint' },
    'ticket-files-lost': { says: 'new.files-lost' },
    'ticket-files-missing': { says: 'new.files-missing' },
    'ticket-not-read': { says: 'new.not-read', hint: 'new.follow' },
    'alerts-left': { says: 'alert.left', hint: 'alert.left-hint' },
    'some-tickets': { says: 'tickets.some' },
    'drafts-left': { says: 'draft.left', hint: 'draft.see-list' },
    'tickets-left-out': { says: 'list.left-out', hint: 'list.left-out.hint' },
    'tickets-left-out-unnamed': { says: 'list.left-out-unnamed', hint: 'list.left-out-unnamed.hint' },
    'some-items': { says: 'api.partly', hint: 'api.partly.hint' },
  },
} as const satisfies Codes

/** What was waited for did not happen. */
export const timeUp = {
  'not-done': {
    'several-not-now': { says: 'wait.not-now.several', hint: 'wait.time-up-hint' },
    'several-not-in-time': { says: 'wait.time-up.several', hint: 'wait.time-up-hint' },
    'solved-not-now': { says: 'wait.not-now.solved', hint: 'wait.time-up-hint' },
    'closed-not-now': { says: 'wait.not-now.closed', hint: 'wait.time-up-hint' },
    'taken-not-now': { says: 'wait.not-now.taken', hint: 'wait.time-up-hint' },
    'reply-not-now': { says: 'wait.not-now.reply', hint: 'wait.time-up-hint' },
    'solved-not-in-time': { says: 'wait.time-up.solved', hint: 'wait.time-up-hint' },
    'closed-not-in-time': { says: 'wait.time-up.closed', hint: 'wait.time-up-hint' },
    'taken-not-in-time': { says: 'wait.time-up.taken', hint: 'wait.time-up-hint' },
    'reply-not-in-time': { says: 'wait.time-up.reply', hint: 'wait.time-up-hint' },
  },
} as const satisfies Codes

export const cancelled = {
  'not-done': {
    cancelled: { says: 'terminal.cancelled' },
    'ticket-stopped': { says: 'new.stopped' },
    'edit-stopped': { says: 'edit.stopped' },
    'ticket-kept': { says: 'cancel.kept' },
    'draft-left': { says: 'draft.delete.left' },
    'solution-left': { says: 'write.answer.left' },
    'reservation-stopped': { says: 'reservation.stopped' },
    'reservation-kept': { says: 'reservation.kept' },
    'organisation-stopped': { says: 'config.import.stopped' },
    'sandbox-kept': { says: 'sandbox.reset.kept' },
  },
} as const satisfies Codes

/** Several things wrong at once: each is a line below the sentence. */
export const missingInformation = {
  'not-done': {
    'nothing-sent': { says: 'new.nothing-sent', hint: 'new.nothing-sent-hint' },
    'nothing-attached': { says: 'attach.nothing-sent', hint: 'new.put-right-hint' },
    'which-document': { says: 'download.which', hint: 'download.which-hint' },
    'reservation-missing': { says: 'reservation.missing' },
    'login-missing': { says: 'login.missing' },
    'recover-missing': { says: 'recover.missing' },
    'password-reset-missing': { says: 'password-reset.missing' },
    'organisation-malformed': { says: 'organisation.malformed', hint: 'organisation.malformed.hint' },
  },
} as const satisfies Codes

/** What ends with the exit code of something that failed before. */
export const exitAs = {
  'not-done': {
    'none-downloaded': { says: 'download.nothing', hint: 'download.again' },
    'no-ticket-done': { says: 'tickets.none' },
    'doctor-failed': { says: 'doctor.failed' },
    'answer-refused': { says: 'api.refused' },
    'answer-refused-silently': { says: 'platform.refused-silently' },
  },
} as const satisfies Codes
