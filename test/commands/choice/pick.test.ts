import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Cancelled } from '../../../src/errors/error.ts'
import { openSandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts'
import type { ChoiceQuestion } from '../../../src/terminal/prompts/prompts.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { Left, scriptedPrompts } from '../../support/scripted-prompts.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

/** The list that a command offers where its argument is missing, and what it says before the person leaves. */
async function offered(words: string[], columns: number, options: SandboxOptions & { user?: string } = {}) {
  const desk = newDesk(await openSandbox(options), options.user ? { user: options.user } : {})
  let lines: string[] = []
  const search = async <Value>({ message, choices }: ChoiceQuestion<Value>): Promise<Value> => {
    lines = [message, ...choices.map(({ name }) => name)]
    throw new Cancelled('cancelled')
  }
  const prompts = { ...scriptedPrompts([]), search }
  const { code, notes } = await desk.ipeos([...words, '--lang', 'fr'], { columns, world: { prompts } })
  return { lines, code, notes }
}

/** Verbs, and the numbers of alice's tickets that fit each. */
const fits: Array<[verb: string, numbers: number[]]> = [
  ['show', [1, 6, 7, 8, 12, 13, 15, 17]],
  ['download', [1, 6, 7, 8, 12, 13, 15, 17]],
  ['export', [1, 6, 7, 8, 12, 13, 15, 17]],
  ['comment', [12, 13, 15, 17]],
  ['attach', [12, 13, 15, 17]],
  ['wait', [12, 13, 15, 17]],
  ['accept', [12]],
  ['refuse', [12]],
  ['edit', [17]],
  ['cancel', [17]],
]

test.each(fits)('ticket %s without a number offers the tickets that fit it: %j', async (verb, numbers) => {
  const until = verb === 'wait' ? ['--until', 'reply'] : []
  const { lines, code } = await offered(['ticket', verb, ...until], 80)
  const shown = lines.slice(1).map((line) => Number(/^#(\d+)/.exec(line)?.[1]))
  expect(shown.toSorted()).toEqual(numbers.toSorted())
  expect(code).toBe(130)
})

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('who observes a ticket is not offered to write on it or to change it, and may read and leave it', async () => {
    const offering: string[] = []
    for (const verb of ['comment', 'attach', 'edit', 'cancel', 'close', 'show', 'leave']) {
      const { lines } = await offered(['ticket', verb], 80, { glpi, everyday: true })
      if (lines.some((line) => line.includes('Poste très lent'))) offering.push(verb)
    }
    expect(offering).toEqual(['show', 'leave'])
  })
})

const others: string[][] = [
  ['faq', 'show'],
  ['faq', 'download'],
  ['draft', 'show'],
  ['reservation', 'cancel'],
]

test.each([...fits.map(([verb]) => ['ticket', verb]), ...others])(
  'the list of %s %s fits a window of 80 columns, and one of 40',
  async (...words) => {
    const until = words[1] === 'wait' ? ['--until', 'reply'] : []
    for (const columns of [80, 40]) {
      const { lines } = await offered([...words, ...until], columns)
      // The prompt has its mark, and a space, before each.
      expect(lines.slice(1).filter((line) => line.length > columns - 3)).toEqual([])
    }
  },
)

test.each(glpiVersions)('on GLPI %s, a ticket on which support wrote is not offered to be changed', async (glpi) => {
  const followups = [{ content: 'Nous regardons.', author: 'bob' }]
  const { desk } = await deskWithTicket(glpi, { status: 'assigned', followups } as object)
  let names: string[] = []
  const search = async <Value>({ choices }: ChoiceQuestion<Value>): Promise<Value> => {
    names = choices.map(({ name }) => name)
    throw new Cancelled('cancelled')
  }
  await desk.ipeos(['ticket', 'edit'], { columns: 80, world: { prompts: { ...scriptedPrompts([]), search } } })
  expect(names.join('\n')).not.toContain('Imprimante en panne')
})

test('the one that is pointed at is shown', async () => {
  const desk = newDesk(await openSandbox())
  const { code, out } = await desk.ipeos(['ticket', 'show'], { columns: 80, answers: [['Which ticket', 15]] })
  expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining('#15')])
})

const nobody: Array<[line: string, question: string, example: string]> = [
  ['ticket show', 'Quel ticket ?', 'ipeos ticket show 12'],
  ['ticket accept', 'Quel ticket ?', 'ipeos ticket accept 12'],
  ['ticket refuse', 'Quel ticket ?', 'ipeos ticket refuse 12'],
  ['ticket cancel', 'Quel ticket ?', 'ipeos ticket cancel 12'],
  ['ticket attach', 'Quel ticket ?', 'ipeos ticket attach 12'],
  ['ticket attach 15', 'Quel fichier ?', 'ipeos ticket attach 15 capture.png'],
  ['ticket comment', 'Quel ticket ?', 'ipeos ticket comment 12'],
  ['faq show', 'Quel article ?', 'ipeos faq show 3'],
  ['faq search', 'Chercher quoi ?', 'ipeos faq search imprimante'],
  ['draft show', 'Quel brouillon ?', 'ipeos draft show 3f2a9c41'],
  ['draft delete', 'Quel brouillon ?', 'ipeos draft delete 3f2a9c41'],
  ['reservation cancel', 'Quelle réservation ?', 'ipeos reservation cancel 2'],
]

