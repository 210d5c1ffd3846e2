import type { Codes } from './code.ts'

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

/** The person stopped it. */
export const cancelled = {
  'not-done': {
    cancelled: { says: 'terminal.cancelled' },
    'login-stopped': { says: 'login.stopped' },
    'password-stopped': { says: 'password-change.stopped' },
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
