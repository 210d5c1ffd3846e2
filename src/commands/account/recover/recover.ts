import { type Command, Option } from 'commander'
import type { Context } from '../../../app/context.ts'
import type { KeptAnswers } from '../../../drafts/keep-answers.ts'
import { Cancelled, MissingInformation, WrongUsage } from '../../../errors/error.ts'
import { inTurn } from '../../../terminal/prompts/went-back.ts'
import { described } from '../../command-facts.ts'
import { lookOf } from '../../output.ts'
import {
  askField,
  askLoss,
  complete,
  knownHere,
  type Loss,
  losses,
  problemsWith,
  problemWith,
  type RecoveryAnswers,
  type RecoveryRequest,
  type TextField,
  textFields,
} from './recovery-request.ts'

/** How a request for a lost account reaches support. */
const ways = ['page', 'mail', 'print'] as const
type Way = (typeof ways)[number]

export interface RecoverOptions extends RecoveryAnswers {
  by?: Way
}

export function addRecover(account: Command, context: Context, run = recover): void {
  const { t } = context
  const command = described(account.command('recover'), 'recover', t)
    .option('--name <name>', t('recover.option.name'))
    .option('--organisation <name>', t('recover.option.organisation'))
    .option('--contract <number>', t('recover.option.contract'))
    .option('--phone <number>', t('recover.option.phone'))
    .option('--email <address>', t('recover.option.email'))
    .addOption(new Option('--lost <what>', t('recover.option.lost')).choices(losses))
    .addOption(new Option('--by <way>', t('recover.option.by')).choices(ways))
    .action((flags: RecoverOptions) => run(flags, context))
  command.examples = [
    'ipeos account recover',
    "ipeos account recover --name 'Alice Durand' --organisation WTC --email alice@wtc.example --lost all --by print",
  ]
}

/** Asks who one is, shows the request, and has it sent the way that the site takes it. */
async function recover({ by, ...given }: RecoverOptions, context: Context): Promise<void> {
  const { terminal } = context
  if (by && !waysOpen(context).includes(by)) throw new WrongUsage('no-way', { way: by })
  if (terminal.interactive) return withPerson(given, by, context)
  const answers = { ...(await knownHere(context)), ...given }
  const request = complete(answers)
  if (!request) throw new MissingInformation('recover-missing', undefined, { lines: problemsWith(answers) })
  await sendRecovery(request, by ?? 'print', context)
}

/**
 * What is typed is on disk meanwhile, and stands there again the next time; whoever stops is told how to go on. Where
 * nothing can be kept, that command says all of it.
 */
async function withPerson(given: RecoveryAnswers, by: Way | undefined, context: Context): Promise<void> {
  const { terminal, ifInterrupted } = context
  const { quoted } = await import('../../../terminal/quoted.ts')
  const { keepAnswers } = await import('../../../drafts/keep-answers.ts')
  const where = { command: 'account-recover', owner: { platform: context.account.url, user: '' } }
  const asked = textFields.filter((field) => isToAsk(field, given))
  const answers: RecoveryAnswers = { ...given }
  terminal.note('recover.welcome')
  const kept = await keepAnswers<keyof RecoveryAnswers>(where, asked, context)
  const goOn = () => {
    const flags = [...textFields, 'lost' as const].flatMap((field) => {
      const value = answers[field]
      const isKept = kept.areKept && (given[field] === undefined || asked.some((one) => one === field))
      return value && !isKept ? [`--${field} ${quoted(value)}`] : []
    })
    return { key: 'recover.go-on', parameters: { command: ['ipeos account recover', ...flags].join(' ') } } as const
  }
  const keep: Keep = async (field, value) => {
    answers[field] = value
    await kept.is(field, value ?? '')
    ifInterrupted(goOn())
  }
  try {
    const known = await knownHere(context)
    const ask = async (step: TextField | 'lost', back: boolean): Promise<void> => {
      if (step === 'lost') return keep(step, await askLoss(context, kept.before(step), back))
      await keep(step, await askField(step, { former: { ...known, ...answers }, kept, back }, context))
    }
    await inTurn(given.lost ? asked : [...asked, 'lost'], ask)
    await chooseAndSend(answers, by, { keep, kept }, context)
    await kept.forget()
    ifInterrupted(undefined)
  } catch (error) {
    const isAnything = Object.values(answers).some(Boolean) || asked.some(kept.before)
    if (!(error instanceof Cancelled) || !isAnything) throw error
    throw error.withHint(goOn())
  }
}

