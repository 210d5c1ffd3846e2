import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

test.each([
  ['10.0', '11.0', '11.0.6'],
  ['11.0', '10.0', '10.0.14'],
])('a job goes on when the platform goes from %s to %s between two commands', async (from, to, version) => {
  const story = await shellStory(`
    export IPEOS_INSECURE_STORAGE=1
    G=${from} up
    ipeos ticket new --title before --description x --category Messagerie --yes 2>/dev/null >number
    down
    G=${to} up
    ipeos ticket comment $(cat number) -m 'And then' 2>/dev/null; echo $?
    ipeos ticket new --title after --description x --category Messagerie --yes >/dev/null 2>&1; echo $?
    ipeos ticket list --json title --search after >list.json
    ipeos whoami --json version >version.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n0\n' })
  expect(story.json('list.json')).toEqual([{ title: 'after' }])
  expect(story.json('version.json')).toEqual({ version })
})

test('a proxy that is down is told by its name, and not as the platform', async () => {
  const story = await shellStory(`
    export IPEOS_URL=https://support.example HTTPS_PROXY=http://127.0.0.1:1
    ipeos ticket list; echo $?
  `)
  expect(story.out).toBe('6\n')
  expect(story.err).toContain('The proxy 127.0.0.1:1 does not answer')
  expect(story.err).not.toContain('support.example')
})

test('an answer to a solution waits for no platform', async () => {
  const story = await shellStory(`
    ipeos ticket accept 12 -m 'All is well.' 2>/dev/null; echo $?
    ipeos draft list --json id
  `)
  expect(story.out).toBe('6\n[]\n')
})
