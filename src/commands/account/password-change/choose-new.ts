import type { Context } from '../../../app/context.ts'
import { Failed, IpeosError, MissingInformation, Unreachable } from '../../../errors/error.ts'
import type { PasswordChange } from '../../../glpi/password/passwords.ts'
import type { Credential, Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import { type PasswordFault, type PasswordKind, type PasswordRules, passwordFaults } from '../../../itil/password.ts'
import { askNewPassword } from '../ask-credential.ts'
import { endSession } from '../login/end-session.ts'

/** A user name with the password of today. */
export type OldCredential = Extract<Credential, { user: string }>

export interface Choosing {
  /** The session by the password of today. */
  change: PasswordChange
  current: OldCredential
  appToken?: string | undefined
  /** The new one; undefined: to be asked. */
  next?: string | undefined
}

/** A login by the new password, which shows that it holds. */
export interface Chosen<Proof> {
  credential: OldCredential
  proof: Proof
}

/**
 * Has a new password chosen, sent, and tried: the page may say that it is done and have changed nothing. `logIn` connects
 * with a credential; the session that its platform opens is the proof. Rejects where the new one does not hold, saying which
 * one does.
 */
export async function chooseNew(
  { change, current, appToken, next }: Choosing,
  logIn: (credential: OldCredential) => Promise<Platform>,
  context: Context,
): Promise<Chosen<Platform>> {
  const { terminal, t } = context
  const { rules } = change
  if (next === undefined) tellRules(rules, context)
  else refuseFaults(rules, current.password, next)
  for (;;) {
    const password = next ?? (await askNew(rules, current.password, context))
    const credential = { ...current, password }
    const tried = tryOut({ change, current, appToken, next: password }, () => logIn(credential), context)
    const outcome = await terminal.during(t('password-change.trying'), tried)
    if ('proof' in outcome) return { credential, proof: outcome.proof }
    const refusal = new Failed('password-refused', { said: outcome.reasons.join(' · ') })
    if (next !== undefined) throw refusal
    terminal.warn(refusal.text)
  }
}

const noRules: PasswordRules = { least: 0, kinds: [], former: 1 }

function wanted({ least, kinds, former }: PasswordRules): Message[] {
  return [
    ...(least > 0 ? [partOf('short', least)] : []),
    ...kinds.map((kind) => partOf(kind, least)),
    ...(former > 1 ? [{ key: 'password-change.rule.former', parameters: { former } } as const] : []),
  ]
}

function partOf(fault: 'short' | PasswordKind, least: number): Message {
  return { key: `password-change.rule.${fault}`, parameters: { least } }
}

function tellRules(rules: PasswordRules | undefined, { terminal, t }: Context): void {
  const all = rules ? wanted(rules) : []
  if (!rules) terminal.note('password-change.rules-unknown')
  if (all.length > 0) terminal.note('password-change.rules', { rules: all.map((one) => t(one)).join(', ') })
}

function refuseFaults(rules = noRules, current: string, next: string): void {
  const faults = passwordFaults(rules, current, next)
  if (faults.length === 0) return
  const lines = faults.map((fault) => faultLine(fault, rules))
  throw new MissingInformation('password-faults', undefined, { lines })
}

function faultLine(fault: PasswordFault, { least }: PasswordRules): Message {
  if (fault === 'empty' || fault === 'same') return { key: `password-change.fault.${fault}` }
  return partOf(fault, least)
}

function askNew(rules = noRules, current: string, context: Context): Promise<string> {
  const { t } = context
  return askNewPassword((value) => {
    const faults = passwordFaults(rules, current, value)
    const [first] = faults
    if (first === undefined) return true
    if (first === 'empty' || first === 'same') return t(`password-change.fault.${first}`)
    return t('password-change.lacks', { what: faults.map((fault) => t(faultLine(fault, rules))).join(', ') })
  }, context)
}

type Outcome = { proof: Platform } | { reasons: string[] }

/** Sends it, and sees what came of it, whatever the page says. */
async function tryOut(
  { change, current, appToken, next }: Choosing & { next: string },
  logIn: () => Promise<Platform>,
  context: Context,
): Promise<Outcome> {
  context.ifInterrupted({ key: 'password-change.interrupted' })
  try {
    const answer = await sent(change, current.password, next)
    if (answer !== 'lost' && answer && answer.length > 0) return { reasons: answer }
    const isLost = answer === 'lost'
    const proof = await holding(logIn, isLost ? waitsForLost : [0], context)
    if (proof) return { proof }
    throw await whatHolds(current, appToken, isLost, context)
  } finally {
    context.ifInterrupted(undefined)
  }
}

async function sent(change: PasswordChange, current: string, next: string): Promise<string[] | undefined | 'lost'> {
  try {
    return await change.send(current, next)
  } catch (error) {
    if (!(error instanceof IpeosError) || error.fate === 'not-done') throw error
    return 'lost'
  }
}

/** Milliseconds before each try to log in: what was lost on the way may arrive a little later. */
const waitsForLost = [0, 2_000, 6_000]

/** The platform with a session by this credential; undefined where it is refused each time. */
async function holding(
  logIn: () => Promise<Platform>,
  waits: readonly number[],
  { sleep }: Context,
): Promise<Platform | undefined> {
  for (const wait of waits) {
    if (wait > 0) await sleep(wait)
    const platform = await logIn()
    if ((await trySession(platform)) === 'open') return platform
  }
  return undefined
}

/** Rejects where the platform cannot be asked: which of the two holds is not known then. */
async function trySession(platform: Platform): Promise<'open' | 'expired' | 'refused'> {
  try {
    await platform.session()
    return 'open'
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    if (error.code === 'wrong-password') return 'refused'
    if (error.code === 'password-expired') return 'expired'
    throw new Unreachable('password-unproven', undefined, { lines: [error.text], cause: error })
  }
}

/** Why the new one does not: the old one holds as before, or neither does. */
async function whatHolds(
  current: OldCredential,
  appToken: string | undefined,
  isLost: boolean,
  { connectAs }: Context,
): Promise<Failed> {
  const platform = await connectAs(current, appToken ? { appToken } : {})
  const state = await trySession(platform)
  if (state === 'open') await endSession(platform)
  if (state === 'refused') return new Failed('password-lost')
  return new Failed(isLost ? 'password-unsent' : 'password-unchanged')
}
