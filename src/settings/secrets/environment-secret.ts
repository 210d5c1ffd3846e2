import { realpath } from 'node:fs/promises'
import { platform } from 'node:os'
import { WrongUsage } from '../../errors/error.ts'
import { hasCode } from '../../files/has-code.ts'
import { readRegular } from '../../files/regular-file.ts'

/** The secrets that the environment may give, each by itself or by the path of a file that holds it. */
const fileVariables = {
  IPEOS_PASSWORD: 'IPEOS_PASSWORD_FILE',
  IPEOS_TOKEN: 'IPEOS_TOKEN_FILE',
  IPEOS_APP_TOKEN: 'IPEOS_APP_TOKEN_FILE',
} as const
export type SecretVariable = keyof typeof fileVariables

/** What is asked for the secrets of the environment. */
export type EnvironmentSecrets = (name: SecretVariable) => Promise<string | undefined>

export interface EnvironmentSecretOptions {
  env: Record<string, string | undefined>
  /** Told the path of a file that others on this computer can read, once. */
  onOpenFile?: ((path: string) => void) | undefined
}

/** Bytes; no secret is as long. */
const most = 65_536

/**
 * The secrets of the environment, each read when it is first asked for; undefined for one that is not given. Files of
 * secrets end with a line's end that is no part of them, and so do variables made from them. Rejects with `WrongUsage`
 * for one that is given twice or holds a control character, and for a file that is absent, no file, far too big, empty, or
 * of several lines.
 */
export function environmentSecrets({ env, onOpenFile }: EnvironmentSecretOptions): EnvironmentSecrets {
  const read = new Map<SecretVariable, Promise<string | undefined>>()
  return (name) => {
    const known = read.get(name) ?? secretOf(name, env, onOpenFile)
    read.set(name, known)
    return known
  }
}

/** Whether the environment gives this secret, in either way. */
export function givesSecret(name: SecretVariable, env: EnvironmentSecretOptions['env']): boolean {
  return Boolean(env[name] || env[fileVariables[name]])
}

async function secretOf(
  name: SecretVariable,
  env: EnvironmentSecretOptions['env'],
  onOpenFile: EnvironmentSecretOptions['onOpenFile'],
): Promise<string | undefined> {
  const given = withoutLineEnd(env[name] ?? '')
  const origin = fileVariables[name]
  const path = env[origin]
  if (!path) return given === '' ? undefined : printable(given, name)
  if (given) throw new WrongUsage('secret-twice', { name, origin })
  const { text, mode, uid } = await readRegular(path, most).catch((cause: NodeJS.ErrnoException) => {
    if (hasCode(cause, 'EFBIG')) throw new WrongUsage('secret-file-big', { origin, path, most: most / 1024 }, { cause })
    throw new WrongUsage('secret-file', { origin, path, reason: cause.code ?? cause.message }, { cause })
  })
  const secret = withoutLineEnd(text.replace(/^\ufeff/, ''))
  if (secret === '') throw new WrongUsage('secret-file-empty', { origin, path })
  if (secret.includes('\n')) throw new WrongUsage('secret-file-lines', { origin, path })
  if (await isOpen(path, mode, uid)) onOpenFile?.(path)
  return printable(secret, origin)
}

/** No platform takes one that is not, and the network fails of some of them. */
function printable(secret: string, origin: string): string {
  if (/\p{Cc}/u.test(secret)) throw new WrongUsage('secret-control', { origin })
  return secret
}

/**
 * Whether others can read it who were not meant to: root chooses the group of its files, and those who run containers
 * hand out what is root's and nobody's to write (0444), or stands in /run/secrets. Windows has no such modes.
 */
async function isOpen(path: string, mode: number, uid: number): Promise<boolean> {
  if (platform() === 'win32' || (mode & 0o044) === 0) return false
  if (uid === 0 && ((mode & 0o004) === 0 || (mode & 0o777) === 0o444)) return false
  return !(await realpath(path)).startsWith('/run/secrets/')
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '')
}
