import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

const state = '.local/state/ipeos'

test('drafts in a folder that others may write are not obeyed, and an alert arrives all the same, with the repair', async () => {
  const story = await shellStory(`
    echo kept | ipeos ticket new --title Kept -F - --yes 2>/dev/null
    chmod 777 ${state}/drafts; up
    ipeos draft send --all >sent 2>notes; echo $?
    ipeos draft list 2>list
    ipeos doctor --lang en | grep -c 'draft or import is left aside'
    echo 'RAID degraded' | ipeos alert 2>alert | grep -c .
    ls ${state}/drafts | grep -c json
    chmod go-w ${state}/drafts
    ipeos draft send --all 2>/dev/null | grep -c .
    down
  `)
  expect(story).toMatchObject({ out: '7\n1\n1\n1\n1\n', files: { sent: '' } })
  expect(story.files.notes?.match(/chmod go-w \S*drafts\b/g)).toHaveLength(1)
  expect(story.files.notes).toContain('1 draft or import still waits')
  expect(story.files.list).toMatch(/chmod go-w .*\n! 1 draft or import is left aside: others may have written it\.\n$/)
  expect(story.files.alert).toMatch(/^! Nothing is kept of this while it is sent: .*chmod go-w/m)
  expect(story.files.alert?.match(/chmod go-w/g)).toHaveLength(1)
})

test('imports in a folder that others may write are not obeyed', async () => {
  const story = await shellStory(`
    printf 'title,description\\nT,text\\n' >file.csv
    ipeos ticket import file.csv >/dev/null 2>&1
    chmod 775 ${state}/imports; up
    ipeos draft send --all >sent 2>notes; echo $?
    chmod 755 ${state}/imports
    ipeos draft send --all >number 2>/dev/null; echo $?
    ipeos ticket list --json title | grep -c '"T"'
    down
  `)
  expect(story).toMatchObject({ out: '7\n0\n1\n', files: { notes: expect.stringMatching(/chmod go-w \S*imports\b/) } })
})

test('a copy from a pipe that others may have changed is named, and not sent', async () => {
  const story = await shellStory(`
    echo kept | ipeos ticket new --title Kept --description text --attach - --attach-name log.txt --yes 2>/dev/null
    chmod 777 ${state}/input; up
    ipeos draft send --all >sent 2>notes
    ipeos ticket show $(cat sent) --json description,documents >ticket.json
    down
  `)
  expect(story).toMatchObject({
    out: '',
    files: { notes: expect.stringMatching(/copy \S*log\.txt: it is not sent/) },
  })
  expect(story.json('ticket.json')).toMatchObject({ description: 'text', documents: [] })
})

test('a file that changed since it was given is named, and sent as it is', async () => {
  const story = await shellStory(`
    echo before >app.log
    ipeos ticket new --title T --description text --attach app.log --yes </dev/null 2>/dev/null
    echo 'after all' >app.log; up
    ipeos draft send --all >sent 2>notes; echo $?
    down
  `)
  expect(story).toMatchObject({ out: '0\n', files: { notes: expect.stringContaining('app.log changed since it was') } })
})

test.skipIf(process.getuid?.() !== 0)(
  'a draft that somebody else owns stays where it is, and the others leave',
  async () => {
    const story = await shellStory(`
    echo one | ipeos ticket new --title One -F - --yes 2>/dev/null
    chown 12345 ${state}/drafts/*.json
    echo two | ipeos ticket new --title Two -F - --yes 2>/dev/null; up
    ipeos draft send --all 2>notes >sent; echo $?; grep -c . sent
    ipeos ticket list --json title >tickets.json 2>/dev/null
    ls ${state}/drafts | grep -c json
    down
  `)
    expect(story).toMatchObject({ out: '7\n1\n1\n', files: { notes: expect.stringMatching(/chown 0 \S*\.json/) } })
    const titles = (story.json('tickets.json') as { title: string }[]).map(({ title }) => title)
    expect(titles).toContain('Two')
    expect(titles).not.toContain('One')
  },
)
