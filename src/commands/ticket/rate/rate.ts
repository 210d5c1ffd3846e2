import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Failed, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { mayChange, type Survey, type SurveyAnswer, type SurveyForm } from '../../../itil/survey.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { surveyRecord, surveyShape } from '../../../records/ticket/survey.ts'
import { described } from '../../command-facts.ts'
import { openPage } from '../../handover/open-page.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { oneTicket } from '../several/tickets.ts'
import { ticketArgument, ticketNumber } from '../ticket-number.ts'
import { rated, type Scale } from './ask-mark.ts'

interface RateOptions {
  ticket: number | undefined
  mark: string | undefined
  message?: string
  json?: ChosenFields
  jsonSchema?: boolean
}

export function addRate(ticket: Command, context: Context, run = rate): void {
  const { t } = context
  const command = described(ticket.command('rate'), 'rate', t)
    .addArgument(ticketArgument('[ticket]', t('rate.ticket')).argParser(ticketNumber))
    .argument('[mark]', t('rate.mark'))
    .option('-m, --message <text>', t('rate.option.message'))
    .action((named: number | undefined, mark: string | undefined, flags: Omit<RateOptions, 'ticket' | 'mark'>) =>
      run({ ticket: named, mark, ...flags }, context),
    )
  addJsonFlags(command, t, surveyShape, 'rate.option.json')
  command.examples = ["ipeos ticket rate 7 4 -m 'Rapide et clair.'", 'ipeos ticket list --to-rate']
}

/** Answers the survey of a closed ticket, on the scale that its page has; an external one is opened. */
async function rate({ ticket: given, mark, message, ...flags }: RateOptions, context: Context): Promise<void> {
  if (printedSchema(flags, surveyShape, context)) return
  if (given !== undefined && mark === undefined && !context.terminal.interactive) {
    throw new WrongUsage('mark-missing', { id: given })
  }
  const id = await oneTicket(given, 'rate', context)
  if (id === undefined) return
  const { terminal, t, clock } = context
  const platform = await context.platform()
  const survey = await terminal.during(t('terminal.waiting'), needSurvey(id, platform, clock.now()))
  const form = await terminal.during(t('terminal.waiting'), platform.surveys.form(id))
  if (survey.kind === 'external') return openExternal(survey, form, flags, context)
  if (!form || 'url' in form) throw new Failed('survey-not-asked', { id })
  const chosen = mark === undefined ? undefined : markIn(mark, form)
  const send = (answer: SurveyAnswer) => terminal.during(t('terminal.waiting'), platform.surveys.answer(id, answer))
  const now = await rated({ survey, scale: form, message, given: chosen }, send, context)
  await tell(now, form, flags, context)
}

/** The survey of a ticket that may still be answered. */
async function needSurvey(id: number, platform: Platform, now: Date): Promise<Survey> {
  const { title } = await platform.tickets.get(id)
  const survey = await platform.surveys.of(id)
  if (!survey) throw new Failed('no-survey', { id, title })
  if (!mayChange(survey, now)) throw new Failed('survey-over', { id })
  return survey
}

/** The platform takes marks beyond its own scale. */
function markIn(text: string, { lowest, highest }: Scale): number {
  const mark = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN
  if (mark >= lowest && mark <= highest) return mark
  throw new WrongUsage('wrong-mark', { value: text, lowest, highest })
}

/** As JSON it is told where it is answered: nothing is opened then. */
async function openExternal(
  survey: Survey,
  form: SurveyForm | undefined,
  { json }: Pick<RateOptions, 'json'>,
  context: Context,
): Promise<void> {
  const { ticketId: id } = survey
  if (!form || !('url' in form)) throw new Failed('survey-not-asked', { id })
  context.terminal.note('rate.external', { id })
  await (json === undefined ? openPage(form.url, context) : print(survey, form.url, json, context))
}

async function tell(
  survey: Survey,
  { highest }: Scale,
  { json }: Pick<RateOptions, 'json'>,
  context: Context,
): Promise<void> {
  const { ticketId: id, mark = 0 } = survey
  context.terminal.done('rate.done', { id, mark, highest })
  if (json !== undefined) await print(survey, await (await context.platform()).tickets.link(id), json, context)
}

/** `url`: the ticket’s, or where an external survey is answered. */
async function print(survey: Survey, url: string, json: ChosenFields, { terminal, dates }: Context): Promise<void> {
  const { toJson } = await import('../../../records/format/json.ts')
  terminal.print(toJson(surveyRecord(survey, url, dates()), json, fieldNames(surveyShape)))
}
