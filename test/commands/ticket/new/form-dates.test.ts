import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

const dated = [
  ...['--form', '3', '--answer', 'Nom et prénom=Léa', '--answer', 'Poste de travail=Fixe', '--yes'],
  ...['--answer', "Date d'arrivée=07/01/2030", '--answer', 'Rendez-vous (date et heure)=07/01/2030 9h30'],
]
const asWritten = ['2030-01-07', '2030-01-07T09:30']

/** As all other dates of the program. */
const read = { en: /Jan 2030\n[\s\S]*7 Jan 2030, 09:30/, fr: /7 janv\. 2030\n[\s\S]*7 janv\. 2030, 09:30/ }

/** The spaces within are as `Intl` has them. */
function spaced(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}

test.each(['en', 'fr'] as const)(
  'what would be sent shows the dates of a form as all others, in %s',
  async (language) => {
    const desk = newDesk(await openSandbox())
    const { out } = await desk.ipeos(['ticket', 'new', ...dated, '--dry-run'], { env: { LANG: `${language}.UTF-8` } })
    expect(spaced(out)).toMatch(read[language])
    expect(out).not.toContain('2030-')
  },
)

test('a program is told the dates of a form as they are sent', async () => {
  const desk = newDesk(await openSandbox())
  const { out } = await desk.ipeos(['ticket', 'new', ...dated, '--dry-run', '--json'])
  const { answers } = JSON.parse(out) as { answers: Array<{ kind: string; values: string[] }> }
  expect(answers.filter(({ kind }) => kind.startsWith('date')).flatMap(({ values }) => values)).toEqual(asWritten)
})

test('a draft shows the dates of a form as all others, and tells them to a program as they are sent', async () => {
  const site = await openSandbox()
  const desk = newDesk(site)
  site.faults.inject({ match: { path: /SubmitAnswers/ }, times: 99, kind: 'status', status: 503 })
  const { notes } = await desk.ipeos(['ticket', 'new', ...dated])
  const [, id = ''] = /draft send (\w+)/.exec(notes) ?? []
  expect(spaced((await desk.ipeos(['draft', 'show', id])).out)).toMatch(read.en)
  const { out } = await desk.ipeos(['draft', 'show', id, '--json'])
  for (const date of asWritten) expect(out).toContain(`"${date}"`)
})

test('a ticket shows the dates of the form that it came from as all others; a program reads its text as it is', async () => {
  const desk = newDesk(await openSandbox())
  const number = (await desk.ipeos(['ticket', 'new', ...dated])).out.trim()
  expect(spaced((await desk.ipeos(['ticket', 'show', number])).out)).toMatch(read.en)
  await desk.ipeos(['ticket', 'show', number, '--html', '-o', 'page.html'])
  expect(spaced(readFileSync(join(desk.home, 'page.html'), 'utf8'))).toContain('7 Jan 2030, 09:30')
  expect((await desk.ipeos(['ticket', 'show', number, '--json'])).out).toContain('2030-01-07 09:30')
})
