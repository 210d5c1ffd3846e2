import type { Command } from 'commander'
import type { Context } from '../app/context.ts'
import type { MessageKey, NameBefore } from '../i18n/translate.ts'

/** A word after `ipeos`: a command, or a noun with commands of its own. */
export interface Entry {
  name: string
  summary: MessageKey
  /** A noun: its commands are added to it. Otherwise the command is added to the program. */
  isGroup?: true
  load(): Promise<(parent: Command, context: Context) => void>
}

/** Every word after `ipeos`, in the order in which help names them; each is loaded only when it is asked for. */
export const entries: readonly Entry[] = [
  command('home', async () => (await import('../commands/home/home.ts')).addHome),
  group('ticket', async () => (await import('../commands/ticket/commands.ts')).addTicketCommands),
  group('draft', async () => (await import('../commands/draft/commands.ts')).addDraftCommands),
  group('faq', async () => (await import('../commands/faq/commands.ts')).addFaqCommands),
  group('reservation', async () => (await import('../commands/reservation/commands.ts')).addReservationCommands),
  command('login', async () => (await import('../commands/account/login/login.ts')).addLogin),
  command('logout', async () => (await import('../commands/account/logout.ts')).addLogout),
  command('whoami', async () => (await import('../commands/account/whoami.ts')).addWhoami),
  group('account', async () => (await import('../commands/account/commands.ts')).addAccountCommands),
  group('profile', async () => (await import('../commands/profile/commands.ts')).addProfileCommands),
  group('entity', async () => (await import('../commands/entity/commands.ts')).addEntityCommands),
  group('password', async () => (await import('../commands/account/password-reset.ts')).addPasswordReset),
  command('contact', async () => (await import('../commands/contact/contact.ts')).addContact),
  group('contract', async () => (await import('../commands/contract/commands.ts')).addContractCommands),
  group('preferences', async () => (await import('../commands/preferences/commands.ts')).addPreferencesCommands),
  group('config', async () => (await import('../commands/config/commands.ts')).addConfigCommands),
  command('doctor', async () => (await import('../commands/doctor/doctor.ts')).addDoctor),
  command('api', async () => (await import('../commands/api/api.ts')).addApi),
  group('sandbox', async () => (await import('../commands/sandbox/commands.ts')).addSandboxCommands),
  command('completion', async () => (await import('./completion/completion-command.ts')).addCompletion),
  command('help', async () => (await import('./help/help-command.ts')).addHelp),
]

function command(name: NameBefore<'.summary'>, load: Entry['load']): Entry {
  return { name, summary: `${name}.summary`, load }
}

type GroupName<Key = MessageKey> = Key extends `program.group.${infer Name}` ? Name : never

function group(name: GroupName, load: Entry['load']): Entry {
  return { name, summary: `program.group.${name}`, isGroup: true, load }
}