test.each(nobody)(
  'without a terminal, %s asks «%s» in one error, and gives an example',
  async (line, question, example) => {
    const desk = newDesk(await openSandbox())
    const { code, out, notes } = await desk.ipeos([...line.split(' '), '--lang', 'fr'])
    expect([code, out]).toEqual([2, ''])
    expect(notes.replaceAll('\u00a0', ' ')).toBe(`✗ ${question}\n  → Par exemple : ${example}\n`)
  },
)

test('who switched the questions off is told so', async () => {
  const desk = newDesk(await openSandbox())
  const { code, notes } = await desk.ipeos(['ticket', 'show', '--no-input'], { columns: 80 })
  expect([code, notes]).toEqual([2, expect.stringContaining('Questions are switched off by --no-input.')])
})

const nothing: Array<[line: string, says: string]> = [
  ['ticket accept', 'No solution awaits your answer'],
  ['ticket refuse', 'No solution awaits your answer'],
  ['ticket show', 'You have no ticket yet'],
  ['ticket comment', 'No ticket is open'],
  ['ticket cancel', 'No ticket can be cancelled any more'],
  ['ticket wait --until reply', 'No ticket is open'],
  ['draft delete', 'No draft'],
  ['draft send', 'Nothing waits to be sent'],
]

test.each(nothing)('where nothing fits, %s says «%s», and that is no failure', async (line, says) => {
  const site = await openSandbox()
  const none = () => Response.json({ totalcount: 0, count: 0, sort: [], order: [], data: [] })
  const fetch = async (request: Request) => (/search\/Ticket/i.test(request.url) ? none() : site.fetch(request))
  const desk = newDesk({ fetch })
  const { code, notes } = await desk.ipeos(line.split(' '), { columns: 80 })
  expect([code, notes]).toEqual([0, expect.stringContaining(says)])
})

test('on a terminal a solution is shown, and accepted only once the person says so', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0', { status: 'solved' })
  const solution = (await shown()).timeline.find(({ kind }) => kind === 'solution')?.text ?? 'no solution'
  const left = await desk.ipeos(['ticket', 'accept'], {
    columns: 80,
    answers: [
      ['The solution of which', Number(id)],
      [`close ticket no. ${id} (Imprimante en panne)`, false],
    ],
  })
  expect([left.code, left.notes]).toEqual([130, expect.stringContaining(solution)])
  expect((await shown()).status).toBe('solved')
  await desk.ipeos(['ticket', 'accept', id], { columns: 80, answers: [['Accept this solution', true]] })
  expect((await shown()).status).toBe('closed')
})

test('with --yes nothing is asked before a solution is accepted', async () => {
  const { desk, id, shown } = await deskWithTicket('11.0', { status: 'solved' })
  await desk.ipeos(['ticket', 'accept', id, '--yes'], { columns: 80 })
  expect((await shown()).status).toBe('closed')
})

test('a refusal names the ticket', async () => {
  const { desk, id } = await deskWithTicket('10.0', { status: 'solved' })
  const answers: Parameters<typeof scriptedPrompts>[0] = [
    [`no. ${id} (Imprimante en panne)`, 'Elle fume encore.'],
    ['File to attach', ''],
    ['The solution is refused', undefined],
  ]
  expect((await desk.ipeos(['ticket', 'refuse', id], { columns: 80, answers })).code).toBe(0)
})

test('a draft is shown before it is forgotten, and stays where the person says no', async () => {
  const desk = newDesk(await openSandbox())
  await desk.ipeos(['ticket', 'comment', '15'], { columns: 80, answers: [['Your message', new Left('Toujours rien')]] })
  const kept = await desk.ipeos(['draft', 'list', '--json', 'id'])
  const [{ id }] = JSON.parse(kept.out)
  const deleting = (answer: boolean) =>
    desk.ipeos(['draft', 'delete', id], { columns: 80, answers: [['Forget this draft for good?', answer]] })
  expect(await deleting(false)).toMatchObject({ code: 130, notes: expect.stringContaining('Toujours rien') })
  expect((await desk.ipeos(['draft', 'list', '--json', 'id'])).out).toBe(kept.out)
  expect(await deleting(true)).toMatchObject({ code: 0 })
  expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json', 'id'])).out)).toEqual([])
})

test('files are asked for where only the ticket is named', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0', { status: 'assigned' })
  writeFileSync(join(desk.home, 'capture.txt'), 'seen')
  const { code } = await desk.ipeos(['ticket', 'attach', id], {
    columns: 80,
    answers: [
      ['File', 'capture.txt'],
      ['file', ''],
    ],
  })
  expect([code, (await shown()).documents.map(({ fileName }) => fileName)]).toEqual([0, ['capture.txt']])
})
