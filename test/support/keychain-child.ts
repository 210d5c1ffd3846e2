import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { IpeosError } from '../../src/errors/error.ts'
import { keychain } from '../../src/settings/secrets/keychain.ts'
import type { KeychainStep } from './secret-service.ts'

/** Does the steps that come in on standard input, and prints what each gave. */
async function run(): Promise<void> {
  const { steps, platform } = JSON.parse(await text(process.stdin)) as {
    steps: KeychainStep[]
    platform: NodeJS.Platform
  }
  const store = keychain({ env: process.env, cache: join(process.env.HOME ?? '', '.cache', 'ipeos'), platform })
  const results: unknown[] = []
  for (const [step, account, secrets] of steps) {
    try {
      const result = step === 'set' ? await store.set(account, secrets) : await store[step](account)
      results.push(result ?? null)
    } catch (error) {
      results.push(error instanceof IpeosError ? error.text.key : String(error))
    }
  }
  process.stdout.write(JSON.stringify(results))
}

void run()
