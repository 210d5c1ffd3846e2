import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

test('a pipe that nobody reads changes no exit code of the work that was done', async () => {
  const story = await shellStory(`
    up
    printf MZ >evil.exe
    request='--title T --description D --category 3 --yes'
    { sleep 0.1; ipeos ticket new $request --attach evil.exe 2>notes; echo $? >code-of-new; } | true
    { sleep 0.1; ipeos ticket export 15 99999 2>>notes; echo $? >code-of-export; } | true
    down
    { sleep 0.1; ipeos doctor 2>>notes; echo $? >code-of-doctor; } | true
    { ipeos doctor 2>>notes; echo $? >code-of-doctor-read; } | head -1 >first
  `)
  const { 'code-of-new': opened, 'code-of-export': exported, 'code-of-doctor': checked } = story.files
  expect({ opened, exported, checked }).toEqual({ opened: '7\n', exported: '7\n', checked: '6\n' })
  expect(story.files['code-of-doctor-read']).toBe('6\n')
})

test('whoever reads the head of a list has 0, and the rest of it is not fetched', async () => {
  const story = await shellStory(`
    ipeos sandbox start --port "$PORT" --tickets 20000 >sandbox.log 2>&1 & S=$!
    until grep -q listening sandbox.log; do sleep 0.1; done
    { ipeos ticket list --all --status all --debug 2>trace; echo $? >code; } | head -1 >first
    { ipeos api GET Ticket --paginate 2>notes; echo $? >code-of-api; } | head -1 >first-item
    kill $S
  `)
  expect(story.files).toMatchObject({ code: '0\n', 'code-of-api': '0\n', first: expect.stringMatching(/^\d+\t/) })
  const pages = story.files.trace?.match(/search\/Ticket/g) ?? []
  expect(pages.length).toBeLessThan(15)
})
