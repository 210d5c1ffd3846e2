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
  expect(kept).toMatchObject({ code: 6, out: '', notes: expect.stringContaining('Nothing is lost; to go on:') })
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

test('a ticket through a pipe is kept while the platform is down, and draft send --all opens it once it is up', async () => {
  const { sh, json, start } = await platformDown()
  const kept = await sh('echo piped | ipeos ticket new --title T --urgency high --category 3 -F - --yes')
  expect(kept).toMatchObject({ code: 6, out: '', notes: expect.stringContaining('ipeos ticket new --resume') })
  expect(await json(['draft', 'list'])).toMatchObject([{ kind: 'ticket', title: 'T', text: 'piped\n', user: 'alice' }])
  expect((await sh('ipeos draft send --all')).code).toBe(7)
  await start()
  const sent = await sh('ipeos draft send --all')
  expect(sent).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
  expect(await json(['ticket', 'show', sent.out.trim()])).toMatchObject({
    ...{ title: 'T', description: 'piped', urgency: 'high', category: 'Hébergement > Site web' },
  })
  expect(await sh('ipeos draft send --all')).toMatchObject({ code: 0, out: '', notes: '' })
})

test('alerts with one key while the platform is down are one draft, and one ticket with all their texts', async () => {
  const { sh, json, start } = await platformDown()
  const alert = (title: string, text: string) =>
    sh(`echo '${text}' | ipeos ticket new --dedupe srv1 --title '${title}' -F - --yes`)
  expect((await alert('RAID degraded', 'RAID degraded')).code).toBe(6)
  expect((await alert('Disk nearly full', 'disk 91 %')).code).toBe(6)
  const [draft, ...others] = await json(['draft', 'list'])
  expect(others).toEqual([])
  expect(draft.text).toMatch(/^RAID degraded\n[\s\S]*Disk nearly full[\s\S]*disk 91 %\n$/)
  await start()
  const third = await alert('Load', 'load 40')
  expect(third.code).toBe(0)
  const { title, description } = await json(['ticket', 'show', third.out.trim()])
  expect({ title, description }).toEqual({
    title: 'RAID degraded',
    description: expect.stringMatching(/RAID degraded[\s\S]*disk 91 %[\s\S]*load 40/),
  })
  expect(await json(['draft', 'list'])).toEqual([])
})

test('several draft send --all at once send each draft once', async () => {
  const { sandbox, sh, json, start } = await platformDown()
  const id = sandbox.addTicket({ title: 'Sauvegarde', requester: 'alice' })
  await sh('for n in 1 2 3; do echo "text $n" | ipeos ticket new --title "Alert $n" -F - --yes; done')
  await sh(`echo 'disk full' | ipeos ticket comment ${id} -F -`)
  await start()
  await sh('for n in 1 2 3; do ipeos draft send --all & done; wait')
  expect((await sh('ipeos draft send --all')).code).toBe(0)
  const listed = await json(['ticket', 'list', '--all', '--search', 'Alert'])
  expect(listed.map(({ title }: { title: string }) => title).sort()).toEqual(['Alert 1', 'Alert 2', 'Alert 3'])
  expect((await json(['ticket', 'show', String(id)])).timeline).toMatchObject([{ text: 'disk full' }])
})

test('what an empty log says is told in the ticket, and an empty file is left out', async () => {
  const { sh, json, start } = await platformDown()
  await start()
  const { code, out } = await sh(': > log.txt; ipeos ticket new --title T -F - --attach log.txt --yes < log.txt')
  expect(code).toBe(0)
  const { description, documents } = await json(['ticket', 'show', out.trim()])
  expect({ description, documents }).toEqual({ description: '(Nothing came through the pipe.)', documents: [] })
})

test('doctor tells how much waits, and since when', async () => {
  const { sh, json } = await platformDown()
  await sh('echo piped | ipeos ticket new --title T -F - --yes')
  const checks = await json(['doctor'])
  expect(checks.find(({ id }: { id: string }) => id === 'drafts')).toMatchObject({
    ...{ status: 'warning', seen: expect.stringMatching(/^1 draft waits to be sent/) },
    repair: expect.stringContaining('ipeos draft send --all'),
  })
})

test('what nothing can be kept of is sent all the same, with a warning', async () => {
  const { sh, start } = await platformDown()
  await start()
  const sent = await sh('echo piped | IPEOS_STATE_DIR=/proc/nowhere ipeos ticket new --dedupe k --title T -F - --yes')
  expect(sent).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
  expect(sent.notes).toContain('Nothing is kept of this')
})
