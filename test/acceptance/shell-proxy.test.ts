import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

const support = 'https://support.corp.invalid'

test('NO_PROXY with a domain leaves out all its hosts, for commands and for doctor', async () => {
  const story = await shellStory(`
    export HTTPS_PROXY=http://127.0.0.1:9 NO_PROXY=corp.invalid IPEOS_URL=${support}
    ipeos ticket list; echo $?
    ipeos doctor --json id,seen >checks.json 2>/dev/null
    export NO_PROXY=other.invalid
    ipeos doctor --json id,status >through.json 2>/dev/null || :
  `)
  // Who goes direct finds no such host; a proxy would refuse the connection.
  expect(story).toMatchObject({ out: '6\n', err: expect.stringContaining('There is no host named') })
  expect(story.json('checks.json')).toContainEqual({ id: 'proxy', seen: 'none' })
  expect(story.json('through.json')).toContainEqual({ id: 'proxy', status: 'failed' })
})

test.each([
  ['without a scheme', '127.0.0.1:9', 6],
  ['whose password has a lone percent sign', 'http://bob:p%zz@127.0.0.1:9', 6],
  ['of another kind', 'socks5://127.0.0.1:9', 2],
  ['that is no address', '::::', 2],
])('a proxy %s is used or refused in words, and doctor goes to its end', async (_case, proxy, code) => {
  const story = await shellStory(`
    export HTTPS_PROXY='${proxy}' IPEOS_URL=${support}
    ipeos ticket list; echo $?
    ipeos doctor --json id >checks.json
  `)
  expect(story).toMatchObject({ out: `${code}\n`, err: expect.not.stringContaining('in ipeos itself') })
  expect(story.json('checks.json')).toContainEqual({ id: 'terminal' })
})
