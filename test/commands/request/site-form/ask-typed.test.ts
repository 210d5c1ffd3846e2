import { expect, test } from 'vitest'
import type { Context } from '../../../../src/app/context.ts'
import { askTyped } from '../../../../src/commands/request/site-form/ask/ask-typed.ts'
import type { TextQuestion } from '../../../../src/terminal/prompts/prompts.ts'
import { question } from '../../../support/form-page.ts'
import { translator } from '../../../support/translator.ts'

test.each([
  ['an optional question', false],
  ['one that needs an answer', true],
])('what stands in the line of %s may be erased: %s is whether it is needed', async (_what, mandatory) => {
  const input = async ({ mayBeEmpty = false, default: usual = '' }: TextQuestion) => (mayBeEmpty ? '' : usual)
  const asked = {
    ...{ question: question(1, 'number', { mandatory }), now: { text: '12' }, typed: undefined, files: [] },
    ...{ back: false, whileTyping: () => undefined, keepPart: () => undefined },
  }
  const answer = await askTyped('number', asked, { prompts: { input }, t: translator('en') } as unknown as Context)
  expect(answer).toEqual({ text: mandatory ? '12' : '' })
})
