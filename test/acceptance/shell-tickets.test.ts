import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

test('several tickets are shown one after the other, each once; one alone is an object, several are a list', async () => {
  const story = await shellStory(`
    up
    ipeos ticket show 15 --json id,title >one.json
    ipeos ticket show 15 12 '#15' --json id,title >two.json
    ipeos ticket show 12 15 --json id --format ndjson
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '{"id":12}\n{"id":15}\n', err: '' })
  expect(story.json('one.json')).toMatchObject({ id: 15 })
  expect(story.json('two.json')).toMatchObject([{ id: 15 }, { id: 12 }])
})

test('numbers come on standard input: of a list, its first column, its NDJSON or its JSON, and none is no failure', async () => {
  const story = await shellStory(`
    up
    ipeos ticket list --format tsv --limit 3 | cut -f1 >numbers
    ipeos ticket show - --json id --format ndjson <numbers >cut
    ipeos ticket list --limit 3 | ipeos ticket show - --json id --format ndjson >tsv
    ipeos ticket list --limit 3 --format ndjson | ipeos ticket show - --json id --format ndjson >ndjson
    ipeos ticket list --limit 3 --json id | ipeos ticket show - --json id --format ndjson >json
    echo 15 | ipeos ticket show - --json id >one.json
    ipeos ticket list --search nothing-has-this-in-it | ipeos ticket show - --json id >none.json; echo $?
    printf '15\\nfifteen\\n' | ipeos ticket show - 2>wrong; echo $?
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n2\n' })
  const expected = (story.files.numbers ?? '').replace(/^(\d+)$/gm, '{"id":$1}')
  expect(expected).toMatch(/^(\{"id":\d+\}\n){3}$/)
  for (const name of ['cut', 'tsv', 'ndjson', 'json']) expect(story.files[name]).toBe(expected)
  expect(story.json('one.json')).toEqual([{ id: 15 }])
  expect(story.json('none.json')).toEqual([])
  expect(story.files.wrong).toContain('Line 2 of standard input begins with no ticket: fifteen')
})

test('one that is not there keeps no other back: 7; none at all is what each of them was', async () => {
  const story = await shellStory(`
    up
    ipeos ticket show 15 99999 12 --json id --format ndjson 2>notes; echo $?
    ipeos ticket show 99998 99999 2>none; echo $?
    ipeos ticket show 15 x 2>word; echo $?
    down
    ipeos ticket show 12 15 2>away; echo $?
  `)
  expect(story.out).toBe('{"id":15}\n{"id":12}\n7\n3\n2\n6\n')
  expect(story.files.notes).toMatch(/Ticket no\. 99999: [\s\S]*2 of 3 tickets/)
  expect(story.files.word).toContain('“x”')
})

test('one text goes to each ticket exactly once, though the platform is away at first', async () => {
  const story = await shellStory(`
    ipeos ticket comment 15 17 15 -m 'Restart at 8 pm.' 2>notes; echo $?
    ipeos draft list --json kind,ticketId,text >drafts.json
    up
    ipeos draft send --all >/dev/null 2>&1; echo $?
    for n in 15 17; do ipeos ticket show $n --json timeline | grep -c '"text": "Restart'; done
    ipeos ticket comment 15 99999 17 -m 'All is well again.' --json ticket,followup >sent.json 2>some; echo $?
    ipeos draft list --json id
    down
  `)
  expect(story.out).toBe('6\n0\n1\n1\n7\n[]\n')
  expect(story.json('drafts.json')).toEqual(
    expect.arrayContaining([15, 17].map((ticketId) => ({ kind: 'comment', ticketId, text: 'Restart at 8 pm.' }))),
  )
  expect(story.files.notes).toContain('ipeos draft send --all')
  expect(story.json('sent.json')).toEqual([15, 17].map((ticket) => ({ ticket, followup: expect.any(Number) })))
})

test('all of several tickets are waited for, or with --any the first', async () => {
  const story = await shellStory(`
    up
    ipeos ticket wait 12 15 --until solved --timeout 0 --json ticket,happened >all.json 2>notes; echo $?
    ipeos ticket wait 12 15 --any --until solved --timeout 0 --json ticket,happened >any.json 2>/dev/null; echo $?
    ipeos ticket wait 12 99999 --until solved --timeout 1h 2>lost; echo $?
    ipeos ticket wait 99998 99999 --until solved --timeout 1h 2>/dev/null; echo $?
    ipeos ticket wait - --until solved </dev/null 2>/dev/null; echo $?
    down
  `)
  expect(story.out).toBe('8\n0\n7\n3\n2\n')
  const both = [
    { ticket: 12, happened: true },
    { ticket: 15, happened: false },
  ]
  expect([story.json('all.json'), story.json('any.json')]).toEqual([both, both])
})

test('solutions are accepted, and tickets exported, of the numbers that come on standard input', async () => {
  const story = await shellStory(`
    up
    ipeos ticket list --awaiting-me | ipeos ticket accept - --json ticket >accepted.json 2>/dev/null; echo $?
    ipeos ticket list --awaiting-me --json id
    printf '12\\n15\\n' | ipeos ticket export - -o kept >/dev/null 2>&1; echo $?
    down
  `)
  expect(story.out).toBe('0\n[]\n0\n')
  expect(story.json('accepted.json')).not.toEqual([])
  expect(story.json('kept/index.json')).toMatchObject({ tickets: [{ id: 15 }, { id: 12 }] })
})
