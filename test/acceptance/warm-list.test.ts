import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

test.each(['10.0', '11.0'] as const)('on GLPI %s a second ticket list is exactly one HTTP request', async (glpi) => {
  const site = await openSite({ glpi, user: null })
  const at = { env: { ...site.env, IPEOS_INSECURE_STORAGE: '1' }, folder: site.folder }
  await runBin(['login', '--user', 'alice', '--password-stdin'], { ...at, stdin: 'alice-secret\n' })
  const first = await runBin(['ticket', 'list'], at)
  const before = site.sandbox.requests.length
  const second = await runBin(['ticket', 'list'], at)
  expect(second).toEqual(first)
  expect(site.sandbox.requests.slice(before).map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
    expect.stringContaining('/search/Ticket'),
  ])
})
