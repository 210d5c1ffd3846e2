import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

test('two alerts with one key that find the platform down are one draft with both texts, and nothing is thrown away', async () => {
  const story = await shellStory(`
    echo 'RAID degraded' | ipeos ticket new --dedupe srv1 --title 'RAID degraded' -F - --yes; echo $?
    echo 'disk 91 %' | ipeos ticket new --dedupe srv1 --title 'Disk nearly full' -F - --yes; echo $?
    ipeos draft list --json title,text >drafts.json
  `)
  expect(story).toMatchObject({ code: 0, out: '6\n6\n', err: expect.stringContaining('Nothing is lost; to go on:') })
  expect(story.json('drafts.json')).toEqual([
    {
      title: 'RAID degraded',
      text: expect.stringMatching(/^RAID degraded\n[\s\S]*Disk nearly full[\s\S]*disk 91 %\n$/),
    },
  ])
})

test('alerts that waited are one ticket with all their texts, once the platform is up again', async () => {
  const story = await shellStory(`
    for disk in sda sdb sdc; do
      echo "$disk failed" | ipeos ticket new --dedupe raid --title 'RAID degraded' -F - --yes 2>/dev/null
    done
    up
    ipeos draft send --all >number 2>notes
    ipeos draft list --json >drafts.json 2>notes
    ipeos ticket show $(cat number) --json description >ticket.json
    down
  `)
  expect(story).toMatchObject({ code: 0, err: '', files: { number: expect.stringMatching(/^\d+\n$/) } })
  expect(story.json('drafts.json')).toEqual([])
  expect(story.json('ticket.json')).toEqual({
    description: expect.stringMatching(/sda failed[\s\S]*sdb failed[\s\S]*sdc failed/),
  })
})

test.each([
  ['without a kept session', ''],
  ['with a kept session', 'export IPEOS_INSECURE_STORAGE=1; up; ipeos whoami >/dev/null; down'],
])('text from a pipe is kept while the platform is down, %s, and arrives later', async (_case, before) => {
  const story = await shellStory(`
    ${before}
    echo piped | ipeos ticket new --title T -F - --yes; echo $?
    echo 'a word' | ipeos ticket comment 15 -F -; echo $?
    ipeos draft list --json kind,text >drafts.json
    up
    ipeos draft send --all >sent 2>/dev/null; echo $?
    ipeos ticket show $(grep -m 1 -v '^15$' sent) --json title,description >ticket.json
    ipeos ticket show 15 --json timeline >commented.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '6\n6\n0\n' })
  expect(story.json('drafts.json')).toEqual(
    expect.arrayContaining([
      { kind: 'ticket', text: 'piped\n' },
      { kind: 'comment', text: 'a word\n' },
    ]),
  )
  expect(story.json('ticket.json')).toEqual({ title: 'T', description: 'piped' })
  expect(JSON.stringify(story.json('commented.json'))).toContain('a word')
})
