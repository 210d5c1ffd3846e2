import type { Context } from '../../../app/context.ts'
import type { KeptAnswers } from '../../../drafts/keep-answers.ts'
import type { Message, MessageKey } from '../../../i18n/translate.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'

/** What somebody may have lost of their account. */
export const losses = ['user', 'email', 'password', 'all'] as const
export type Loss = (typeof losses)[number]

/** Who asks for their account, as far as they said. Each is a flag of the same name. */
export interface RecoveryAnswers {
  name?: string
  organisation?: string
  contract?: string
  phone?: string
  email?: string
  lost?: Loss
}

/** Fit to be sent: support can find out who it is, and reach them. */
export interface RecoveryRequest extends RecoveryAnswers {
  name: string
  organisation: string
  lost: Loss
}

export const textFields = ['name', 'organisation', 'contract', 'phone', 'email'] as const
export type TextField = (typeof textFields)[number]

/** What is wrong with an answer; undefined when it will do. */
export function problemWith(field: TextField, text: string): MessageKey | undefined {
  const value = text.trim()
  if (value === '') return field === 'name' || field === 'organisation' ? 'recover.needed' : undefined
  if (field === 'email' && !isEmailAddress(value)) return 'password-reset.not-email'
  if (field === 'phone' && (!/^[+()\d\s./-]+$/.test(value) || value.replace(/\D/g, '').length < 6))
    return 'recover.not-phone'
  return undefined
}

/** Everything that is missing or wrong, a line each. */
export function problemsWith(answers: RecoveryAnswers): Message[] {
  const wrong = textFields.flatMap((field): Message[] => {
    const problem = problemWith(field, answers[field] ?? '')
    if (!problem || answers[field] === undefined) return []
    return [{ key: 'recover.wrong', parameters: { flag: `--${field}`, value: answers[field] ?? '' } }]
  })
  const missing: Message[] = [
    ...(answers.name === undefined ? [{ key: 'recover.missing-name' as const }] : []),
    ...(answers.organisation === undefined ? [{ key: 'recover.missing-organisation' as const }] : []),
    ...(isReachable(answers) ? [] : [{ key: 'recover.missing-reach' as const }]),
    ...(answers.lost === undefined ? [{ key: 'recover.missing-lost' as const }] : []),
  ]
  return [...wrong, ...missing]
}

export function isReachable({ phone, email }: RecoveryAnswers): boolean {
  return Boolean(phone?.trim() || email?.trim())
}

/** The answers when nothing is missing nor wrong. */
export function complete(answers: RecoveryAnswers): RecoveryRequest | undefined {
  const { name, organisation, lost } = answers
  if (name === undefined || organisation === undefined || lost === undefined) return undefined
  return problemsWith(answers).length > 0 ? undefined : { ...answers, name, organisation, lost }
}

/** What the organisation's file says of whoever has it: the organisation, and its contract where there is one only. */
export async function knownHere({ settings }: Pick<Context, 'settings'>): Promise<RecoveryAnswers> {
  if (settings.organisation === undefined) return {}
  const { keptOrganisation } = await import('../../../settings/organisation.ts')
  const { plain } = await import('../../../terminal/sanitize.ts')
  const organisation = keptOrganisation(settings.organisation)
  const [contract, ...others] = organisation?.contracts ?? []
  return {
    ...(organisation && { organisation: plain(organisation.name) }),
    ...(contract && others.length === 0 && { contract: plain(contract.number) }),
  }
}

interface Asking {
  former: RecoveryAnswers
  kept: Pick<KeptAnswers<TextField>, 'asked' | 'is'>
  /** The person may go back to the question before. */
  back?: boolean
}

/**
 * Asks one question, until its answer will do; what was typed before, else what was answered, stands there already. What
 * is refused is not kept: it would be proposed again.
 */
export async function askField(
  field: TextField,
  { former, kept, back = false }: Asking,
  { prompts, t }: Pick<Context, 'prompts' | 't'>,
): Promise<string> {
  const { whileTyping, ...standing } = kept.asked(field, former[field])
  const refused = new Set<string>()
  let keeping: Promise<string | undefined> = Promise.resolve(undefined)
  const answer = await prompts.input({
    message: t(`recover.ask-${field}`),
    ...standing,
    back,
    mayBeEmpty: problemWith(field, '') === undefined,
    whileTyping: (typed) => {
      keeping = refused.has(typed) ? Promise.resolve(undefined) : whileTyping(typed)
      return keeping
    },
    validate: async (value) => {
      const problem = complaint(field, value, former)
      if (problem === undefined) return true
      refused.add(value)
      await keeping
      await kept.is(field, '')
      return t(problem)
    },
  })
  return answer.trim()
}

function complaint(field: TextField, value: string, former: RecoveryAnswers): MessageKey | undefined {
  const problem = problemWith(field, value)
  if (problem) return problem
  // The last of the two that could be given.
  const isLast = field === 'email' || (field === 'phone' && former.email !== undefined)
  return isLast && !isReachable({ ...former, [field]: value }) ? 'recover.reach-needed' : undefined
}

export function askLoss({ prompts, t }: Pick<Context, 'prompts' | 't'>, former?: string, back = false): Promise<Loss> {
  return prompts.select({
    message: t('recover.ask-lost'),
    choices: losses.map((value) => ({ name: t(`recover.lost.${value}`), value })),
    default: losses.find((one) => one === former) ?? 'all',
    back,
  })
}
