import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswersFile } from '../../../../src/commands/request/site-form/answers-file.ts'
import { followForm } from '../../../../src/commands/request/site-form/ask/follow-form.ts'
import { FormWalk } from '../../../../src/commands/request/site-form/ask/form-walk.ts'
import {
  answerProblems,
  answersToSend,
  missingAnswers,
  visibleQuestions,
  withDefaults,
} from '../../../../src/commands/request/site-form/complete-answers.ts'
import { nameOf, placedQuestions } from '../../../../src/commands/request/site-form/question-name.ts'
import { understandAnswers } from '../../../../src/commands/request/site-form/understand-answers.ts'
import type { OpenForm, Submitted } from '../../../../src/glpi/forms/open-form.ts'
import type { Platform } from '../../../../src/glpi/platform.ts'
import type { FormAnswer, FormAnswers } from '../../../../src/itil/form-answer.ts'
import { type FormQuestion, questionsOf } from '../../../../src/itil/site-form.ts'
import { place } from '../../../support/glpi-versions.ts'
import { translator } from '../../../support/translator.ts'
import { randomForm, siteWith } from './random-form.ts'

/** Some answer to it, of several. */
function someAnswer({ kind, choices, several, id }: FormQuestion, luck: number): FormAnswer {
  if (kind === 'number') return { text: String(1 + (luck % 99)) }
  if (kind === 'date') return { text: `2030-01-${String(1 + (luck % 28)).padStart(2, '0')}` }
  if (choices.length === 0) return { text: `Réponse ${id}` }
  const chosen = choices.filter((_choice, at) => (several ? (luck >> at) % 2 === 1 : at === luck % choices.length))
  return { chosen: (chosen.length > 0 ? chosen : choices.slice(0, 1)).map(({ value, label }) => ({ value, label })) }
}

test('of any form, what arrives is what was answered to what is seen, and nothing else', async () => {
  const lucks = fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(randomForm, lucks, async (made, luck) => {
      const { platform } = await place({ glpi: '11.0', configuration: { catalogue: siteWith(made) } })
      const form = await platform.forms.open(1)
      const said = Object.fromEntries(
        questionsOf(form.page).flatMap((question, at) => {
          const one = luck[at] ?? 0
          return one % 3 === 0 ? [] : [[question.id, someAnswer(question, one)]]
        }),
      )
      const sent = await whole(form, said, luck)
      const result = await form.submit({ answers: sent, files: [] })
      const answered = questionsOf(form.page).filter(({ id }) => id in sent)
      expect(await arrivedOf(result, platform)).toEqual(answered.map(({ label }) => label))
    }),
    { numRuns: 600 },
  )
}, 120_000)

/** As a script does it: what is missing is answered, too. */
async function whole(form: OpenForm, said: FormAnswers, luck: number[]): Promise<FormAnswers> {
  let answers = withDefaults(form.page, said)
  for (;;) {
    const visible = await form.visible(answers)
    const missing = missingAnswers(form.page, visible, answers)
    if (missing.length === 0) {
      expect(answerProblems(form.page, visible, { said: {}, answers }, translator('fr'))).toEqual([])
      const sent = answersToSend(form.page, visible, answers)
      expect(await form.check(sent)).toEqual([])
      const seen = visibleQuestions(form.page, await form.visible(sent)).map(({ question }) => question.label)
      expect(seen).toEqual(visibleQuestions(form.page, visible).map(({ question }) => question.label))
      return sent
    }
    answers = {
      ...answers,
      ...Object.fromEntries(missing.map(({ question }, at) => [question.id, someAnswer(question, luck[at] ?? 1)])),
    }
  }
}

test('of any form, whoever walks through it is asked exactly what is seen, and that arrives', async () => {
  const lucks = fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(randomForm, lucks, async (made, luck) => {
      const { platform } = await place({ glpi: '11.0', configuration: { catalogue: siteWith(made) } })
      const form = await platform.forms.open(1)
      const walk = new FormWalk(form.page)
      await followForm(walk, form)
      const asked = new Set<string>()
      for (let question = walk.next(); question; question = walk.next()) {
        asked.add(question.label)
        walk.answer(question, someAnswer(question, luck[question.id % luck.length] ?? 1))
        await followForm(walk, form)
      }
      const visible = visibleQuestions(form.page, await form.visible(walk.sent)).map(({ question }) => question.label)
      expect(walk.seen.map(({ label }) => label)).toEqual(visible)
      expect(visible.filter((label) => !asked.has(label))).toEqual([])
      expect(await form.check(walk.sent)).toEqual([])
      const result = await form.submit({ answers: walk.sent, files: [] })
      expect(await arrivedOf(result, platform)).toEqual(visible)
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('of any form, a file of answers says the same as a walk', async () => {
  await fc.assert(
    fc.asyncProperty(randomForm, fc.nat(1000), async (made, luck) => {
      const { platform } = await place({ glpi: '11.0', configuration: { catalogue: siteWith(made) } })
      const form = await platform.forms.open(1)
      const walked = Object.fromEntries(questionsOf(form.page).map((one) => [one.id, someAnswer(one, luck + one.id)]))
      const content = placedQuestions(form.page).map((placed) => {
        const answer = walked[placed.question.id]
        const labels = answer && 'chosen' in answer ? answer.chosen.map(({ label }) => label) : []
        return [nameOf(placed, form.page), answer && 'text' in answer ? answer.text : labels]
      })
      const file = readAnswersFile(JSON.stringify(Object.fromEntries(content)), 'x.json')
      const { answers, problems } = await understandAnswers({ file }, form, {
        t: translator('fr'),
        files: { check: () => Promise.reject(new Error('no file is named')) },
        readText: () => Promise.reject(new Error('no text is elsewhere')),
        forms: platform.forms,
        machineIdentity: () => Promise.reject(new Error('no machine is named')),
      })
      expect(problems).toEqual([])
      expect(answers).toEqual(walked)
    }),
    { numRuns: 25 },
  )
}, 120_000)

/** The labels of what a ticket says. */
async function arrivedOf(result: Submitted, { tickets }: Pick<Platform, 'tickets'>): Promise<(string | undefined)[]> {
  const [ticket] = 'tickets' in result ? result.tickets : []
  const { description } = await tickets.get(ticket?.id ?? 0)
  return [...description.matchAll(/<b>\d+\) (Question \d+)<\/b>/g)].map(([, label]) => label)
}
