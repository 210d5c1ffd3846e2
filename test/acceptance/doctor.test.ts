import { createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { listen } from '../support/loopback.ts'
import { openSite } from '../support/site.ts'

test('on a platform that works all is well, and nothing is written there', async () => {
  const { sandbox, env, folder } = await openSite()
  const { code, out, notes } = await runBin(['doctor', '--insecure-storage'], { env, folder })
  expect([code, notes.trim()]).toEqual([0, 'Tout va bien.'])
  expect(out).toMatch(/^✓ Connexion \(TCP\) .*port \d+/m)
  expect(out).toMatch(/^✓ Liste des tickets .*n°\s\d+/m)
  expect(out).toMatch(/^✓ Version de Node\.js +\d+\.\d+\.\d+/m)
  expect(sandbox.writes).toEqual([])
  expect(out + notes).not.toContain('alice-secret')
})

test.each(['http:', 'https:'])('before a server that never says a word (%s) it ends by itself', async (scheme) => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { env, folder } = await openSite()
  const url = (await listen(server)).replace('http:', scheme)
  const { code, notes } = await runBin(['doctor', '--url', url, '--timeout', '0.5'], { env, folder })
  expect(code).toBe(6)
  expect(notes).toContain('--timeout 60')
})
