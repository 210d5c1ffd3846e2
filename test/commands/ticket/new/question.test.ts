import { expect, test } from 'vitest'
import type { Context } from '../../../../src/app/context.ts'
import { questions } from '../../../../src/commands/request/question.ts'
import type { Request } from '../../../../src/commands/request/request.ts'
import type { TicketForm } from '../../../../src/itil/ticket-form.ts'
import type { Choice, ChoiceQuestion } from '../../../../src/terminal/prompts/prompts.ts'
import { scriptedPrompts } from '../../../support/scripted-prompts.ts'
import { translator } from '../../../support/translator.ts'

const form = { types: ['incident', 'request'], fileLimit: 2_097_152 } as Partial<TicketForm> as TicketForm
const request = { type: 'incident', files: [] as Request['files'] } as Request

/** Asks with these answers, and keeps what was asked. */
function desk(answers: Parameters<typeof scriptedPrompts>[0]) {
  const scripted = scriptedPrompts(answers)
  const asked: Array<{ choices?: Choice<unknown>[] }> = []
  const prompts = {
    ...scripted,
    select: <Value>(question: ChoiceQuestion<Value>) => {
      asked.push(question)
      return scripted.select(question)
    },
  }
  return { asked, context: { prompts, t: translator('fr') } as Partial<Context> as Context }
}

const keep = async () => undefined

test('each type says what it stands for', async () => {
  const { asked, context } = desk([['Type', 'request']])
  expect(await questions.type(request, form, context, keep)).toEqual({ type: 'request' })
  expect(asked[0]?.choices?.map(({ description }) => description)).toEqual([
    expect.stringContaining('ne marche plus'),
    expect.stringContaining('J’ai besoin'),
  ])
})

test('each level of urgency says what it stands for', async () => {
  const { asked, context } = desk([['Urgence', 'high']])
  const urgencies: TicketForm['urgencies'] = ['low', 'high', 'very-high']
  await questions.urgency({ ...request, urgency: 'low' }, { ...form, urgencies }, context, keep)
  expect(asked[0]?.choices?.map(({ description }) => description)).toEqual([
    expect.stringContaining('peut attendre'),
    expect.stringContaining('ne fonctionne plus'),
    expect.stringContaining('arrêtée'),
  ])
})
