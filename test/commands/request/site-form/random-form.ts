import fc from 'fast-check'
import type { Condition, Visibility } from '../../../../src/sandbox/forms/definition.ts'
import { type NewForm, type NewSection, numbered } from '../../../../src/sandbox/forms/make-form.ts'

const kinds = ['short text', 'number', 'long text', 'date and time', 'radio', 'checkbox', 'drop-down'] as const

const letters = ['a', 'b', 'c']
const options = letters.map((label, place) => ({ value: String(501 + place), label: `Choix ${label}` }))

/** A question before its name and its conditions. */
const question = fc.record({
  kind: fc.constantFrom(...kinds),
  mandatory: fc.boolean(),
  isPreset: fc.boolean(),
  /** Which of those before it it hangs on, if any. */
  hangsOn: fc.option(fc.nat(), { freq: 2 }),
  operator: fc.constantFrom('equals', 'not_equals', 'empty', 'not_empty', 'visible', 'not_visible' as const),
  strategy: fc.constantFrom('visible_if', 'hidden_if' as const),
  place: fc.nat(2),
})

const section = fc.record({ questions: fc.array(question, { minLength: 1, maxLength: 15 }), head: question })

/** The forms that an administrator may make, of 60 questions at most: what is seen hangs on what is answered before. */
export const randomForm = fc.array(section, { minLength: 1, maxLength: 4 }).map((sections): NewForm => {
  const steering: string[] = []
  let count = 0
  const visibility = ({
    hangsOn,
    operator,
    strategy,
    place,
  }: typeof question extends fc.Arbitrary<infer One> ? One : never) => {
    const on = hangsOn === null ? undefined : steering[hangsOn % Math.max(1, steering.length)]
    if (on === undefined) return {}
    const condition: Condition = { question: on, operator, value: options[place]?.value ?? '', logic: 'and' }
    return { visibility: { strategy, conditions: [condition] } satisfies Visibility }
  }
  const made = sections.map(({ questions, head }, number): NewSection => {
    const shown = visibility(head)
    const blocks = questions.map((one) => {
      count += 1
      const { kind, mandatory, isPreset, place } = one
      const name = `Question ${count}`
      const hasOptions = kind === 'radio' || kind === 'checkbox' || kind === 'drop-down'
      const block = {
        ...{ name, kind, mandatory, ...visibility(one) },
        ...(hasOptions && { options, multiple: kind === 'drop-down' }),
        ...(kind === 'date and time' && { date: true, time: false }),
        ...(isPreset && hasOptions && { default: options[place]?.value ?? '' }),
        ...(isPreset && kind === 'number' && { default: '12' }),
      }
      // The operators of all of these mean the same of a radio.
      if (kind === 'radio') steering.push(name)
      return block
    })
    return { name: `Section ${number + 1}`, description: '', ...shown, blocks }
  })
  return {
    ...{ name: 'Un formulaire', description: '', header: '', category: 0, entity: 0, active: true, pinned: false },
    sections: made,
    destinations: [{ title: 'Un ticket', content: 'auto', takesObservers: false }],
  }
})

/** A site that has this form alone. */
export function siteWith(form: NewForm) {
  return { categories: [], forms: numbered([form]), isOff: false }
}
