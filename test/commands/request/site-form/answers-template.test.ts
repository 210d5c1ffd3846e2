import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswersFile } from '../../../../src/commands/request/site-form/answers-file.ts'
import { findQuestion, placedQuestions } from '../../../../src/commands/request/site-form/question-name.ts'
import { answersSchema } from '../../../../src/commands/request/site-form/template/answers-schema.ts'
import { answersTemplate } from '../../../../src/commands/request/site-form/template/answers-template.ts'
import { questionKinds } from '../../../../src/itil/site-form.ts'
import { hostileText, unfit } from '../../../support/hostile-text.ts'
import { translator } from '../../../support/translator.ts'
import { choices, pageOf, question, section } from './form-of-all-kinds.ts'

const t = translator('fr')

const text = fc.oneof(fc.constantFrom('Nom', 'nom ?', 'A/B', '// x', '', '"', '}'), hostileText)
const asked = fc
  .record({
    label: text,
    help: text,
    preset: text,
    kind: fc.constantFrom(...questionKinds),
    labels: fc.array(text, { maxLength: 3 }),
    conditional: fc.boolean(),
    several: fc.boolean(),
  })
  .map(({ label, labels, ...some }) => question(label, { ...some, choices: choices(...labels) }))
const forms = fc
  .array(fc.tuple(text, fc.array(asked, { maxLength: 5 })), { minLength: 1, maxLength: 3 })
  .map((sections) => pageOf(...sections.map(([title, questions]) => section(title, questions))))

test('whatever a form asks, its template is read back, and names each question that is asked from the start', () => {
  fc.assert(
    fc.property(forms, (page) => {
      const template = answersTemplate(page, 'https://support.example/Form/Render/7', t)
      const named = [...readAnswersFile(template, 'x.json').keys()].map((name) => findQuestion(name, page))
      const found = named.flatMap((one) => ('found' in one ? [one.found.question.id] : []))
      const fromStart = placedQuestions(page).filter(
        ({ question: { conditional, kind } }) => !conditional && kind !== 'unknown',
      )
      expect(found).toEqual(expect.arrayContaining(fromStart.map(({ question }) => question.id)))
      expect(template).not.toMatch(unfit)
    }),
  )
})

test('whatever a form asks, its schema names each question that can be answered', () => {
  fc.assert(
    fc.property(forms, (page) => {
      const { properties } = JSON.parse(JSON.stringify(answersSchema(page)))
      const answerable = placedQuestions(page).filter(({ question }) => question.kind !== 'unknown')
      expect(Object.keys(properties)).toHaveLength(answerable.length)
    }),
  )
})
