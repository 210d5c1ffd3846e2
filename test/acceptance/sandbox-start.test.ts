import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runBin, startBin } from '../support/bin.ts'

/** Starts the embedded platform in a folder; gives what it said until it said that, and its address. */
async function started(words: string[], last: string, folder = newFolder()) {
  const here = { folder, env: { HOME: folder, LANG: 'fr_FR.UTF-8', IPEOS_INSECURE_STORAGE: '1' } }
  const platform = startBin(['sandbox', 'start', '--port', '0', ...words], here)
  const squeezed = () => platform.notes().replace(/\s+/g, ' ')
  await platform.until(() => squeezed().includes(last))
  const end = async (): Promise<void> => {
    platform.signal('SIGTERM')
    await platform.left
  }
  return {
    out: platform.out(),
    notes: squeezed(),
    url: platform.out().replace('listening on ', '').trim(),
    here,
    folder,
    end,
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a script has its address on the first line, whatever the language, and all else is said in it', async () => {
  const { out, notes, url, end } = await started([], '--user alice')
  await end()
  expect(out).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/)
  expect(notes).toMatch(/^Un GLPI 11\.0 d’essai répond à cette adresse\./)
  expect(notes).toContain(`Pour vous connecter (mot de passe : alice-secret) : ipeos login --url ${url} --user alice`)
})

test('a password that has expired is not told as one that is good', async () => {
  const { notes, end } = await started(['--password-expired', 'alice'], '--user alice')
  await end()
  expect(notes).toContain('Le mot de passe du compte alice (alice-secret) a expiré. Pour en choisir un nouveau :')
  expect(notes).not.toContain('Pour vous connecter')
})

test('a password that was changed in its folder is not told at all', async () => {
  const first = await started([], '--user alice')
  const change = ['password', 'change', '--url', first.url, '--user', 'alice', '--password-stdin']
  expect(await runBin(change, { ...first.here, stdin: 'alice-secret\nTout-Neuf-2030\n' })).toMatchObject({ code: 0 })
  await first.end()
  const { notes, end } = await started([], '--user alice', first.folder)
  await end()
  expect(notes).toContain('Le mot de passe du compte alice a été changé dans ce dossier.')
  expect(notes).not.toContain('alice-secret')
})
