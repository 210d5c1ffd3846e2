import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { accountFile } from '../../src/settings/account/account-file.ts'
import type { SeenValue } from '../../src/settings/read-seen.ts'
import { seenFile } from '../../src/settings/seen.ts'
import { bin } from './program.ts'

/** A person's place on this disk, where `ipeos` is on the PATH and no platform can be reached. */
export interface CompletionDesk {
  folder: string
  env: Record<string, string>
  remove(): void
}

export const account = 'alice@support.example'

export interface Kept {
  tickets?: SeenValue[]
  categories?: Array<{ id: number; fullName: string }>
  locations?: Array<{ id: number; fullName: string }>
  forms?: SeenValue[]
  questions?: SeenValue[]
}

export async function completionDesk({
  tickets = [],
  categories = [],
  locations = [],
  forms = [],
  questions = [],
}: Kept = {}): Promise<CompletionDesk> {
  const home = mkdtempSync(join(tmpdir(), 'ipeos-shell-'))
  const at = (name: string) => join(home, name)
  for (const name of ['bin', 'work', 'config', 'state/drafts', 'cache']) mkdirSync(at(name), { recursive: true })
  symlinkSync(bin, at('bin/ipeos'))
  writeFileSync(at('work/capture.png'), '')
  writeFileSync(
    at('config/settings.json'),
    JSON.stringify({
      version: 1,
      accounts: { [account]: { url: 'https://support.example', user: 'alice', storage: 'file' } },
      current: {},
    }),
  )
  writeFileSync(
    at('state/drafts/3f2a9c41-0000-4000-8000-000000000000.json'),
    JSON.stringify({ kind: 'ticket', changed: '2026-11-22T10:00:00Z', answers: { title: 'Écran noir' } }),
  )
  await seenFile(at('cache'), account).remember('ticket', tickets)
  await seenFile(at('cache'), account).remember('form', forms)
  await seenFile(at('cache'), account).remember('question', questions)
  writeFileSync(
    accountFile(at('cache'), 'form', account),
    JSON.stringify({ value: { form: { categories, locations, equipment: [] } } }),
  )
  return {
    folder: at('work'),
    env: {
      HOME: home,
      LANG: 'C.UTF-8',
      PATH: [at('bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
      IPEOS_CONFIG_DIR: at('config'),
      IPEOS_STATE_DIR: at('state'),
      IPEOS_CACHE_DIR: at('cache'),
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
