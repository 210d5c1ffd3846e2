import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { inShell } from '../support/program.ts'
import { key, personBefore } from '../support/pty.ts'
import { shellStory } from '../support/shell-story.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

needs('find', 'unshare')

/** Where this machine lets a test mount a disk that is small enough to fill. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

/** A disk of 64 kB in `full`, with nothing left on it, where `ipeos` is to keep all that it keeps; `free` makes room. */
const fullDisk = `
  up
  mkdir full
  onFull() { IPEOS_STATE_DIR=$PWD/full/state unshare -rm sh -c '
    fill() { dd if=/dev/zero of=full/fill bs=1k 2>/dev/null || :; }
    mount -t tmpfs -o size=64k tmpfs full && fill
    '"$1"; }
`

test.runIf(canMount)(
  'on a full disk each alert of a key arrives at once, nothing is left, and later ones arrive too',
  async () => {
    const story = await shellStory(`${fullDisk}
    onFull '
      send() { echo log | timeout 25 ipeos ticket new -q --title t --dedupe df2 -F - --yes >/dev/null; echo $?; }
      send; send; send
      find full -name "*.lock*"
      rm full/fill
      send
      timeout 25 ipeos draft send --all >/dev/null; echo $?
      find full -name "*.lock*"'
    down
  `)
    expect(story.out).toBe('0\n0\n0\n0\n0\n')
    expect(story.err).toContain('Nothing is kept of this')
  },
)

test.runIf(canMount)(
  'on a full disk, with the platform away, what a pipe said is lost (1), and stands on stderr',
  async () => {
    const story = await shellStory(`${fullDisk}
    down
    onFull '
      echo "df 91 %" | ipeos ticket new -q --best-effort --title t -F - --yes 2>new; echo $?
      echo "df 92 %" | ipeos ticket new --dedupe df --title t -F - --yes 2>keyed; echo $?
      echo "df 93 %" | ipeos ticket comment 15 -q -F - 2>comment; echo $?'
  `)
    expect(story.out).toBe('1\n1\n1\n')
    expect(story.files.new).toMatch(/Lost[\s\S]*\ndf 91 %/)
    expect(story.files.keyed).toMatch(/Lost[\s\S]*\ndf 92 %/)
    expect(story.files.comment).toMatch(/Lost[\s\S]*\ndf 93 %/)
  },
)

test.runIf(canMount)('on a full disk an import is refused before anything is sent', async () => {
  const story = await shellStory(`${fullDisk}
    printf 'title;description\\nZ1;a\\n' >lines.csv
    onFull '
      for i in 1 2; do ipeos ticket import lines.csv --yes >/dev/null 2>refused; echo $?; done
      find full -name "*.lock*"'
    ipeos ticket list --all --search Z1 --json id
    down
  `)
  expect(story.out).toBe('1\n1\n[]\n')
  expect(story.files.refused).toMatch(/ENOSPC.*--again\n$/s)
})

const attach = 'echo log | ipeos ticket new --title t --description d --attach - --attach-name log.txt --yes'

test.runIf(canMount)('on a full disk what a pipe attaches is sent all the same, and nothing of it stays', async () => {
  const story = await shellStory(`${fullDisk}
    mkdir tmp
    TMPDIR=$PWD/tmp onFull '${attach} >number; echo $?; ls tmp'
    ipeos ticket show $(cat number) --json documents >ticket.json
    down
  `)
  expect(story.out).toBe('0\n')
  expect(story.json('ticket.json')).toMatchObject({ documents: [{ fileName: 'log.txt' }] })
  expect(story.err).toContain('Nothing is kept of this')
})

test.runIf(canMount)(
  'where no disk has room for it, the ticket is opened by --best-effort alone, and says so',
  async () => {
    const story = await shellStory(`${fullDisk}
    TMPDIR=$PWD/full onFull '
      ${attach} 2>refused; echo $?
      ${attach} --best-effort >number; echo $?
      find full -name "ipeos-input*"'
    ipeos ticket show $(cat number) --json description,documents >ticket.json
    down
  `)
    expect(story.out).toBe('1\n7\n')
    expect(story.files.refused).toMatch(/ENOSPC.*IPEOS_STATE_DIR/s)
    expect(story.json('ticket.json')).toMatchObject({ description: expect.stringContaining('ENOSPC'), documents: [] })
  },
)

