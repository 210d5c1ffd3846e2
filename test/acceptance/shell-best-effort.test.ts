import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

test('with --best-effort a job whose category, machine, log and files are all wrong opens its ticket', async () => {
  const story = await shellStory(`
    up
    echo x >evil.exe
    ipeos ticket new --best-effort --title 'Backup failed' -F missing.log --category Nowhere --about srv-99 \\
      --attach gone.txt --attach evil.exe --yes >number; echo $?
    ipeos ticket show $(cat number) --json description,documents >ticket.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '7\n' })
  const { description, documents } = story.json('ticket.json') as { description: string; documents: unknown[] }
  expect(documents).toEqual([])
  for (const said of ['missing.log', 'Nowhere', 'srv-99', 'gone.txt', 'evil.exe']) {
    expect(description).toContain(said)
    expect(story.err).toContain(said)
  }
})

test('with --best-effort all that is wrong is noted, and the exit code is 0 where no file is missing', async () => {
  const story = await shellStory(`
    up
    printf 'PNG\\0\\377\\0\\0\\0\\0\\0\\0\\0\\0\\0' | ipeos ticket new --best-effort --title T -F - --category Nowhere >number; echo $?
    ipeos ticket show $(cat number) --json description >ticket.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n' })
  expect(story.json('ticket.json')).toEqual({ description: expect.stringMatching(/not UTF-8 text.*\n.*Nowhere/) })
})

test('with --best-effort what meets a dead platform waits, and is sent later with its notes', async () => {
  const story = await shellStory(`
    ipeos ticket new --best-effort --title T -F missing.log --category Nowhere --attach gone.txt >number; echo $?
    ipeos draft list --json text >drafts.json
    up
    ipeos draft send --all >number; echo $?
    ipeos ticket show $(cat number) --json description >ticket.json
    ipeos draft list --json >left.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '6\n0\n' })
  expect(story.json('drafts.json')).toEqual([{ text: expect.stringContaining('missing.log') }])
  expect(story.json('ticket.json')).toEqual({
    description: expect.stringMatching(/missing\.log[\s\S]*gone\.txt[\s\S]*Nowhere/),
  })
  expect(story.json('left.json')).toEqual([])
})

test('without it the same is refused', async () => {
  const story = await shellStory(`
    up
    ipeos ticket new --title T --description D --category Nowhere; echo $?
    ipeos ticket new --title T -F missing.log; echo $?
    ipeos ticket new --title T --description D --attach gone.txt; echo $?
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '2\n2\n2\n' })
})

test('with --quiet a job whose alert arrives says nothing but the number, and one whose alert waits says so', async () => {
  const story = await shellStory(`
    up
    echo failed | ipeos ticket new --quiet --title T -F - --yes >number 2>well
    IPEOS_QUIET=1 ipeos ticket comment $(cat number) -m More >comment 2>>well
    IPEOS_QUIET=1 ipeos draft send --all >sent 2>>well
    ipeos config set quiet yes 2>>well
    ipeos ticket list 2>>well >list
    down
    echo failed | ipeos ticket new --title T -F - --yes 2>trouble; echo $?
  `)
  expect(story).toMatchObject({ code: 0, out: '6\n' })
  expect(story.files).toMatchObject({
    number: expect.stringMatching(/^\d+\n$/),
    trouble: expect.stringMatching(/^✗ .*\n[^✗]*Nothing is lost.*ipeos ticket new --resume.*\n$/),
  })
  expect(story.files.well).toBe('quiet is now: yes\n')
})
