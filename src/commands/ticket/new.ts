import { type Command, Option } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { ticketTypes, urgencies } from '../../itil/ticket-words.ts'
import { ticketShape } from '../../records/ticket/ticket.ts'
import { described, knowValues } from '../command-facts.ts'
import { addJsonFlags, printedSchema } from '../output.ts'
import { gather } from '../request/file-option.ts'
import { readEvery } from '../request/left-out.ts'
import type { NewOptions } from '../request/open-ticket.ts'
import { ticketNumber } from './ticket-number.ts'

/** One ticket of the list. */
const createdShape = { ...ticketShape, list: false }

export function addNew(ticket: Command, context: Context, run = openTicket): void {
  const { t } = context
  const command = described(ticket.command('new'), 'new', t)
    .option('--form <form>', t('new.option.form'))
    .option('--answer <label=value>', t('new.option.answer'), gather)
    .option('--answers <file>', t('new.option.answers'))
    .option('--urgency <level>', t('new.option.urgency'))
    .addOption(new Option('--notify', t('new.option.notify')).default(undefined))
    .addOption(new Option('--no-notify', t('new.option.no-notify')).default(undefined))
    .option('--email <address>', t('new.option.email'))
    .option('--about <equipment>', t('new.option.about'), gather)
    .option('--observer <person>', t('new.option.observer'), gather)
    .option('--silent-observer <person>', t('new.option.silent-observer'), gather)
    .option('--location <place>', t('new.option.location'))
    .option('--on-behalf-of <person>', t('new.option.on-behalf-of'))
    .option('--category <category>', t('new.option.category'))
    .option('--title <text>', t('new.option.title'))
    .option('--description <text>', t('new.option.description'))
    .option('-F, --description-file <file>', t('new.option.description-file'))
    .option('--attach <file>', t('new.option.attach'), gather)
    .option('--attach-name <name>', t('attach.option.name'), gather)
    .option('--type <type>', t('new.option.type'))
    .option('--related <ticket>', t('new.option.related'), ticketNumber)
    .option('--dedupe <key>', t('new.option.dedupe'))
    .option('--dedupe-every <time>', t('new.option.dedupe-every'), readEvery)
    .option('--best-effort', t('new.option.best-effort'))
    .option('--resume [draft]', t('new.option.resume'))
    .option('-y, --yes', t('new.option.yes'))
    .option('--dry-run', t('new.option.dry-run'))
    .option('-w, --web', t('new.option.web'))
    .option('--no-suggest', t('new.option.no-suggest'))
    .option('--refresh', t('new.option.refresh'))
    .action((flags: NewOptions) => run(flags, context))
  addJsonFlags(command, t, createdShape, 'new.option.json')
  knowValues(command, {
    '--form': 'form',
    '--answer': 'question',
    '--answers': 'file',
    '--urgency': urgencies,
    '--about': 'equipment',
    '--category': 'category',
    '--location': 'location',
    '--description-file': 'file',
    '--attach': 'file',
    '--type': ticketTypes,
    '--resume': 'draft',
    '--related': 'ticket',
  })
  command.insists = ({ bestEffort, dryRun }, isAsked) => bestEffort === true && !dryRun && !isAsked
  command.examples = [
    'ipeos ticket new',
    "df -h | ipeos ticket new --title 'Disque plein' --category 'Site web' -F - --attach journal.txt --yes",
    "ipeos ticket new --form imprimante --answer 'Quelle imprimante=Accueil' --answer 'Problème=Bourrage papier' --yes",
    "./sauvegarde.sh 2>&1 | ipeos ticket new --best-effort --dedupe sauvegarde --dedupe-every 1h --title 'Sauvegarde en échec' -F - --yes",
  ]
}

/** The rest is loaded when it is needed: help does without the questions and the views. */
async function openTicket(options: NewOptions, context: Context): Promise<void> {
  if (printedSchema(options, createdShape, context)) return
  if (options.web) return openForm(options, context)
  const opening = await import('../request/open-ticket.ts')
  await opening.openTicket(options, context)
}

/** The platform's own form, in the browser. Rejects with `WrongUsage` where more is said than that: it would be lost. */
async function openForm({ web: _web, suggest: _suggest, ...request }: NewOptions, context: Context): Promise<void> {
  if (Object.values(request).some((value) => value !== undefined)) throw new WrongUsage('web-and-request')
  const { form } = await context.platform()
  const { openPage } = await import('../handover/open-page.ts')
  await openPage(await form.link(), context)
}
