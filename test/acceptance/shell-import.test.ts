import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

const titles = (story: { json(name: string): unknown }, name = 'titles.json'): string[] =>
  (story.json(name) as Array<{ title: string }>).map(({ title }) => title).sort()

test('a CSV that grew by a line has that line imported, and in another order nothing', async () => {
  const story = await shellStory(`
    up
    printf 'title,description\\nL1,a\\nL2,b\\n' >lines.csv
    ipeos ticket import lines.csv --yes 2>/dev/null | cut -f 2
    printf 'L3,c\\n' >>lines.csv
    ipeos ticket import lines.csv --dry-run 2>/dev/null | cut -f 2
    ipeos ticket import lines.csv --yes 2>/dev/null | cut -f 2
    printf 'title,description\\nL3,c\\nL1,a\\nL2,b\\n' >lines.csv
    ipeos ticket import lines.csv --yes >/dev/null 2>notes; echo $?
    ipeos ticket list --all --search L --json title >titles.json
    down
  `)
  const told = ['created', 'created', 'there', 'there', 'ready', 'there', 'there', 'created', '0']
  expect(story).toMatchObject({ code: 0, out: `${told.join('\n')}\n` })
  expect(titles(story).filter((title) => /^L\d$/.test(title))).toEqual(['L1', 'L2', 'L3'])
})

test('what a French office writes is imported, whichever the language, and comes back with its numbers', async () => {
  const story = await shellStory(`
    up
    printf 'sep=;\\r\\nTitre;Description;Urgence;\\r\\nImprimante en panne;"Au 2e.\\r\\nDepuis hier.";Haute;\\r\\n;;;\\r\\n' >office.csv
    ipeos ticket import office.csv --yes --report office.csv --json id >id.json
    ipeos ticket show $(tr -dc 0-9 <id.json) --json title,description,urgency >ticket.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '' })
  const [{ id }] = story.json('id.json') as [{ id: number }]
  expect(story.json('ticket.json')).toEqual({
    ...{ title: 'Imprimante en panne', description: 'Au 2e.\nDepuis hier.', urgency: 'high' },
  })
  expect(story.files['office.csv']).toMatch(
    new RegExp(
      `^sep=;\\r\\nTitre;Description;Urgence;;ticket;address;result;error\\r\\n[^]*;Haute;;${id};http[^;]*;created;\\r\\n$`,
    ),
  )
})

test('a workbook is told in words', async () => {
  const story = await shellStory(`
    up
    printf 'PK\\003\\004 and so on' >inventory.xlsx
    ipeos ticket import inventory.xlsx --yes; echo $?
    down
  `)
  expect(story).toMatchObject({
    out: '2\n',
    err: expect.stringMatching(/is a workbook \(\.xlsx\), not text\.\n.*CSV UTF-8/),
  })
})

test('what came through a pipe while the platform was down is on disk, is counted, and draft send --all opens it once, by whoever comes first', async () => {
  const story = await shellStory(`
    lines() { printf 'title;description\\nL1;a\\nL2;b\\nL2;b\\n'; }
    lines | ipeos ticket import - --yes; echo $?
    lines | ipeos ticket import - --yes 2>/dev/null; echo $?
    ipeos draft list 2>list
    ipeos doctor --json >doctor.json 2>/dev/null
    ipeos draft send --all >/dev/null 2>&1; echo $?
    up
    for n in 1 2 3; do ipeos draft send --all >sent$n 2>/dev/null & done
    for n in 2 3 4; do wait %$n || :; done
    ipeos draft send --all >/dev/null 2>&1; echo $?
    cat sent1 sent2 sent3 | wc -l | tr -d ' '
    ipeos ticket list --all --search L --json title >titles.json
    down
  `)
  expect(story).toMatchObject({
    ...{ code: 0, out: '6\n6\n7\n0\n3\n' },
    err: expect.stringMatching(/Nothing is lost; to go on: ipeos ticket import --resume \w{8}/),
  })
  expect(story.files.list).toMatch(/One import is not done yet: \w{8} \(standard input\)/)
  const checks = story.json('doctor.json') as Array<{ id: string; seen: string }>
  expect(checks.find(({ id }) => id === 'drafts')?.seen).toMatch(/^1 draft waits to be sent, one of them an import/)
  expect(titles(story).filter((title) => /^L\d$/.test(title))).toEqual(['L1', 'L2', 'L2'])
})

test('an import of which a line is refused in itself leaves nothing that waits', async () => {
  const story = await shellStory(`
    up
    printf 'title;description\\n;a\\n' | ipeos ticket import - --yes 2>/dev/null; echo $?
    ipeos draft send --all >/dev/null 2>&1; echo $?
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '2\n0\n' })
})

test('an import that was killed is finished by draft send --all', async () => {
  const story = await shellStory(`
    up
    { echo 'title,description'; i=0; while [ $i -lt 250 ]; do i=$((i+1)); echo "Lot $i,x"; done; } >many.csv
    ipeos ticket import many.csv --yes >half 2>/dev/null & I=$!
    until [ -s half ]; do kill -0 $I 2>/dev/null || break; sleep 0.02; done
    kill -9 $I 2>/dev/null; wait $I
    ipeos draft send --all >/dev/null 2>&1; echo $?
    ipeos ticket import many.csv --yes 2>/dev/null | cut -f 2 | sort | uniq -c | tr -s ' '
    ipeos ticket list --all --search Lot --json title >titles.json
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n 250 there\n' })
  expect(new Set(titles(story)).size).toBe(250)
  expect(titles(story)).toHaveLength(250)
  // A kill in the middle of a batch is followed by up to 80 s of looking for it.
}, 200_000)

test('where nothing can be kept, an import is refused before anything is sent, unless --again asks for it', async () => {
  const story = await shellStory(`
    up
    export IPEOS_STATE_DIR=/proc/nowhere
    printf 'title;description\\nZ1;a\\n' | ipeos ticket import - --yes 2>refused; echo $?
    ipeos ticket list --all --search Z1 --json id
    printf 'title;description\\nZ1;a\\n' | ipeos ticket import - --yes --again; echo $?
    down
  `)
  expect(story.out).toMatch(/^1\n\[\]\n2\tcreated\t\d+\tZ1\t\n0\n$/)
  expect(story.files.refused).toMatch(/^✗ Nothing was sent.*\/proc\/nowhere.*--again\n$/s)
  expect(story.err).toContain('Nothing is kept of this')
})
