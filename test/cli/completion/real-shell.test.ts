import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { completionDesk } from '../../support/completion-desk.ts'
import { needs } from '../../support/left-out.ts'
import { key, type Person, personBefore } from '../../support/pty.ts'

const scripts = resolve('completions')

/** What a shell needs to begin, with a prompt that is found again. */
const shells = {
  bash: {
    words: (home: string) => ['--noprofile', '--rcfile', join(home, 'rc'), '-i'],
    file: 'rc',
    text: `PS1='ready> '; bind 'set bell-style none'; source ${scripts}/ipeos.bash\n`,
  },
  zsh: {
    words: () => ['-i'],
    file: '.zshrc',
    text: `PS1='ready> '; autoload -Uz compinit; compinit -u -D; source ${scripts}/_ipeos\n`,
  },
  fish: {
    words: (home: string) => ['--no-config', '--init-command', `source ${join(home, 'rc')}`, '-i'],
    file: 'rc',
    text: `function fish_prompt; echo -n 'ready> '; end; set fish_greeting; source ${scripts}/ipeos.fish\n`,
  },
} as const

/** Whatever a title or a category says, it is only text. */
const hostile = [
  '`touch pwned`',
  '$(touch pwned)',
  "it's; touch pwned; '",
  '"; touch pwned; "',
  'a:b:c %F{red}%n%f',
  'two\nlines\tand a tab',
  '\u001b[2Jgone \u009b31m',
  '--all -- \\',
]

const desks: Array<Awaited<ReturnType<typeof completionDesk>>> = []
const people: Person[] = []
afterAll(async () => {
  for (const person of people) await person.isKilled()
  for (const desk of desks) desk.remove()
})

async function personIn(shell: keyof typeof shells) {
  const desk = await completionDesk({
    tickets: [
      { value: '4242', about: 'Écran noir' },
      ...hostile.map((about, index) => ({ value: String(7000 + index), about })),
    ],
    categories: [
      { id: 3, fullName: 'Hébergement > Site web' },
      { id: 5, fullName: 'Messagerie' },
      { id: 9, fullName: 'zzz\'; touch pwned; $(touch pwned) `touch pwned` "' },
    ],
    forms: [{ value: '4', about: 'Imprimante' }],
    questions: [
      { value: '4/Quelle imprimante=', about: '' },
      { value: '4/Problème=', about: '' },
      { value: '4/Problème=Bourrage papier', about: '' },
    ],
  })
  desks.push(desk)
  const { words, file, text } = shells[shell]
  writeFileSync(join(desk.env.HOME ?? '', file), text)
  const person = personBefore(shell, [...words(desk.env.HOME ?? '')], { ...desk, columns: 100 })
  people.push(person)
  await person.sees('ready>')
  return { person, desk }
}

const lines: Array<[typed: string, completed: string | RegExp]> = [
  ['ipeos tick', 'ipeos ticket'],
  ['ipeos ticket list --awai', '--awaiting-me'],
  ['ipeos ticket list --status ass', '--status assigned'],
  ['ipeos ticket list --status new,so', '--status new,solved'],
  ['ipeos ticket list --columns id,tit', '--columns id,title'],
  ['ipeos ticket list --format=nd', '--format=ndjson'],
  ['ipeos ticket ls --json id,tit', '--json id,title'],
  ['ipeos config set color nev', 'set color never'],
  ['ipeos ticket show 42', 'ticket show 4242'],
  ['ipeos --lang fr ticket show 42', 'fr ticket show 4242'],
  ['ipeos ticket attach 15 capt', 'attach 15 capture.png'],
  ['ipeos ticket new --category Mess', '--category Messagerie'],
  ['ipeos ticket new --category Héb', /--category Hébergement\\ (\\)?>\\ Site\\ web/],
  ['ipeos draft show 3f', 'draft show 3f2a9c41'],
  ['ipeos whoami --account ali', '--account alice@support.example'],
  ['ipeos help exit', 'help exit-codes'],
  ['ipeos ticket new --form 4 --answer Pro', '--answer Problème='],
  ['ipeos ticket new --form 4 --answer Problème=B', /--answer Problème=Bourrage\\ papier/],
]

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', (shell) => {
  needs(shell)

  test('what is begun is completed: commands, options, values, tickets, categories, files', async () => {
    const { person } = await personIn(shell)
    for (const [typed, completed] of lines) {
      person.types(`${typed}${key.tab}`)
      await person.sees(completed)
      person.types(key.eraseLine)
    }
  })

  test('the answer is typed right behind the question that was completed', async () => {
    const { person } = await personIn(shell)
    person.types(`ipeos ticket new --form 4 --answer Quelle${key.tab}`)
    await person.sees(/Quelle\\ imprimante=/)
    person.types('Accueil')
    await person.sees(/Quelle\\ imprimante=Accueil/)
  })

  test('no comma comes behind the last field by itself', async () => {
    const { person } = await personIn(shell)
    person.types(`ipeos ticket ls --json id,ti${key.tab}${key.tab}`)
    await person.sees('id,title')
    person.types(`${key.lineStart}true ${key.enter}echo done | tr a-z A-Z${key.enter}`)
    await person.sees('DONE')
    expect(person.screen()).not.toContain('title,')
  })

  test('tickets are offered with their titles, and no text of the platform is obeyed', async () => {
    const { person, desk } = await personIn(shell)
    person.types(`ipeos ticket show 700${key.tab}${key.tab}`)
    await person.sees('$(touch pwned)')
    await person.sees('two lines and a tab')
    expect(person.screen()).toContain('ready> ')
    person.types(`${key.eraseLine}ipeos ticket new --category zzz${key.tab}`)
    await person.sees('touch pwned')
    // As an argument of a command that does nothing.
    person.types(`${key.lineStart}true ${key.enter}echo still here | tr a-z A-Z${key.enter}`)
    await person.sees('STILL HERE')
    expect(existsSync(join(desk.folder, 'pwned'))).toBe(false)
  })
})
