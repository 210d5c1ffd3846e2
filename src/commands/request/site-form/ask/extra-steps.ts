import type { Context } from '../../../../app/context.ts'
import { isEmailAddress } from '../../../../itil/email-address.ts'
import type { FormPage } from '../../../../itil/site-form.ts'
import { askForFiles } from '../../attachment/ask-files.ts'
import type { GivenFile } from '../../file-option.ts'
import type { FormRequest } from '../form-request.ts'
import { limitHere } from './ask-files-of.ts'

/** What is asked beside the questions of a form, in this order: the first before them, the others after. */
export const extraSteps = ['for-whom', 'files', 'notify', 'email'] as const
export type ExtraStep = (typeof extraSteps)[number]

/** What these steps answer. */
export interface Extras {
  onBehalfOf: FormRequest['onBehalfOf']
  /** Files that no question takes. */
  loose: GivenFile[]
  notify: boolean
  email: string | undefined
}

interface AskedExtra {
  extras: Extras
  page: FormPage
  back: boolean
  typed: string | undefined
  whileTyping(typed: string): unknown
  keepFiles(files: GivenFile[]): Promise<unknown>
}

/** From this many on, one types to find rather than scrolls. */
const longList = 8

/** Asks one of them, with what is known as its default; gives what the answer changes. */
export const askExtra: Record<ExtraStep, (asked: AskedExtra, context: Context) => Promise<Partial<Extras>>> = {
  'for-whom': async ({ extras, page, back }, { prompts, t }) => {
    const myself = { name: t('ask-form.for-myself'), value: '' }
    const asked = {
      message: t('ask-form.for-whom'),
      choices: [myself, ...page.delegates.map(({ value, label }) => ({ name: label, value }))],
      default: extras.onBehalfOf?.value ?? '',
      back,
    }
    const chosen = asked.choices.length > longList ? await prompts.search(asked) : await prompts.select(asked)
    const found = page.delegates.find(({ value }) => value === chosen)
    return { onBehalfOf: found && { value: found.value, label: found.label } }
  },

  files: async ({ extras, back, keepFiles }, context) => ({
    loose: await askForFiles({ given: extras.loose, limit: await limitHere(context), back, keep: keepFiles }, context),
  }),

  notify: async ({ extras, back }, { prompts, t }) => ({
    notify: await prompts.select({
      message: extras.onBehalfOf ? t('ask-form.notify', { name: extras.onBehalfOf.label }) : t('new.question.notify'),
      choices: [
        { name: t('new.yes'), value: true },
        { name: t('new.no'), value: false },
      ],
      default: extras.notify,
      back,
    }),
  }),

  email: async ({ extras, typed, whileTyping, back }, { prompts, t }) => {
    const known = typed || extras.email
    const answer = await prompts.input({
      message: extras.onBehalfOf ? t('ask-form.email', { name: extras.onBehalfOf.label }) : t('new.question.email'),
      help: t('ask-form.email-help'),
      ...(known && { default: known }),
      mayBeEmpty: true,
      whileTyping,
      validate: (text) => text.trim() === '' || isEmailAddress(text) || t('new.bad-email', { text }),
      back,
    })
    return { email: answer.trim() || undefined }
  },
}
