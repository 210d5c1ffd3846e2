import { describe, expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { shellStory } from '../support/shell-story.ts'

/** What a story leaves of inputs: nothing, once the platform has them. */
const inputs = (files: Record<string, string>) => Object.keys(files).filter((name) => name.includes('ipeos/input/'))

test('what comes on standard input is attached, under the name that it is given', async () => {
  const story = await shellStory(`
    up
    echo first | ipeos ticket attach 15 - --attach-name first.txt 2>/dev/null; echo $?
    echo second | ipeos ticket comment 15 17 -m 'See there.' --attach - --attach-name second.txt 2>/dev/null; echo $?
    n=$(echo third | ipeos ticket new --title T --description D --category 3 --yes --attach - --attach-name third.txt 2>/dev/null)
    ipeos ticket download 15 first.txt -o -
    for ticket in 15 17; do ipeos ticket download $ticket second.txt -o -; done
    ipeos ticket download $n third.txt -o -
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n0\nfirst\nsecond\nsecond\nthird\n', err: '' })
  expect(inputs(story.files)).toEqual([])
})

test('a pipe waits with its text while the platform is away, readable by its owner alone, and is sent once', async () => {
  const story = await shellStory(`
    echo 'kernel panic' | ipeos ticket comment 15 17 -m 'See there.' --attach - --attach-name dmesg.txt 2>/dev/null; echo $?
    ls -ld .local/state/ipeos/input .local/state/ipeos/input/* .local/state/ipeos/input/*/dmesg.txt | cut -c1-10
    up
    ipeos draft send --all >/dev/null 2>&1; echo $?
    for ticket in 15 17; do ipeos ticket download $ticket dmesg.txt -o -; done
    ipeos ticket show 15 --jq '[.documents[] | select(.fileName == "dmesg.txt")] | length'
    down
  `)
  expect(story.out).toBe('6\ndrwx------\ndrwx------\n-rw-------\n0\nkernel panic\nkernel panic\n1\n')
  expect(inputs(story.files)).toEqual([])
})

test('what nobody can mean is refused, and what is too large while it is read', async () => {
  const story = await shellStory(`
    up
    export IPEOS_INSECURE_STORAGE=1
    ipeos whoami >/dev/null
    echo a | ipeos ticket attach 15 - 2>unnamed; echo $?
    echo a | ipeos ticket comment 15 -F - --attach - --attach-name a.txt 2>twice; echo $?
    echo a >a.txt; ipeos ticket attach 15 a.txt --attach-name b.txt 2>named; echo $?
    yes | ipeos ticket attach 15 - --attach-name yes.txt 2>large; echo $?
    ipeos draft list --json id
    down
  `)
  expect(story.out).toBe('2\n2\n2\n2\n[]\n')
  expect(story.files.unnamed).toContain('--attach-name journal.txt')
  expect(story.files.twice).toContain('for one thing only')
  expect(story.files.named).toContain('b.txt is for nothing')
  expect(story.files.large).toContain('“yes.txt” is larger than the platform takes: 2 MB')
  expect(inputs(story.files)).toEqual([])
})

test('a pipe of the file system is read once, under its own name or another', async () => {
  const story = await shellStory(`
    up
    mkfifo log.txt other
    (sleep 0.3; echo one >log.txt) & ipeos ticket attach 15 log.txt 2>/dev/null; echo $?
    (sleep 0.3; echo two >other) & ipeos ticket comment 15 -m 'Two.' --attach other --attach-name two.txt 2>/dev/null; echo $?
    (sleep 0.3; echo 'by a pipe' >other) & ipeos ticket comment 15 -F other 2>/dev/null; echo $?
    for name in log.txt two.txt; do ipeos ticket download 15 $name -o -; done
    ipeos ticket show 15 --jq '[.timeline[] | select(.text == "by a pipe")] | length'
    down
  `)
  expect(story.out).toBe('0\n0\n0\none\ntwo\n1\n')
})

test('whoever is stopped while a pipe is read leaves nothing of it', async () => {
  const story = await shellStory(`
    mkfifo endless.txt
    (while echo more; do sleep 0.1; done) >endless.txt & W=$!
    ipeos ticket attach 15 endless.txt & P=$!
    until ls .local/state/ipeos/input/*/ >/dev/null 2>&1; do sleep 0.1; done
    kill $P; wait $P; echo $?
    kill $W
    mkfifo silent.txt
    ipeos ticket comment 15 -F silent.txt & P=$!
    sleep 1; kill $P; wait $P; echo $?
    ls -A .local/state/ipeos/input
  `)
  expect(story.out).toBe('143\n143\n')
})

test('a file whose size the system does not say is read all the same; an empty one stays empty', async () => {
  const story = await shellStory(`
    up
    ipeos ticket attach 15 /proc/version --attach-name version.txt 2>/dev/null; echo $?
    ipeos ticket download 15 version.txt -o - >version; cat /proc/version >expected
    : >empty.txt
    ipeos ticket attach 15 empty.txt 2>notes; echo $?
    down
  `)
  expect(story.out).toBe('0\n2\n')
  expect(story.files.version).toBe(story.files.expected)
  expect(story.files.notes).toContain('empty.txt is empty')
})

test('a name that is not UTF-8 is found by what the shell makes of it, unless several look so', async () => {
  const story = await shellStory(`
    up
    mkdir "$(printf 'd\\351pot')"
    echo latin >"$(printf 'd\\351pot/r\\351sum\\351.txt')"
    ipeos ticket attach 15 d*/r*.txt 2>/dev/null; echo $?
    ipeos ticket comment 15 -F d*/r*.txt 2>/dev/null; echo $?
    ipeos ticket show 15 --json documents,timeline >ticket.json
    ipeos ticket download 15 résumé.txt -o -
    echo other >"$(printf 'd\\351pot/r\\350sum\\351.txt')"
    ipeos ticket attach 15 "$(printf 'd\\351pot/r\\351sum\\351.txt')" 2>notes; echo $?
    rm -r d*pot
    down
  `)
  expect(story).toMatchObject({ code: 0, out: '0\n0\nlatin\n2\n' })
  expect(story.json('ticket.json')).toMatchObject({
    documents: expect.arrayContaining([expect.objectContaining({ fileName: 'résumé.txt' })]),
    timeline: expect.arrayContaining([expect.objectContaining({ text: 'latin' })]),
  })
  expect(story.files.notes).toContain('2 files look like')
})

describe('the <(…) of bash', () => {
  needs('bash')

  test('is attached under a name, and read as a text', async () => {
    const story = await shellStory(`
      up
      bash -c "ipeos ticket attach 15 <(echo joined) --attach-name joined.txt" 2>/dev/null; echo $?
      bash -c "ipeos ticket attach 15 <(echo unnamed)" 2>notes; echo $?
      bash -c "ipeos ticket comment 15 -F <(echo read)" 2>/dev/null; echo $?
      ipeos ticket download 15 joined.txt -o -
      down
    `)
    expect(story.out).toBe('0\n2\n0\njoined\n')
    expect(story.files.notes).toContain('--attach-name')
  })
})