test.runIf(canMount)('a report that there is no room for is told with the option that names another', async () => {
  const story = await shellStory(`${fullDisk}
    printf 'title,description\\nZ1,a\\n' >lines.csv
    onFull 'IPEOS_STATE_DIR=$PWD/state ipeos ticket import lines.csv --yes --report full/report.csv 2>notes; echo $?'
    down
  `)
  expect(story.out).toMatch(/\n7\n$/)
  expect(story.files.notes).toMatch(/ENOSPC.*--report FILE/s)
  expect(story.files.notes).not.toContain('-o FOLDER')
})

test.runIf(canMount)(
  'what is added to a ticket needs no more room than it has already, and stays until then',
  async () => {
    const story = await shellStory(`
    up
    echo log | ipeos ticket new --title t --dedupe k -F - --yes >first
    mkdir full
    # The disk itself, its two folders, the draft with its lock and the text that replaces it, and the lock of the key.
    unshare -rm sh -c '
      mount -t tmpfs -o nr_inodes=7 tmpfs full
      echo log | IPEOS_STATE_DIR=$PWD/full/state ipeos ticket new --title t --dedupe k -F - --yes >second; echo $?'
    cmp first second; echo $?
    down
  `)
    expect(story.out).toBe('0\n0\n')
    expect(story.err).not.toContain('Nothing is kept of this')
  },
)

/** Somebody whose disk is full once a file `full` is there, and has room again once it is gone. */
async function atSmallDisk(command: string) {
  const site = await openSite(shortForm)
  mkdirSync(join(site.folder, 'state'))
  const script = `
    mount -t tmpfs -o size=64k tmpfs state
    trap : INT
    while sleep 0.1; do
      if [ -e full ] && ! [ -e filled ]; then dd if=/dev/zero of=state/fill bs=1k 2>/dev/null; : >filled; fi
      if ! [ -e full ] && [ -e filled ]; then rm -f state/fill filled; fi
      find state -name '*.json' -exec cat {} + >kept.new 2>/dev/null; mv kept.new kept
    done & watch=$!
    ${inShell} ${command}; code=$?
    kill $watch; wait $watch
    find state -name '*.json' -exec cat {} + >kept
    exit $code`
  const env = { ...site.env, IPEOS_STATE_DIR: join(site.folder, 'state', 'ipeos') }
  const person = personBefore('unshare', ['-rm', 'sh', '-c', script], { env, folder: site.folder, columns: 100 })
  onTestFinished(() => person.isKilled())
  const at = (name: string) => join(site.folder, name)
  return {
    person,
    kept: () => (existsSync(at('kept')) ? readFileSync(at('kept'), 'utf8') : ''),
    fill: async () => {
      writeFileSync(at('full'), '')
      await expect.poll(() => existsSync(at('filled')), { timeout: 30_000 }).toBe(true)
    },
    empty: async () => {
      rmSync(at('full'))
      await expect.poll(() => existsSync(at('filled')), { timeout: 30_000 }).toBe(false)
    },
  }
}

const request = 'ticket new --type incident --urgency 3 --no-notify --about none --category 3'

test.runIf(canMount).each([
  ['un message', 'ticket comment 15', 'Ctrl+D'],
  ['une description', `${request} --title Imprimante`, 'Ctrl+D'],
  ['un titre', request, 'Titre'],
])(
  'devant %s, sur un disque plein, Ctrl-C ne dit pas que rien n’est perdu, et montre le texte',
  async (_what, command, question) => {
    const { person, kept, fill } = await atSmallDisk(command)
    await person.sees(question)
    person.types('Bonjour')
    await expect.poll(kept, { timeout: 30_000 }).toContain('Bonjour')
    await fill()
    person.types(', plus rien ne sort')
    if (question !== 'Titre') await person.sees('peut-être plein')
    else await person.sees('plus rien ne sort')
    person.types(key.ctrlC)
    expect(await person.leaves()).toBe(130)
    const said = person.screen().split('en entier')[1]
    expect(said).toMatch(/Bonjour, plus rien ne sort\n[\s\S]*ce qui a pu être gardé/)
    expect(person.screen()).not.toContain('Rien n’est perdu')
  },
)

test.runIf(canMount)('ce qui n’a pas pu être gardé l’est en partant, quand il y a de nouveau de la place', async () => {
  const { person, kept, fill, empty } = await atSmallDisk('ticket comment 15')
  await person.sees('Ctrl+D')
  person.types('Bonjour')
  await expect.poll(kept, { timeout: 30_000 }).toContain('Bonjour')
  await fill()
  person.types(', plus rien ne sort')
  await person.sees('peut-être plein')
  await empty()
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
  expect(kept()).toContain('Bonjour, plus rien ne sort')
  expect(person.screen()).toContain('Rien n’est perdu')
})
