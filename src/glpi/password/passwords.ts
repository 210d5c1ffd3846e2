import type { PasswordRules } from '../../itil/password.ts'

/** The password of one account. */
export interface Passwords {
  /**
   * Opens a session by the credential, out of date or not, in which a new password can be chosen; whoever opens it ends it.
   * Rejects as opening any session does, and with `NotAllowed`, saying why, where this password cannot be changed there.
   */
  open(): Promise<PasswordChange>
  /** The page on the web where it is changed. */
  link(): Promise<string>
}

/** A session in which a new password can be chosen. */
export interface PasswordChange {
  /** The name that the platform knows this person by. */
  readonly login: string
  /** Undefined where the platform does not say before what it wants. */
  readonly rules: PasswordRules | undefined
  /**
   * Sends a new password, once; never an empty one, which is said to be done and changes nothing. Gives the reasons for
   * which the site does not take it, in its words, or undefined where it names none: only logging in tells whether it was
   * taken. Rejects where the answer does not come.
   */
  send(current: string, next: string): Promise<string[] | undefined>
  end(): Promise<void>
}
