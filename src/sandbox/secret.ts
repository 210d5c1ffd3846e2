import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'

/** Cheap on purpose: these passwords are printed in the manual, and a login must stay quick. */
const COST = { N: 1024, r: 1, p: 1 }
const LENGTH = 32
const PHP_SESSION_ALPHABET = '0123456789abcdefghijklmnopqrstuv'

/** A password as it is kept: `scrypt$salt$hash`. */
export function hashPassword(password: string): string {
  const salt = randomBytes(12).toString('base64url')
  return `scrypt$${salt}$${scryptSync(password, salt, LENGTH, COST).toString('base64url')}`
}

/** Whether a password is the one that is kept. */
export function isPassword(password: string, kept: string): boolean {
  const [, salt = '', hash = ''] = kept.split('$')
  const expected = Buffer.from(hash, 'base64url')
  if (expected.length !== LENGTH) return false
  return timingSafeEqual(scryptSync(password, salt, LENGTH, COST), expected)
}

/** A token as it is kept: sha256, hex. Tokens are random, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A session token as PHP makes them: 26 characters of 0-9a-v. */
export function newSessionToken(): string {
  return Array.from(randomBytes(26), (byte) => PHP_SESSION_ALPHABET[byte % 32]).join('')
}

/** A personal token as GLPI makes them: 40 letters and digits. */
export function newApiToken(): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  return Array.from({ length: 40 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** A token for a lost-password mail: 40 hex digits. */
export function newMailToken(): string {
  return randomBytes(20).toString('hex')
}
