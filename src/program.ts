import { Command, type CommanderError } from 'commander'
import { addLogin } from './commands/account/login.ts'
import { addLogout } from './commands/account/logout.ts'
import { addPasswordReset } from './commands/account/password-reset.ts'
import { addWhoami } from './commands/account/whoami.ts'
import { addDraftDelete } from './commands/draft/delete.ts'
import { addDraftList } from './commands/draft/list.ts'
import { addDraftSend } from './commands/draft/send.ts'
import { addDraftShow } from './commands/draft/show.ts'
import { addSandboxReset } from './commands/sandbox/reset.ts'
import { addSandboxStart } from './commands/sandbox/start.ts'
import { addAccept } from './commands/ticket/accept.ts'
import { addAttach } from './commands/ticket/attach.ts'
import { addCancel } from './commands/ticket/cancel.ts'
import { addComment } from './commands/ticket/comment.ts'
import { addDownload } from './commands/ticket/download.ts'
import { addEdit } from './commands/ticket/edit.ts'
import { addForm } from './commands/ticket/form.ts'
import { addHistory } from './commands/ticket/history.ts'
import { addList } from './commands/ticket/list.ts'
import { addNew } from './commands/ticket/new.ts'
import { addRefuse } from './commands/ticket/refuse.ts'
import { addShow } from './commands/ticket/show.ts'
import { addWait } from './commands/ticket/wait.ts'
import { addWatch } from './commands/ticket/watch.ts'
import type { Context } from './context.ts'
import { WrongUsage } from './errors.ts'
import { addGlobalFlags } from './global-flags.ts'
import { translateHelp } from './help.ts'
import type { MessageKey } from './i18n/translate.ts'

export interface ProgramOutput {
  write(text: string): void
  columns: number
}

/** The command tree. Does nothing until it is given an argv. */
export function buildProgram(context: Context, version: string, output: ProgramOutput): Command {
  const { t } = context
  const program = new Command('ipeos')
    .description(t('program.description'))
    .version(version, '-V, --version', t('program.option.version'))
    .helpOption('-h, --help', t('program.option.help'))
    .helpCommand(`help ${t('program.command-word')}`, t('program.command.help'))
    .exitOverride()
    .configureOutput({
      writeOut: output.write,
      // Errors are told by main, in the person's language; help asked for in error goes the same way as help.
      writeErr: output.write,
      outputError: () => undefined,
      getOutHelpWidth: () => output.columns,
      getErrHelpWidth: () => output.columns,
    })
  translateHelp(program, t)
  addGlobalFlags(program, t)

  const ticket = group(program, context, 'ticket')
  addNew(ticket, context)
  addList(ticket, context)
  addShow(ticket, context)
  addHistory(ticket, context)
  addComment(ticket, context)
  addAttach(ticket, context)
  addDownload(ticket, context)
  addAccept(ticket, context)
  addRefuse(ticket, context)
  addEdit(ticket, context)
  addCancel(ticket, context)
  addForm(ticket, context)
  addWatch(ticket, context)
  addWait(ticket, context)

  const draft = group(program, context, 'draft')
  addDraftList(draft, context)
  addDraftShow(draft, context)
  addDraftSend(draft, context)
  addDraftDelete(draft, context)

  addLogin(program, context)
  addLogout(program, context)
  addWhoami(program, context)
  const password = group(program, context, 'password')
  addPasswordReset(password, context)

  const sandbox = group(program, context, 'sandbox')
  addSandboxStart(sandbox, context)
  addSandboxReset(sandbox, context)
  return program
}

function group(program: Command, { t }: Context, name: 'ticket' | 'draft' | 'password' | 'sandbox'): Command {
  return program
    .command(name)
    .summary(t(`program.group.${name}`))
    .helpOption('-h, --help', t('program.option.help'))
}

const keys: Record<string, MessageKey> = {
  'commander.unknownCommand': 'program.unknown-command',
  'commander.unknownOption': 'program.unknown-option',
  'commander.missingArgument': 'program.missing-argument',
  'commander.optionMissingArgument': 'program.missing-value',
  'commander.excessArguments': 'program.too-many',
}

/** What commander refused, as an error of ours. */
export function usageError(error: CommanderError, command: string): WrongUsage {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const choice = /argument '([^']*)' is invalid\. Allowed choices are (.+)\.$/.exec(error.message)
  if (choice) {
    const [, value = '', choices = ''] = choice
    return new WrongUsage(
      'program.wrong-choice',
      { name, value },
      { hint: { key: 'program.one-of', parameters: { choices } } },
    )
  }
  const similar = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]
  const key = keys[error.code]
  const hint = similar
    ? { key: 'program.did-you-mean' as const, parameters: { name: similar } }
    : { key: 'program.see-help' as const, parameters: { command } }
  return key
    ? new WrongUsage(key, { name }, { hint })
    : new WrongUsage('program.wrong-usage', { detail: error.message.replace(/^error: /, '') }, { hint })
}

/** In `show --json 15` no fields are meant: 15 is the ticket. */
export function withBareJsonLast(argv: string[]): string[] {
  const at = argv.indexOf('--json')
  const next = argv[at + 1]
  const bare = at >= 0 && next !== undefined && !next.startsWith('-') && !/^[a-z]+(,[a-z]*)*$/i.test(next)
  return bare ? [...argv.slice(0, at), ...argv.slice(at + 1), '--json'] : argv
}
