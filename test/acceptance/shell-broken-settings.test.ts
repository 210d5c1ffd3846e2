import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

const alert = `'{"title":"Backup failed","text":"No room","fingerprint":"b"}'`

test.each([
  ['IPEOS_TIMEOUT=abc', 'ipeos alert'],
  ['IPEOS_LANG=de', 'ipeos alert'],
  ['IPEOS_COLOR=foo', 'ipeos alert'],
  ['IPEOS_STATE_DIR=state', 'ipeos alert'],
  ['IPEOS_CONFIG_DIR=etc', 'ipeos alert'],
  ['IPEOS_CACHE_DIR=./cache', 'ipeos ticket new --best-effort -F -'],
  ['IPEOS_NO_INPUT=perhaps', 'ipeos alert'],
  ['', 'ipeos alert --dedupe-every 1x'],
  ['', 'ipeos alert --timeout never'],
  ['IPEOS_TIMEOUT=abc', 'ipeos ticket new --best-effort -F -'],
  ['', 'ipeos ticket new --best-effort --dedupe b --dedupe-every soon -F -'],
  ['', 'ipeos ticket new --best-effort --dedupe-every 1h -F -'],
])('%s %s warns, and the alert arrives', async (variable, command) => {
  const story = await shellStory(`
    up
    printf '%s' ${alert} | ${variable} ${command} >number 2>notes; echo $?
    ipeos ticket show $(cat number) --json id >ticket.json
    down
  `)
  expect(story).toMatchObject({ out: '0\n', files: { notes: expect.stringMatching(/^! /) } })
  expect(story.json('ticket.json')).toMatchObject({ id: Number(story.files.number) })
})

test.each([
  ['ipeos alert', 7],
  ['ipeos ticket new --best-effort -F -', 1],
])(
  'while the settings cannot be read %s keeps what it is given, sent by draft send --all later (%i)',
  async (command, code) => {
    const story = await shellStory(`
    up
    url=$IPEOS_URL; unset IPEOS_URL
    export IPEOS_CONFIG_DIR=$HOME/config
    mkdir config; echo '{"url": ' >config/settings.json
    printf '%s' ${alert} | ${command} >number 2>notes; echo $?
    echo "{\\"url\\": \\"$url\\"}" >config/settings.json
    ipeos draft list --json command >drafts.json
    ipeos draft send --all >number 2>>notes; echo $?
    ipeos ticket show $(cat number) --json description >ticket.json
    down
  `)
    expect(story.out).toBe(`${code}\n0\n`)
    expect(story.files.notes).toContain('settings.json')
    expect(story.files.notes).toContain('ipeos draft send --all')
    expect(story.json('ticket.json')).toEqual({ description: expect.stringContaining('No room') })
  },
)

test('a folder that makes no sense, in which another platform may be named, keeps the alert', async () => {
  const story = await shellStory(`
    up
    url=$IPEOS_URL; unset IPEOS_URL
    printf '%s' ${alert} | IPEOS_CONFIG_DIR=etc ipeos alert 2>notes; echo $?
    IPEOS_URL=$url ipeos draft send --all >number 2>>notes; echo $?
    down
  `)
  expect(story.out).toBe('7\n0\n')
  expect(story.files.notes).toContain('IPEOS_CONFIG_DIR')
})

test.each(['not an address', 'ht!tp'])(
  '«%s» is no address, sends nothing elsewhere: the alert waits',
  async (address) => {
    const story = await shellStory(`
    up
    printf '%s' ${alert} | IPEOS_URL='${address}' ipeos alert 2>notes; echo $?
    ipeos draft send --all >number 2>>notes; echo $?
    down
  `)
    expect(story.out).toBe('7\n0\n')
  },
)

test('a password that is refused is looked for in the file that the environment names', async () => {
  const story = await shellStory(`
    unset IPEOS_PASSWORD; echo wrong >secret; export IPEOS_PASSWORD_FILE=$HOME/secret
    up
    ipeos whoami 2>notes; echo $?
    down
  `)
  expect(story.out).toBe('4\n')
  expect(story.files.notes).toMatch(/check IPEOS_USER, IPEOS_PASSWORD_FILE \(.*\/secret\)/)
})

test('what --dedupe-every leaves out is told with its files', async () => {
  const story = await shellStory(`
    echo log >log.txt
    up
    for text in one two; do ipeos ticket new --dedupe k --dedupe-every 1h --title T --description $text --attach log.txt --yes 2>notes >number; done
    IPEOS_LANG=en ipeos ticket new --dedupe k --title T --description three --yes 2>/dev/null >number
    ipeos ticket show $(cat number) --json timeline >ticket.json
    down
  `)
  expect(story.files.notes).toContain('so far 1 text and 1 file')
  expect(JSON.stringify(story.json('ticket.json'))).toMatch(/1 repeat at .* and 1 file were left out/)
})
