import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Fault } from '../../../../src/sandbox/faults.ts'
import type { FormDefinition } from '../../../../src/sandbox/forms/definition.ts'
import { catalogueOf } from '../../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

type Kind = Parameters<typeof catalogueOf>[0]

/** A person’s place where the site has forms of this kind; `tickets` counts those that came of any form. */
async function deskOf(kind: Kind = 'usual') {
  const site = await openSandbox({ glpi: '11.0', configuration: { catalogue: catalogueOf(kind) } })
  const desk = newDesk(site)
  const posts = () => site.requests.filter(({ path }) => path.startsWith('/Form/SubmitAnswers')).length
  const lose = (fault: Fault) => site.faults.inject({ match: { path: /SubmitAnswers/ }, ...fault })
  const form = (name: string): FormDefinition => {
    const found = site.configuration.catalogue.forms.find((one) => one.name === name)
    if (!found) throw new Error(`no form «${name}»`)
    return found
  }
  /** The form about printers has a long text, too. */
  const takesText = (): void => {
    const long = form('Report an issue').sections[0]?.blocks.at(-1)
    if (long) form("Panne d'imprimante").sections[0]?.blocks.push({ ...long, id: 900 })
  }
  return {
    ...desk,
    site,
    posts,
    lose,
    form,
    takesText,
    open: (...words: string[]) => desk.ipeos(['ticket', 'new', ...words]),
  }
}

const issue = ['--form', '1', '--title', 'Imprimante', '--description', 'Elle fume.', '--yes']
const printer = [
  '--form',
  'imprimante',
  '--answer',
  'Quelle imprimante=Accueil',
  '--answer',
  'Problème=Plus d’encre',
  '--yes',
]
const idea = ['--form', 'idées', '--answer', 'Votre idée=Un baby-foot', '--yes']

const faults = [
  ['is cut after the site did its work', { kind: 'drop-after' }],
  ['comes in half', { kind: 'truncated' }],
  ['is another’s, who waits no longer', { kind: 'late', milliseconds: 0, answer: 504 }],
] as const

test.each(faults)(
  'by a form with a long text, an answer that %s leaves one ticket, and its number',
  async (_what, fault) => {
    const { open, lose, posts } = await deskOf()
    await open(...issue)
    lose(fault)
    const { code, out } = await open(...issue)
    expect({ code, out, posts: posts() }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/), posts: 2 })
  },
)

test.each(faults)(
  'by a form without one, an answer that %s leaves one ticket, and its number',
  async (_what, fault) => {
    const { open, lose, posts } = await deskOf()
    await open(...printer, '--answer', 'Urgence=4')
    lose(fault)
    const { code, out } = await open(...printer)
    expect({ code, out, posts: posts() }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/), posts: 2 })
  },
)

test('answers that never arrived are sent again, where the form is known', async () => {
  const { open, lose, posts } = await deskOf()
  await open(...printer)
  lose({ kind: 'status', status: 502 })
  const { code, out } = await open(...printer)
  expect({ code, out, posts: posts() }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/), posts: 3 })
})

test('answers that leave no trace are never sent again by themselves', async () => {
  const { open, ipeos, lose, posts } = await deskOf('odd')
  lose({ kind: 'drop-after' })
  const { code, out, notes } = await open(...idea)
  expect({ code, out, posts: posts() }).toEqual({ code: 6, out: '', posts: 1 })
  expect(notes).toContain('--again')
  expect((await ipeos(['draft', 'send', '--all'])).code).toBe(7)
  expect(posts()).toBe(1)
})

test('answers whose result is not to be seen are a success without a number', async () => {
  const { open, ipeos } = await deskOf('odd')
  const { code, out, notes } = await open(...idea, '--json')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(notes).toContain('Boîte à idées #1')
  expect((await ipeos(['draft', 'list', '--json'])).out.trim()).toBe('[]')
})

test('of several tickets --json gives an object each, and --jq a line', async () => {
  const { open } = await deskOf('odd')
  const { code, out } = await open('--form', 'deux tickets', '--answer', 'Quoi=un écran', '--yes', '--jq', '.title')
  expect({ code, out }).toEqual({ code: 0, out: 'Préparer : un écran\nCommander : un écran\n' })
})

test('a key has no place in a form without a long text: nothing is sent', async () => {
  const { open, site } = await deskOf()
  const { code, notes } = await open(...printer, '--dedupe', 'imprimante')
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('has no long text')
})

test('what was left out of a key is told in the next ticket of its form, however often that is tried', async () => {
  const { open, ipeos, site, takesText } = await deskOf('usual')
  takesText()
  const hourly = [...printer, '--description', 'Elle fume.', '--dedupe', 'imprimante', '--dedupe-every', '1h']
  const first = await open(...hourly)
  await open(...hourly)
  expect((await ipeos(['ticket', 'cancel', first.out.trim(), '--yes'])).code).toBe(0)
  // The look for the key is answered; the one for the newest ticket of the form, once the text is put together, is not.
  for (const kind of [{ kind: 'twice' } as const, { kind: 'status', status: 500, times: 9 } as const])
    site.faults.inject({ match: { path: /search\/Ticket/ }, ...kind })
  expect((await open(...hourly)).code).toBe(6)
  site.faults.clear()
  const { out } = await ipeos(['draft', 'send', '--all'])
  const { description } = JSON.parse((await ipeos(['ticket', 'show', out.trim(), '--json', 'description'])).out)
  expect(description).toMatch(/Elle fume\.\s+1 repeat/)
})

