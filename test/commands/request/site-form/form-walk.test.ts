import { describe, expect, test } from 'vitest'
import { FormWalk } from '../../../../src/commands/request/site-form/ask/form-walk.ts'
import type { VisibleParts } from '../../../../src/itil/form-answer.ts'
import type { FormPage } from '../../../../src/itil/site-form.ts'
import { choice, formPage, question, section } from '../../../support/form-page.ts'

/** Of a page on which «Travel» opens «Where» and a section of its own. */
const page = formPage(
  section(
    1,
    question(1, 'text'),
    question(2, 'radio', { choices: [choice('1', 'Travel')] }),
    question(3, 'text', { conditional: true }),
  ),
  section(2, { conditional: true }, question(4, 'text'), question(5, 'text', { preset: 'Paris' })),
)

function seenOf(questions: number[], sections = [1, 2], button = true): VisibleParts {
  return { button, sections: new Set(sections), questions: new Set(questions), comments: new Set() }
}

const text = (said: string) => ({ text: said })

/** Answers all that is asked, and names it in its order. */
function walked(walk: FormWalk): number[] {
  const asked: number[] = []
  for (let next = walk.next(); next; next = walk.next()) {
    asked.push(next.id)
    walk.answer(next, text(`answer ${next.id}`))
  }
  return asked
}

test('before the site was asked, what the page hides is not asked', () => {
  expect(walked(new FormWalk(page))).toEqual([1, 2])
})

test('a question that is seen is not asked while its section is hidden', () => {
  const walk = new FormWalk(page)
  walk.see(seenOf([1, 2, 3, 4, 5], [1]))
  expect(walked(walk)).toEqual([1, 2, 3])
})

describe('what vanishes', () => {
  function vanished(): FormWalk {
    const walk = new FormWalk(page)
    walk.see(seenOf([1, 2, 3]))
    walked(walk)
    walk.see(seenOf([1, 2]))
    return walk
  }

  test('is not sent', () => {
    expect(Object.keys(vanished().sent)).toEqual(['1', '2'])
  })

  test('is asked again when it is back, with its answer standing there', () => {
    const walk = vanished()
    walk.see(seenOf([1, 2, 3]))
    expect([walk.next()?.id, walk.answerTo({ id: 3 })]).toEqual([3, text('answer 3')])
  })

  test('is nothing that one could go back to', () => {
    expect(vanished().before()?.id).toBe(2)
  })
})

test('what appears above the last answer is asked next', () => {
  const walk = new FormWalk(page)
  walk.see(seenOf([2, 3]))
  walked(walk)
  walk.see(seenOf([1, 2, 3]))
  expect(walk.next()?.id).toBe(1)
})

test('what the page proposes is sent, until it is left empty on purpose', () => {
  const walk = new FormWalk(page)
  walk.see(seenOf([5]))
  const before = walk.sent
  walk.answer({ id: 5 }, text(''))
  expect([before, walk.sent, walk.told]).toEqual([{ 5: text('Paris') }, {}, { 5: text('') }])
})

test('what was given before is sent, and neither asked nor gone back to', () => {
  const walk = new FormWalk(page, { 1: text('given') })
  expect([walked(walk), walk.before({ id: 2 })]).toEqual([[2], undefined])
  expect(walk.sent).toMatchObject({ 1: text('given') })
})

test('what was given before can be asked again all the same', () => {
  const walk = new FormWalk(page, { 1: text('given') })
  walk.again({ id: 1 })
  expect(walk.next()?.id).toBe(1)
})

test('what stands in a hidden section is looked at with the rest, for it may open again', () => {
  const walk = new FormWalk(page, { 1: text('given'), 3: text('hidden'), 4: text('hidden too') })
  walk.see(seenOf([1, 2, 4, 5], [1]))
  expect(Object.keys(walk.weighed)).toEqual(['1', '3', '4', '5'])
})

test('of one that is asked again the answers behind it stay, and are not asked anew', () => {
  const walk = new FormWalk(page)
  walked(walk)
  walk.again({ id: 1 })
  expect([walk.left.map(({ id }) => id), walk.sent]).toEqual([[1], expect.objectContaining({ 1: text('answer 1') })])
})

test('in brief only what is missing and needed is asked', () => {
  const needed: FormPage = formPage(
    section(
      1,
      question(1, 'text'),
      question(2, 'text', { mandatory: true }),
      question(3, 'text', { mandatory: true, preset: 'x' }),
    ),
  )
  expect(walked(new FormWalk(needed, {}, { brief: true }))).toEqual([2])
})

test('a form that hides something at first needs the site after each answer', () => {
  expect(new FormWalk(page).follows).toBe(true)
})

test('one that hides nothing at first does not', () => {
  expect(new FormWalk(formPage(section(1, question(1, 'text')))).follows).toBe(false)
})
