import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { followForm } from '../../../../src/commands/request/site-form/ask/follow-form.ts'
import { FormWalk } from '../../../../src/commands/request/site-form/ask/form-walk.ts'
import { answersToSend, withDefaults } from '../../../../src/commands/request/site-form/complete-answers.ts'
import { presetAnswers } from '../../../../src/commands/request/site-form/preset-answers.ts'
import type { OpenForm } from '../../../../src/glpi/forms/open-form.ts'
import type { FormAnswers } from '../../../../src/itil/form-answer.ts'
import { type FormPage, questionsOf } from '../../../../src/itil/site-form.ts'
import { type Answers, askedAnswers } from '../../../../src/sandbox/forms/answers.ts'
import { askedQuestions, seenWith } from '../../../../src/sandbox/forms/conditions.ts'
import type { FormDefinition } from '../../../../src/sandbox/forms/definition.ts'
import { numbered } from '../../../../src/sandbox/forms/make-form.ts'
import type { PhpValues } from '../../../../src/sandbox/php-query.ts'
import { type Place, place } from '../../../support/glpi-versions.ts'
import { random } from '../../../support/random.ts'
import { randomForm } from '../../../support/random-form.ts'
import { type Answered, bytesOf, randomAnswer } from './random-answers.ts'

const rounds = 40

/** A form that nobody thought of, opened by alice. */
async function someForm({ sandbox, platform }: Place, seed: number) {
  const dice = random(seed)
  const [made] = numbered([randomForm(dice, `Formulaire ${seed}`)])
  if (!made) throw new Error('no form')
  sandbox.configuration.catalogue.forms = [made]
  return { dice, made, form: await platform.forms.open(made.id) }
}

/** What the platform itself makes of these answers, in its own form. */
function platformSees(made: FormDefinition, page: FormPage, answers: FormAnswers) {
  const given: PhpValues = {}
  for (const { id, kind, itemtype = '' } of questionsOf(page)) {
    const answer = answers[id]
    if (!answer) continue
    if ('chosen' in answer && kind === 'object') given[id] = { itemtype, items_id: answer.chosen[0]?.value ?? '' }
    else if ('chosen' in answer) given[id] = listed(answer.chosen.map(({ value }) => value))
    else if ('files' in answer) given[id] = listed(answer.files.map(({ name }) => name))
    else given[id] = 'text' in answer ? answer.text : answer.html
  }
  const asked: Answers = askedAnswers(made, { answers: given })
  const seen = seenWith(made, asked)
  return { button: seen.form, questions: askedQuestions(made, seen).map(({ id }) => id) }
}

/** As PHP reads a list. */
function listed(values: string[]): PhpValues {
  return Object.fromEntries(values.entries())
}

/** Whether some parts hide each other in turn, so that nobody can say what is seen. */
function contradictsItself(made: FormDefinition, page: FormPage, answers: FormAnswers): boolean {
  let sent = answers
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const { questions } = platformSees(made, page, sent)
    const next = Object.fromEntries(Object.entries(answers).filter(([id]) => questions.includes(Number(id))))
    if (Object.keys(next).join() === Object.keys(sent).join()) return false
    sent = next
  }
  return true
}

/** The text of a ticket that these answers make. */
function expectedText(page: FormPage, answers: FormAnswers, written: ReadonlyMap<number, string>): string {
  const several = page.sections.length > 1
  return page.sections
    .map(({ blocks }, index) => {
      const answered = blocks.filter((block) => block.block === 'question' && answers[block.id] !== undefined)
      if (answered.length === 0) return ''
      const lines = answered.map(
        (block, place) =>
          `<b>${place + 1}) ${block.block === 'question' ? block.label : ''}</b>: ${written.get(block.id)}<br>`,
      )
      return `${several ? `<h2>Partie ${index}</h2>` : ''}<p>${lines.join('')}</p>`
    })
    .join('')
}

