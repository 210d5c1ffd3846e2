import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Failed, NotAllowed, WrongUsage } from '../../../errors/error.ts'
import type { Approval } from '../../../itil/approval.ts'
import { answeredShape, approvalRecord } from '../../../records/approval.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { described } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { pickApproval } from './pick-approval.ts'

interface AnswerOptions {
  id: number
  status: 'granted' | 'refused'
  message?: string
  json?: ChosenFields
  jsonSchema?: boolean
}

type Flags = Omit<AnswerOptions, 'id' | 'status'>

export function addApprovalAccept(approval: Command, context: Context, run = answer): void {
  const { t } = context
  const command = described(approval.command('accept'), 'approval.accept', t)
    .argument('[number]', t('approval.number'), approvalNumber)
    .option('-m, --message <text>', t('approval.option.message'))
    .action((id: number | undefined, flags: Flags) => run(id, { status: 'granted', ...flags }, context))
  addJsonFlags(command, t, answeredShape, 'approval.option.json')
  command.examples = ['ipeos approval accept 3', "ipeos approval accept 3 -m 'D’accord.'"]
}

export function addApprovalRefuse(approval: Command, context: Context, run = answer): void {
  const { t } = context
  const command = described(approval.command('refuse'), 'approval.refuse', t)
    .argument('[number]', t('approval.number'), approvalNumber)
    .option('-m, --message <reason>', t('approval.option.reason'))
    .action((id: number | undefined, flags: Flags) => run(id, { status: 'refused', ...flags }, context))
  addJsonFlags(command, t, answeredShape, 'approval.option.json')
  command.examples = ["ipeos approval refuse 3 -m 'Trop cher.'"]
}

/** `3`, `#3`, `n°3`. */
function approvalNumber(value: string): number {
  const digits = /^(?:#|n°\s*)?(\d{1,9})$/.exec(value.trim())?.[1]
  if (digits) return Number(digits)
  throw new WrongUsage('not-an-approval', { value })
}

/** Answers what is asked of this account, which is read again afterwards: the platform says «done» of what it did not do, too. */
async function answer(
  given: number | undefined,
  { status, message = '', ...flags }: Omit<AnswerOptions, 'id'>,
  context: Context,
): Promise<void> {
  if (printedSchema(flags, answeredShape, context)) return
  const verb = status === 'granted' ? 'accept' : 'refuse'
  const id = given ?? (await pickApproval(verb, context))
  if (id === undefined) return
  const { terminal, prompts, t } = context
  const said = message.trim()
  if (status === 'refused' && said === '' && !terminal.interactive) throw new WrongUsage('approval-reason', { id })
  const { approvals } = await context.platform()
  needOpen(await terminal.during(t('approval.loading'), approvals.get(id)))
  const validate = (typed: string) => typed.trim() !== '' || t('approval.reason-needed')
  const comment =
    status === 'refused' && said === '' ? await prompts.text({ message: t('approval.why', { id }), validate }) : said
  const answering = approvals.answer(id, { status, comment: comment.trim() })
  const now = await terminal.during(t('terminal.waiting'), answering)
  terminal.done(status === 'granted' ? 'approval.accepted' : 'approval.refused', { id, ticket: now.ticketId })
  if (flags.json === undefined) return
  const { toJson } = await import('../../../records/format/json.ts')
  terminal.print(toJson(await approvalRecord(now, context.dates()), flags.json, fieldNames(answeredShape)))
}

/** What is asked of somebody else is theirs: GLPI 10 would let it be answered in their place. */
function needOpen({ id, mine, status }: Approval): void {
  if (!mine) throw new NotAllowed('approval-not-mine', { id })
  if (status !== 'waiting') throw new Failed('approval-answered', { id })
}
