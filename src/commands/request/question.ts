import type { Context } from '../../app/context.ts'
import type { TypedAnswers } from '../../drafts/draft.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { isEmailAddress } from '../../itil/email-address.ts'
import type { Category, TicketForm } from '../../itil/ticket-form.ts'
import type { Choice, ChoiceQuestion, Prompts, TextQuestion } from '../../terminal/prompts/prompts.ts'
import { typeWord, urgencyWord } from '../../views/word.ts'
import { askForFiles } from './attachment/ask-files.ts'
import { contractCoverage } from './contract-category.ts'
import { textTooLong } from './given-text.ts'
import { type Request, titleTooLong } from './request.ts'

/**
 * Asks one thing of the form, with what is known so far as its default, or what was `typed` of the answer before; gives
 * what the answer changes. An answer of several parts (files) is kept part by part, a text while it is typed. With
 * `back`, it rejects with `WentBack` where the person wants the question before.
 */
type Question = (
  request: Request,
  form: TicketForm,
  context: Context,
  keep: Keep,
  how?: HowAsked,
) => Promise<Partial<Request>>

interface HowAsked {
  typed?: TypedAnswers
  back?: boolean
}

export type Keep = (part: Partial<Request>, typed?: string) => Promise<unknown>

/** From this many choices on, one types to find rather than scrolls. */
const longList = 8

export const questions: Record<keyof Request, Question> = {
  type: async (request, form, { prompts, t }, _keep, { back = false } = {}) => ({
    type: await prompts.select({
      message: t('new.question.type'),
      choices: form.types.map((type) => ({ name: typeWord(type, t), value: type, description: t(`new.type.${type}`) })),
      default: request.type,
      back,
    }),
  }),

  urgency: async (request, form, { prompts, t }, _keep, { back = false } = {}) => ({
    urgency: await prompts.select({
      message: t('new.question.urgency'),
      choices: form.urgencies.map((urgency) => ({
        name: urgencyWord(urgency, t),
        value: urgency,
        description: t(`new.urgency.${urgency}`),
      })),
      default: request.urgency,
      back,
    }),
  }),

  notify: async (request, _form, { prompts, t }, _keep, { back = false } = {}) => ({
    notify: await prompts.select({
      message: t('new.question.notify'),
      choices: [
        { name: t('new.yes'), value: true },
        { name: t('new.no'), value: false },
      ],
      default: request.notify,
      back,
    }),
  }),

  email: async (request, form, { prompts, settings, t }, keep, { typed, back = false } = {}) => {
    if (!request.notify) return { email: undefined }
    const known = typed?.email ?? request.email ?? settings.email ?? form.email
    const answer = await prompts.input({
      message: t('new.question.email'),
      ...beingTyped(known, keep, back),
      validate: (text) => text.trim() === '' || isEmailAddress(text) || t('new.bad-email', { text }),
    })
    return { email: answer.trim() || undefined }
  },

  equipment: async (request, form, { prompts, t }, keep, { typed, back = false } = {}) => {
    if (form.source === 'none') {
      const asked = beingTyped(typed?.equipment ?? request.equipment?.key, keep, back)
      return { equipment: await equipmentByHand(asked, prompts, t) }
    }
    if (form.equipment.length === 0) return { equipment: null }
    return {
      equipment: await pick(prompts, {
        message: t('new.question.equipment'),
        choices: [
          ...unlessMandatory('equipment', form, { name: t('new.no-equipment'), value: null }),
          ...form.equipment.map((item) => ({ name: item.label, value: item as Request['equipment'] })),
        ],
        default: form.equipment.find(({ key }) => key === request.equipment?.key) ?? null,
        back,
      }),
    }
  },

  category: async (request, form, context, keep, { typed, back = false } = {}) => {
    const { prompts, t } = context
    if (form.source === 'none') {
      const known = request.category ? String(request.category.id) : undefined
      const asked = beingTyped(typed?.category ?? known, keep, back)
      return { category: await categoryByHand(asked, prompts, t) }
    }
    if (form.categories.length === 0) return { category: null }
    const isCovered = contractCoverage(context)
    return {
      category: await prompts.search({
        message: t('new.question.category'),
        choices: [
          ...unlessMandatory('category', form, { name: t('new.no-category'), value: null }),
          ...form.categories.map((category) => ({
            ...categoryChoice(category, isCovered(category.fullName), t),
            value: category as Request['category'],
          })),
        ],
        default: form.categories.find(({ id }) => id === request.category?.id) ?? null,
        back,
      }),
    }
  },

  title: async (request, _form, { prompts, t }, keep, { typed, back = false } = {}) => {
    const answer = await prompts.input({
      message: t('new.question.title'),
      ...beingTyped(typed?.title ?? request.title, keep, back),
      validate: (text) => {
        const tooLong = titleTooLong(text.trim())
        if (tooLong) return t(tooLong.text)
        return text.trim() !== '' || t('new.title-needed')
      },
    })
    return { title: answer.replace(/\s+/g, ' ').trim() }
  },

  description: async (request, _form, { prompts, t }, keep, { typed, back = false } = {}) => ({
    description: await prompts.text({
      message: t('new.question.description'),
      ...beingTyped(typed?.description ?? request.description, keep, back),
      validate: (text) => {
        const tooLong = textTooLong(text)
        if (tooLong) return t(tooLong.text)
        return text.trim() !== '' || t('new.description-needed')
      },
    }),
  }),

  files: async ({ files: given }, { fileLimit: limit, mandatory }, context, keep, { back = false } = {}) => ({
    files: await askForFiles(
      {
        given,
        limit,
        needed: mandatory.includes('files') ? context.t('files.needed') : undefined,
        back,
        keep: (files) => keep({ files }),
      },
      context,
    ),
  }),
}

