import type { Context } from '../../app/context.ts'
import type { TypedAnswers } from '../../drafts/draft.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { isEmailAddress } from '../../itil/email-address.ts'
import type { Category, Equipment, TicketForm } from '../../itil/ticket-form.ts'
import type { Choice, Prompts, TextQuestion } from '../../terminal/prompts/prompts.ts'
import { typeWord, urgencyWord } from '../../views/word.ts'
import { askForFiles } from './attachment/ask-files.ts'
import { imagesOrWhy, takeImages } from './attachment/images-in-text.ts'
import { contractCoverage } from './contract-category.ts'
import { askObservers } from './field/ask-observers.ts'
import { isAskedBy } from './field/template.ts'
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
      const known = request.equipment.map(({ key }) => key).join(', ')
      return { equipment: await equipmentByHand(beingTyped(typed?.equipment ?? known, keep, back), prompts, t) }
    }
    return { equipment: await askEquipment(request, form, prompts, t, back) }
  },

  observers: async (request, form, context, keep, { back = false } = {}) => {
    if (!form.observers) return { observers: [] }
    return {
      observers: await askObservers(
        {
          known: request.observers,
          byAddress: form.observers.byAddress,
          mandatory: form.mandatory.includes('observers'),
          back,
          keep: (observers) => keep({ observers }),
        },
        context,
      ),
    }
  },

  location: async (request, form, { prompts, t }, _keep, { back = false } = {}) => {
    if (form.locations.length === 0) return { location: null }
    return {
      location: await prompts.search({
        message: t('new.question.location'),
        choices: [
          ...unlessMandatory('location', form, { name: t('new.no-location'), value: null }),
          ...form.locations.map((place) => ({ name: place.fullName, value: place as Request['location'] })),
        ],
        default: form.locations.find(({ id }) => id === request.location?.id) ?? null,
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

  description: async (request, form, context, keep, { typed, back = false } = {}) => {
    const { prompts, t } = context
    const { files } = request
    const written = { attached: files.map(({ name }) => name), limit: form.fileLimit }
    const why = imagesOrWhy(written, context)
    const text = await prompts.text({
      message: t('new.question.description'),
      ...beingTyped(typed?.description ?? request.description, keep, back),
      validate: (text) => {
        const tooLong = textTooLong(text)
        if (tooLong) return t(tooLong.text)
        return text.trim() === '' ? t('new.description-needed') : why(text)
      },
    })
    const { text: description, images } = await takeImages({ ...written, text }, context)
    return { description, ...(images.length > 0 && { files: [...files, ...images] }) }
  },

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
  if (!isAskedBy(form, field)) return true
  if (field === 'observers') return !form.observers
  if (field === 'location') return form.locations.length === 0
  if (form.source === 'none') return false
  return (
    (field === 'equipment' && form.equipment.length === 0) || (field === 'category' && form.categories.length === 0)
  )
}

/** One piece is chosen, or none; of several, each is ticked. */
async function askEquipment(
  request: Request,
  form: TicketForm,
  prompts: Prompts,
  t: Translate,
  back: boolean,
): Promise<Request['equipment']> {
  const { equipment: offered, mandatory } = form
  const isKnown = ({ key }: Equipment) => request.equipment.some((one) => one.key === key)
  const [only, ...others] = offered
  if (!only) return []
  if (others.length > 0)
    return prompts.checklist({
      message: t('new.question.equipment'),
      choices: offered.map((item) => ({ name: item.label, value: item })),
      ticked: offered.filter(isKnown),
      none: mandatory.includes('equipment') ? undefined : t('new.no-equipment'),
      back,
      validate: (ticked) => ticked.length > 0 || !mandatory.includes('equipment') || t('new.equipment-needed'),
    })
  const none: Request['equipment'] = []
  const one: Request['equipment'] = [only]
  return prompts.select({
    message: t('new.question.equipment'),
    choices: [
      ...unlessMandatory('equipment', form, { name: t('new.no-equipment'), value: none }),
      { name: only.label, value: one },
    ],
    default: isKnown(only) ? one : none,
    back,
  })
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
  field: 'category' | 'equipment' | 'location',
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
    validate: (text) => keysIn(text).every((key) => /^[A-Za-z]+:\d+$/.test(key)) || t('new.not-a-key'),
  })
  return keysIn(answer).map((key) => ({ key, name: key }))
}

/** One, or several with commas between them. */
function keysIn(text: string): string[] {
  return text
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
}
