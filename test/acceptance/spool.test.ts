import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'
import { type BinOptions, runBin, runShell } from '../support/bin.ts'

/** A computer whose platform is down, until it is started. */
async function platformDown() {
  const sandbox = await openSandbox()
  const { url, close } = await serve(sandbox)
  await close()
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-spool-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const env = { HOME: folder, IPEOS_URL: url, LANG: 'en', IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' }
  const place: BinOptions = { env, folder }
  return {
    sandbox,
    sh: (line: string) => runShell(line, place),
    json: async (words: string[]) => JSON.parse((await runBin([...words, '--json'], place)).out),
    start: async () => {
      const started = await serve(sandbox, { port: Number(new URL(url).port) })
      onTestFinished(started.close)
    },
  }
}

test('a comment through a pipe is kept while the platform is down, though no session is, and sent once it is up', async () => {
  const { sandbox, sh, json, start } = await platformDown()
  const id = sandbox.addTicket({ title: 'Sauvegarde', requester: 'alice' })
  const kept = await sh(`echo 'disk full' | ipeos ticket comment ${id} -F -`)
  expect(kept).toMatchObject({ code: 6, out: '', notes: expect.stringContaining('Nothing is lost.') })
  const [draft] = await json(['draft', 'list'])
  expect(draft).toMatchObject({ kind: 'comment', ticketId: id, text: 'disk full\n', user: 'alice' })
  await start()
  expect((await sh(draft.command)).code).toBe(0)
  const { timeline } = await json(['ticket', 'show', String(id)])
  expect(timeline).toMatchObject([{ kind: 'followup', text: 'disk full' }])
  expect(await json(['draft', 'list'])).toEqual([])
})

test('a comment on a ticket that is not there is refused, and leaves nothing', async () => {
  const { sh, json, start } = await platformDown()
  await start()
  expect((await sh("echo 'disk full' | ipeos ticket comment 99999 -F -")).code).toBe(3)
  expect(await json(['draft', 'list'])).toEqual([])
})