/** Whether the form has nothing to ask of that field of this request. */
export function asksNothing(field: keyof Request, { notify }: Pick<Request, 'notify'>, form: TicketForm): boolean {
  if (field === 'email') return !notify
  if (form.source === 'none') return false
  return (
    (field === 'equipment' && form.equipment.length === 0) || (field === 'category' && form.categories.length === 0)
  )
}

/** One that the contract does not cover says so in the list. */
function categoryChoice({ fullName }: Category, isCovered: boolean, t: Translate) {
  if (isCovered) return { name: fullName }
  return { name: t('new.category-outside', { name: fullName }), description: t('new.category-outside-why') }
}

/** What a field of a request is called. */
export function labelOf(field: keyof Request): MessageKey {
  return field === 'title' ? 'request.subject' : `request.${field}`
}

function unlessMandatory<Value>(
  field: 'category' | 'equipment',
  form: TicketForm,
  none: Choice<Value>,
): Choice<Value>[] {
  return form.mandatory.includes(field) ? [] : [none]
}

type BeingTyped = Pick<TextQuestion, 'default' | 'whileTyping' | 'back'>

/** The part of a question for a text that stands there already, and is kept while it is typed. */
function beingTyped(before: string | undefined, keep: Keep, back: boolean): BeingTyped {
  return { ...(before ? { default: before } : {}), whileTyping: (text) => keep({}, text), back }
}

function pick<Value>(prompts: Prompts, question: ChoiceQuestion<Value>): Promise<Value> {
  return question.choices.length > longList ? prompts.search(question) : prompts.select(question)
}

async function categoryByHand(asked: BeingTyped, prompts: Prompts, t: Translate): Promise<Request['category']> {
  const answer = await prompts.input({
    message: t('new.question.category-number'),
    ...asked,
    validate: (text) => /^\d*$/.test(text.trim()) || t('new.not-a-number'),
  })
  const id = Number(answer.trim())
  return id > 0 ? { id, fullName: `n° ${id}` } : null
}

async function equipmentByHand(asked: BeingTyped, prompts: Prompts, t: Translate): Promise<Request['equipment']> {
  const answer = await prompts.input({
    message: t('new.question.equipment-key'),
    ...asked,
    validate: (text) => /^([A-Za-z]+:\d+)?$/.test(text.trim()) || t('new.not-a-key'),
  })
  const key = answer.trim()
  return key ? { key, name: key } : null
}