/** A given answer is not asked for, unless it is wrong. */
function isToAsk(field: TextField, given: RecoveryAnswers): boolean {
  const value = given[field]
  return value === undefined || problemWith(field, value) !== undefined
}

type Keep = <Field extends keyof RecoveryAnswers>(field: Field, value: RecoveryAnswers[Field]) => Promise<void>

/** Where an answer goes, and where it goes while it is typed. */
interface Keeping {
  keep: Keep
  kept: KeptAnswers<keyof RecoveryAnswers>
}

async function chooseAndSend(
  answers: RecoveryAnswers,
  by: Way | undefined,
  keeping: Keeping,
  context: Context,
): Promise<void> {
  const { terminal, t, prompts, account } = context
  const { viewRecovery } = await import('../../../views/recovery.ts')
  for (;;) {
    const request = complete(answers)
    if (!request) throw new MissingInformation('recover-missing', undefined, { lines: problemsWith(answers) })
    if (request.lost === 'password') terminal.note('recover.password-only')
    terminal.show(`\n${viewRecovery({ ...request, platform: account.url }, lookOf(context, terminal.noteStyle))}\n`)
    if (by) return sendRecovery(request, by, context)
    const choices = [
      ...waysOpen(context).map((way) => ({ name: t(`recover.by.${way}`), value: way })),
      { name: t('recover.change'), value: 'change' as const },
      { name: t('recover.stop'), value: 'stop' as const },
    ]
    const chosen = await prompts.select<Way | 'change' | 'stop'>({ message: t('recover.ask-way'), choices })
    if (chosen === 'stop') throw new Cancelled('cancelled')
    if (chosen !== 'change') return sendRecovery(request, chosen, context)
    await change(request, keeping, context)
  }
}

async function change(request: RecoveryRequest, { keep, kept }: Keeping, context: Context): Promise<void> {
  const { prompts, t } = context
  const field = await prompts.select<TextField | 'lost'>({
    message: t('recover.ask-change'),
    choices: [...textFields, 'lost' as const].map((value) => ({ name: t(`recover.field.${value}`), value })),
  })
  if (field === 'lost') await keep(field, (await askLoss(context, request.lost)) satisfies Loss)
  else await keep(field, await askField(field, { former: request, kept }, context))
}

/** The ways that this site has; printing always works, over SSH too. */
function waysOpen({ settings }: Pick<Context, 'settings'>): Way[] {
  const { recovery } = settings
  return [...(recovery?.url ? ['page' as const] : []), ...(recovery?.email ? ['mail' as const] : []), 'print']
}

/** Opens the page or the mail; where that cannot be, prints the request and says where it goes. Nothing leaves by itself. */
async function sendRecovery(request: RecoveryRequest, way: Way, context: Context): Promise<void> {
  const { terminal, t, settings, account, browse, writeMail } = context
  const { recoveryMail, recoveryText } = await import('../../../views/recovery.ts')
  const { recovery = {} } = settings
  const text = recoveryText({ ...request, platform: account.url }, t)
  if (way === 'mail' && recovery.email) {
    if (await writeMail(recoveryMail(recovery.email, text)))
      return terminal.note('recover.mail-open', { email: recovery.email })
    terminal.warn('recover.no-mail-program')
  }
  const opened = way === 'page' && recovery.url !== undefined && (await browse(recovery.url))
  if (way === 'page' && !opened) terminal.warn('recover.no-browser')
  terminal.print(`${text.subject}\n\n${text.body}`)
  if (opened) terminal.note('recover.page-open', { url: recovery.url ?? '' })
  else tellWhere(context)
}

function tellWhere({ terminal, settings: { recovery } }: Context): void {
  if (recovery?.url) terminal.note('recover.to-page', { url: recovery.url })
  if (recovery?.email) terminal.note('recover.to-mail', { email: recovery.email })
  if (!recovery) terminal.note('recover.to-support')
}