/** Sends answers, and gives the text and the files of the ticket that came of them. */
async function arrived({ platform }: Place, form: OpenForm, answers: FormAnswers) {
  const files = Object.entries(answers).flatMap(([question, answer]) =>
    'files' in answer ? answer.files.map(({ name }) => ({ question: Number(question), name })) : [],
  )
  const sent = await form.submit({
    answers,
    files: files.map(({ question, name }) => {
      const bytes = bytesOf(name, form.page.title)
      return { question, file: { name, size: bytes.length, open: () => Readable.from([bytes]) } }
    }),
  })
  const [ticket] = 'tickets' in sent ? sent.tickets : []
  const [stored] = await platform.forms.allFrom(form.page.storedTitle, (ticket?.id ?? 0) - 1)
  const { documents } = await platform.tickets.get(ticket?.id ?? 0)
  return {
    text: stored?.content,
    files: documents.map(({ fileName }) => fileName).sort(),
    expected: files.map(({ name }) => name).sort(),
  }
}

/** What a page proposes, as it is written into a ticket. */
function presetWritten(page: FormPage): Map<number, string> {
  const written = new Map<number, string>()
  const answers = presetAnswers(page)
  for (const { id } of questionsOf(page)) {
    const answer = answers[id]
    if (!answer || 'files' in answer) continue
    if ('chosen' in answer) written.set(id, answer.chosen.map(({ label }) => label).join(', '))
    else written.set(id, 'text' in answer ? answer.text : answer.html)
  }
  return written
}

test('of any form what is seen is asked, one by one, and what was answered arrives', async () => {
  const there = await place({ glpi: '11.0' })
  let contradictory = 0
  for (let seed = 1; seed <= rounds; seed += 1) {
    const { dice, made, form } = await someForm(there, seed)
    const { page } = form
    const given = new Map<number, Answered>()
    const walk = new FormWalk(page)
    const follow = (): Promise<void> => followForm(walk, form)
    do {
      for (let question = walk.next(); question; question = walk.next()) {
        const one = given.get(question.id) ?? (await randomAnswer(form, question, dice))
        given.set(question.id, one)
        walk.answer(question, one.answer)
        if (walk.follows) await follow()
      }
      await follow()
    } while (walk.next())
    if (contradictsItself(made, page, walk.weighed)) {
      contradictory += 1
      continue
    }
    const seen = platformSees(made, page, walk.sent)
    expect(
      walk.seen.map(({ id }) => id),
      `seed ${seed}: what is seen`,
    ).toEqual(seen.questions)
    expect(walk.maySend, `seed ${seed}: the button`).toBe(seen.button)
    if (!walk.maySend || Object.keys(walk.sent).length === 0) continue
    expect(await form.check(walk.sent), `seed ${seed}: the check`).toEqual([])
    const written = new Map([...given].map(([id, one]) => [id, one.written]))
    const { text, files, expected } = await arrived(there, form, walk.sent)
    expect(text, `seed ${seed}: the ticket`).toBe(expectedText(page, walk.sent, written))
    expect(files, `seed ${seed}: the files`).toEqual(expected)
  }
  expect(contradictory).toBeLessThan(rounds / 4)
}, 120_000)

test('of any form what a script answers arrives, as far as it is seen', async () => {
  const there = await place({ glpi: '11.0' })
  let contradictory = 0
  for (let seed = 1_001; seed <= 1_000 + rounds; seed += 1) {
    const { dice, made, form } = await someForm(there, seed)
    const { page } = form
    const given = new Map<number, Answered>()
    for (const question of questionsOf(page)) given.set(question.id, await randomAnswer(form, question, dice))
    const said = Object.fromEntries([...given].map(([id, { answer }]) => [id, answer]))
    const visible = await form.visible(withDefaults(page, said))
    const sent = answersToSend(page, visible, withDefaults(page, said))
    if (contradictsItself(made, page, withDefaults(page, said))) {
      contradictory += 1
      continue
    }
    const seen = platformSees(made, page, sent)
    expect([...visible.questions].sort(), `seed ${seed}: what is seen`).toEqual(seen.questions.sort())
    expect(visible.button, `seed ${seed}: the button`).toBe(seen.button)
    if (!visible.button || Object.keys(sent).length === 0) continue
    const written = new Map([...presetWritten(page), ...[...given].map(([id, one]) => [id, one.written] as const)])
    const { text } = await arrived(there, form, sent)
    expect(text, `seed ${seed}: the ticket`).toBe(expectedText(page, sent, written))
  }
  expect(contradictory).toBeLessThan(rounds / 4)
}, 120_000)
