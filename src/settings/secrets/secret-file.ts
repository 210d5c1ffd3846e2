import { readdir, rm, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Failed } from '../../errors/error.ts'
import { isNowhere } from '../../files/home.ts'
import type { Holder } from '../../files/lock.ts'
import { parseJson } from '../../files/parse-json.ts'
import { cannotWrite, holding, readText, setAside, writePrivately } from '../../files/private-file.ts'
import type { LooseSession } from '../account/account.ts'
import { parseSecrets, type SecretStore } from './store.ts'

const secretsData = z.object({ version: z.literal(1), accounts: z.record(z.string(), z.unknown()) })
type SecretsData = z.infer<typeof secretsData>

/**
 * Secrets in `secrets.json` of this folder, which only its owner can read; for who asked for it (`--insecure-storage`).
 * Every call rejects with `Failed` when others can read that file, or when it cannot be understood (it is then moved
 * aside).
 */
export function secretFile(folder: string, holder?: Holder): SecretStore {
  const path = join(folder, 'secrets.json')
  const change = (work: (accounts: SecretsData['accounts']) => void) => {
    const write = async (): Promise<void> => {
      const data = await read(path)
      work(data.accounts)
      await writePrivately(path, `${JSON.stringify(data, undefined, 2)}\n`)
    }
    return holding(path, write, holder)
  }
  return {
    // Before a password is asked for that would be typed in vain.
    check: async () => {
      if (isNowhere(path)) cannotWrite(path)(undefined)
    },
    get: async (account) => parseSecrets((await read(path)).accounts[account]),
    set: (account, secrets) =>
      change((accounts) => {
        accounts[account] = secrets
      }),
    remove: async (account) => {
      if ((await read(path)).accounts[account] === undefined) return false
      await change((accounts) => {
        delete accounts[account]
      })
      return true
    },
    looseSessions: async () => {
      const texts = await Promise.all((await oursIn(folder)).map((name) => readText(join(folder, name))))
      return texts.flatMap((text) => sessionsIn(text ?? ''))
    },
    // Unread: what is damaged, or open to others, goes all the same.
    clear: async () => {
      const ours = await oursIn(folder)
      if (ours.length === 0) return
      const remove = () => Promise.all(ours.map((name) => rm(join(folder, name), { force: true })))
      await holding(path, remove, holder).catch(cannotWrite(path))
    },
  }
}

async function oursIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /^secrets\.json(?:\.corrupt-[\w-]+|\.[\da-f]+\.tmp)?$/.test(name))
}

const most = 20

/** The sessions that a text holds, whole or not: address and token stand side by side. */
function sessionsIn(text: string): LooseSession[] {
  const address = String.raw`"apiUrl":\s{0,9}"(?<api>[^"\\\s]{1,2000})"`
  const root = String.raw`"rootUrl":\s{0,9}"[^"\\\s]{1,2000}",\s{0,20}`
  const token = String.raw`"token":\s{0,9}"(?<token>[^"\\\s]{1,4096})"`
  const between = String.raw`,\s{0,20}`
  const orders = [`${address}${between}(?:${root})?${token}`, `${token}${between}${address}`]
  const found = orders.flatMap((order) => [...text.slice(0, 200_000).matchAll(new RegExp(order, 'g'))])
  return found
    .slice(0, most)
    .map(({ groups }) => ({ apiUrl: groups?.api ?? '', token: groups?.token ?? '' }))
    .filter(({ apiUrl }) => URL.canParse(apiUrl))
}

async function read(path: string): Promise<SecretsData> {
  const text = await readText(path)
  if (text === undefined) return { version: 1, accounts: {} }
  await refuseWhatOthersRead(path)
  const parsed = secretsData.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const movedTo = await setAside(path, text)
  if (movedTo === undefined) return read(path)
  throw new Failed('secrets-corrupt', { path, aside: movedTo })
}

/** Windows has no such modes: there, the person's profile folder is private. */
async function refuseWhatOthersRead(path: string): Promise<void> {
  if (platform() === 'win32') return
  const { mode } = await stat(path)
  if ((mode & 0o077) === 0) return
  throw new Failed('secrets-readable', { path })
}
