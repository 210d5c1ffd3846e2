import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

/** Bob logged in here; the environment still names alice. */
const bobLoggedIn = `
  up
  (unset IPEOS_USER IPEOS_PASSWORD; echo bob-secret | ipeos login --user bob --password-stdin --insecure-storage) 2>/dev/null
`

test('--account beats the user that the environment names', async () => {
  const story = await shellStory(`
    ${bobLoggedIn}
    ipeos --account bob@127.0.0.1:$PORT whoami --json login >full.json
    ipeos --account bob whoami --json login >short.json
    echo text | ipeos --account bob ticket new --title 'By bob' -F - --yes >number 2>/dev/null
    ipeos --account bob ticket show $(cat number) --json requesters >bobs.json
    ipeos ticket show $(cat number); echo $?
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '3\n' })
  expect(story.json('full.json')).toEqual({ login: 'bob' })
  expect(story.json('short.json')).toEqual({ login: 'bob' })
})

test('--account that is not known here is refused, and nothing is done as somebody else', async () => {
  const story = await shellStory(`
    ${bobLoggedIn}
    ipeos --account no-such whoami; echo $?
    echo text | ipeos --account no-such ticket new --title 'By nobody' -F - --yes; echo $?
    ipeos ticket list --all --status all --search 'By nobody' --json id >alices.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '4\n4\n', err: expect.stringContaining('no-such') })
  expect(story.json('alices.json')).toEqual([])
})

test('logout leaves the stored login of somebody else than the environment names', async () => {
  const story = await shellStory(`
    ${bobLoggedIn}
    ipeos logout; echo $?
    ipeos account list --json user >accounts.json
    unset IPEOS_USER IPEOS_PASSWORD
    ipeos whoami --json login >me.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n', err: expect.not.stringContaining('Logged out') })
  expect(story.json('accounts.json')).toEqual([{ user: 'bob' }])
  expect(story.json('me.json')).toEqual({ login: 'bob' })
})
