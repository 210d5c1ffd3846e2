import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

/** What a job of cron pipes into a ticket, and what then stands there. */
test.each([
  ['is empty', `: |`, '(Nothing came through the pipe.)'],
  ['has a zero byte', `printf 'disk \\0full\\n' |`, 'disk full'],
  ['has a byte of Latin-1 among UTF-8', `printf 'caf\\303\\251, \\303\\251t\\303\\251 \\351\\n' |`, 'café, été \ufffd'],
  ['is Latin-1', `printf 'panne r\\351seau\\n' |`, 'panne réseau'],
])('a log that %s opens a ticket', async (_case, pipe, description) => {
  const story = await shellStory(`
    up
    ${pipe} ipeos ticket new --title 'Backup failed' -F - --yes >number
    ipeos ticket show $(cat number) --json description >ticket.json
    down
  `)
  expect(story).toMatchObject({ code: 0, err: expect.stringContaining('! ') })
  expect(story.json('ticket.json')).toEqual({ description })
})

test('an empty file is left out, and the ticket is opened', async () => {
  const story = await shellStory(`
    up
    : >job.log
    echo failed | ipeos ticket new --title T -F - --attach job.log --yes >number
    ipeos ticket show $(cat number) --json documents >ticket.json
    down
  `)
  expect(story).toMatchObject({ code: 0, err: expect.stringContaining('job.log') })
  expect(story.json('ticket.json')).toEqual({ documents: [] })
})

test.each([
  ['on a disk that takes nothing', 'export IPEOS_STATE_DIR=/dev/full/state'],
  ['where a file stands in the place of a folder', ': >taken; export IPEOS_STATE_DIR=$PWD/taken'],
])('%s an alert is sent all the same, with a warning, and doctor says so', async (_case, setting) => {
  const story = await shellStory(`
    up
    ${setting}
    echo failed | ipeos ticket new --title T --dedupe key -F - --yes >number; echo $?
    ipeos doctor --json id,status >checks.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n', files: { number: expect.stringMatching(/^\d+\n$/) } })
  expect(story.err).toContain('Nothing is kept of this')
  expect(story.json('checks.json')).toContainEqual({ id: 'folders', status: 'failed' })
})

test('without a home an alert is sent, and doctor says what is not kept', async () => {
  const story = await shellStory(`
    up
    unset HOME; export HOME=/nonexistent
    echo failed | ipeos ticket new --title T -F - --yes >number; echo $?
    ipeos doctor --json id,status >checks.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n' })
  expect(story.json('checks.json')).toContainEqual({ id: 'folders', status: 'warning' })
})

test('what a watch runs gets all of a credential or none of it', async () => {
  const story = await shellStory(`
    up
    ipeos ticket watch 15 --interval 5 --exec 'env | grep -E "^IPEOS_(USER|PASSWORD|TOKEN)=" >seen; echo done >>seen' >/dev/null 2>&1 &
    W=$!
    sleep 2
    ipeos ticket comment 15 -m hello >/dev/null 2>&1
    until grep -q done seen 2>/dev/null; do sleep 0.2; done
    kill $W
    cat seen
    down
  `)
  expect(story).toMatchObject({ code: 0, out: 'done\n' })
})
