import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

needs('grep')

interface Index {
  tickets: Array<{ id: number; folder: string }>
}

test('exports that run at once into one folder leave an index of all that they brought', async () => {
  const story = await shellStory(`
    up
    ipeos ticket list --all --status all --format tsv | cut -f1 >numbers
    while read n; do ipeos ticket export $n -o ex >/dev/null 2>&1 & exports="$exports $!"; done <numbers
    wait $exports
    ls ex | grep -c '^ticket-'
    ls ex | grep -v '^ticket-'
    down
  `)
  const numbers = (story.files.numbers ?? '').trim().split('\n').map(Number)
  expect(story).toMatchObject({ code: 0, out: `${numbers.length}\nindex.json\nindex.md\n` })
  expect(numbers.length).toBeGreaterThan(5)
  const { tickets } = story.json('ex/index.json') as Index
  expect(tickets.map(({ id }) => id)).toEqual(numbers.toSorted((one, other) => other - one))
})

test('an index that is damaged or gone is made anew from the folders, which is said; a stranger’s is left alone', async () => {
  const story = await shellStory(`
    up
    ipeos ticket export 12 15 -o ex >/dev/null 2>&1
    head -c 40 ex/index.json >half; cp half ex/index.json
    ipeos ticket export 17 -o ex >/dev/null 2>damaged; echo $?
    cp ex/index.json first.json; rm ex/index.json
    ipeos ticket export 17 -o ex >/dev/null 2>gone; echo $?
    ipeos ticket export 17 -o ex >/dev/null 2>whole; echo $?
    mkdir site; echo '{"pages":[]}' >site/index.json
    ipeos ticket export 17 -o site >/dev/null 2>&1; echo $?
    cat site/index.json
    down
  `)
  expect(story.out).toBe('0\n0\n0\n2\n{"pages":[]}\n')
  const ids = (name: string) => (story.json(name) as Index).tickets.map(({ id }) => id)
  expect([ids('first.json'), ids('ex/index.json')]).toEqual([
    [17, 15, 12],
    [17, 15, 12],
  ])
  expect(story.files.damaged).toContain('damaged or missing')
  expect(story.files.gone).toContain('damaged or missing')
  expect(story.files.whole).not.toContain('damaged')
})

test('what turns the writing of a terminal round stands in no file of an export', async () => {
  const title = "printf 'a\\342\\200\\256b\\342\\200\\254c'"
  const story = await shellStory(`
    up
    n=$(ipeos ticket new --title "$(${title})" --description D --category 3 --yes 2>/dev/null)
    ipeos ticket export $n -o ex >/dev/null 2>&1
    down
  `)
  const texts = Object.entries(story.files).filter(([name]) => name.startsWith('ex/'))
  expect(texts.length).toBeGreaterThan(4)
  expect(texts.filter(([, text]) => /[\u202a-\u202e]/.test(text)).map(([name]) => name)).toEqual([])
  expect((story.json('ex/index.json') as { tickets: object[] }).tickets).toMatchObject([{ title: 'a\u202eb\u202cc' }])
})
