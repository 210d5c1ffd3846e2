import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

test('a second sandbox on one data folder is refused, and told who has it; a killed one leaves it free', async () => {
  const story = await shellStory(`
    up
    ipeos sandbox start --data "$STORY/data" >second; echo $?
    echo "$S" >first
    kill -9 $S; wait $S || :
    up
    ipeos whoami --json login >me.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '1\n', files: { second: '' } })
  expect(story.err).toContain(`(process ${story.files.first?.trim()})`)
  expect(story.json('me.json')).toEqual({ login: 'alice' })
})

test('commands that use the embedded platform in themselves go on at once, beside one that is started', async () => {
  const story = await shellStory(`
    export IPEOS_URL=sandbox
    : >log; ipeos sandbox start >log 2>&1 & S=$!
    until grep -q listening log; do sleep 0.1; done
    for n in 1 2 3; do ipeos whoami --json login >$n.json & P="$P $!"; done
    for p in $P; do wait $p || echo failed; done
    kill $S
  `)
  expect(story).toMatchObject({ out: '', err: '' })
  expect([1, 2, 3].map((n) => story.json(`${n}.json`))).toEqual(Array(3).fill({ login: 'alice' }))
})