test('while a ticket of the key is open, what is answered goes there as a comment', async () => {
  const { open, ipeos, posts, takesText } = await deskOf('usual')
  takesText()
  const said = [...printer, '--description', 'Elle fume.', '--dedupe', 'imprimante']
  const first = await open(...said)
  const second = await open(...said, '--answer', 'Urgence=4')
  expect([second.code, second.out, posts()]).toEqual([0, first.out, 1])
  const { out } = await ipeos(['ticket', 'show', first.out.trim(), '--json', 'timeline'])
  expect(out).toContain('Accueil')
})

test('what the form surely refuses becomes a ticket as before, where it must arrive', async () => {
  const { open, ipeos, form } = await deskOf()
  // Nobody sees such a rule before the answers are checked.
  const question = form('Report an issue').sections[0]?.blocks.find(({ name }) => name === 'Title')
  Object.assign(question ?? {}, { rules: [{ rule: 'format', value: '^C[0-9]{4}$' }] })
  const { code, out } = await open(...issue, '--best-effort')
  expect(code).toBe(0)
  const { description } = JSON.parse((await ipeos(['ticket', 'show', out.trim(), '--json', 'description'])).out)
  expect(description).toContain('Elle fume.')
  expect(description).toContain('(ipeos: the form')
})

test('a file that goes along with the answers is there once, whatever becomes of the answer', async () => {
  const { home, open, ipeos, lose } = await deskOf()
  await open(...issue)
  const path = join(home, 'journal.txt')
  writeFileSync(path, 'Bourrage')
  lose({ kind: 'drop-after' })
  const { code, out } = await open(...issue, '--attach', path)
  const shown = await ipeos(['ticket', 'show', out.trim(), '--json', 'documents'])
  expect({ code, documents: JSON.parse(shown.out).documents }).toMatchObject({
    ...{ code: 0, documents: [{ fileName: 'journal.txt' }] },
  })
})

test('mails are wished away, and the site is asked whether they are', async () => {
  const { open, site } = await deskOf()
  const before = site.mails.length
  const { code } = await open(...issue, '--no-notify')
  expect({ code, mails: site.mails.length - before }).toEqual({ code: 0, mails: 0 })
})

test.each([/Form.Render/, /Condition.Engine/, /ValidateAnswers/])(
  'what a script gives is kept while the site’s form is out of order: %s',
  async (path) => {
    const { open, ipeos, site } = await deskOf()
    site.faults.inject({ match: { path }, kind: 'status', status: 500, times: 9 })
    expect((await open(...printer)).code).toBe(6)
    site.faults.clear()
    const { code, out } = await ipeos(['draft', 'send', '--all'])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
  },
)

test('a form of which the site fails keeps nothing else that waits from being sent', async () => {
  const { open, ipeos, site, posts } = await deskOf()
  const fail = (path: RegExp) => site.faults.inject({ match: { path }, kind: 'status', status: 500, times: 9 })
  fail(/Condition.Engine/)
  await open(...printer)
  await open(...issue)
  site.faults.clear()
  fail(/Form.Render.4/)
  const { code, out, notes } = await ipeos(['draft', 'send', '--all'])
  expect({ code, out, posts: posts() }).toEqual({ code: 7, out: expect.stringMatching(/^\d+\n$/), posts: 1 })
  expect(notes).toContain('(error 500)')
  site.faults.clear()
  expect((await ipeos(['draft', 'send', '--all'])).code).toBe(0)
  expect(posts()).toBe(2)
})

test.each([/Condition.Engine/, /ValidateAnswers/])(
  'what must arrive goes without the form, once, where the site fails at %s',
  async (path) => {
    const { open, ipeos, site, posts } = await deskOf()
    site.faults.inject({ match: { path }, kind: 'status', status: 500, times: 50 })
    const { code, out } = await open(...issue, '--best-effort')
    expect({ code, posts: posts() }).toEqual({ code: 0, posts: 0 })
    const { description } = JSON.parse((await ipeos(['ticket', 'show', out.trim(), '--json', 'description'])).out)
    expect(description).toMatch(/^Elle fume\.[\s\S]*\(error 500\)/)
    expect((await ipeos(['draft', 'list', '--json'])).out.trim()).toBe('[]')
  },
)

test('what must arrive goes without the form, once, where the site fails to take its file', async () => {
  const { home, open, ipeos, site, posts } = await deskOf()
  const path = join(home, 'journal.txt')
  writeFileSync(path, 'Bourrage')
  site.faults.inject({ match: { path: /fileupload/ }, kind: 'status', status: 500, times: 50 })
  const { code, out } = await open(...issue, '--best-effort', '--attach', path)
  expect({ code, posts: posts() }).toEqual({ code: 0, posts: 0 })
  const shown = await ipeos(['ticket', 'show', out.trim(), '--json', 'description,documents'])
  expect(JSON.parse(shown.out)).toMatchObject({
    ...{ description: expect.stringContaining('(error 500)'), documents: [{ fileName: 'journal.txt' }] },
  })
})

test('what a job says again and again under a key, while the site fails of its forms, leaves one draft', async () => {
  const { open, ipeos, site, posts } = await deskOf()
  site.faults.inject({ match: { path: /Condition.Engine/ }, kind: 'status', status: 500, times: 50 })
  for (const text of ['Elle fume.', 'Elle brûle.'])
    expect((await open('--title', 'Imprimante', '--description', text, '--dedupe', 'feu')).code).toBe(6)
  site.faults.clear()
  expect(JSON.parse((await ipeos(['draft', 'list', '--json'])).out)).toHaveLength(1)
  const { out } = await ipeos(['draft', 'send', '--all'])
  const { description } = JSON.parse((await ipeos(['ticket', 'show', out.trim(), '--json', 'description'])).out)
  expect({ description, posts: posts() }).toEqual({
    ...{ description: expect.stringMatching(/Elle fume\.[\s\S]*Elle brûle\./), posts: 1 },
  })
})
