import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

test.each([
  ['with an address alone', `printf '{"url":"%s"}'`],
  ['with a version and an address', `printf '{"version":1,"url":"%s"}'`],
  ['with a mark before it, as Windows saves it', `printf '\\357\\273\\277{"url":"%s"}'`],
])('settings written by hand %s are taken as they are', async (_case, print) => {
  const story = await shellStory(`
    up
    mkdir -p .config/ipeos
    ${print} "$IPEOS_URL" >.config/ipeos/settings.json
    cp .config/ipeos/settings.json before
    address=$IPEOS_URL; unset IPEOS_URL
    ipeos whoami --json platform >me.json
    ipeos ticket list >list
    cmp before .config/ipeos/settings.json && echo same
    echo "$address" >address
    down
  `)
  expect(story).toMatchObject({ code: 0, out: 'same\n', err: '' })
  expect(story.json('me.json')).toEqual({ platform: story.files.address?.trim() })
})

test('settings that cannot be read stop every run until they are repaired, and are left where they are', async () => {
  const story = await shellStory(`
    up
    mkdir -p .config/ipeos
    printf '{"url":' >.config/ipeos/settings.json
    address=$IPEOS_URL; unset IPEOS_URL
    for turn in 1 2; do ipeos ticket list; echo $?; done
    echo x | ipeos ticket new --title T -F - --yes; echo $?
    cat .config/ipeos/settings.json; echo
    printf '{"url":"%s"}' "$address" >.config/ipeos/settings.json
    ipeos ticket list >/dev/null; echo $?
    down
  `)
  expect(story).toMatchObject({
    code: 0,
    out: '1\n1\n1\n{"url":\n0\n',
    err: expect.stringContaining('Nothing is sent'),
  })
})

test('plain http beyond this computer is taken where a variable or the settings say so, and refused otherwise', async () => {
  const story = await shellStory(`
    export IPEOS_URL=http://glpi.invalid
    ipeos ticket list; echo $?
    IPEOS_ALLOW_HTTP=1 ipeos ticket list 2>/dev/null; echo $?
    ipeos config set allow-http yes 2>/dev/null
    ipeos ticket list 2>/dev/null; echo $?
  `)
  // 2: refused before anything left; 6: tried, and there is no such host.
  expect(story).toMatchObject({ code: 0, out: '2\n6\n6\n', err: expect.stringContaining('IPEOS_ALLOW_HTTP=1') })
})

test('a line end after a secret is forgiven, in a variable and in a file', async () => {
  const story = await shellStory(`
    up
    IPEOS_PASSWORD='alice-secret
' ipeos whoami --json login >variable.json
    printf 'alice-secret\\r\\n' >secret; chmod 600 secret
    (unset IPEOS_PASSWORD; IPEOS_PASSWORD_FILE=secret ipeos whoami --json login >file.json)
    down
  `)
  expect(story).toMatchObject({ code: 0, err: '' })
  expect(story.json('variable.json')).toEqual({ login: 'alice' })
  expect(story.json('file.json')).toEqual({ login: 'alice' })
})

// Only root may become somebody else.
test.runIf(process.getuid?.() === 0)(
  'with the home of somebody else, what only reads works, and a ticket arrives',
  async () => {
    const story = await shellStory(
      `
    up
    mkdir -m 700 "$STORY/closed" && mkdir "$STORY/closed/mine" && chmod 600 "$STORY/closed"
    export HOME="$STORY/closed/mine"
    for words in 'ticket list' 'ticket show 15' home whoami 'faq list' 'ticket form' 'draft list' 'ticket history'; do
      ipeos $words >/dev/null 2>notes || echo "$words: $?"
    done
    echo x | ipeos ticket new --title T -F - --yes >/dev/null; echo $?
    unset IPEOS_URL
    ipeos ticket list; echo $?
    down
  `,
      { uid: 54_321, gid: 54_321 },
    )
    expect(story).toMatchObject({ code: 0, out: '0\n1\n' })
    expect(story.err).toContain('Name the platform (IPEOS_URL)')
  },
)
