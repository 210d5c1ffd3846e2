import type { Command } from 'commander'
import type { Context } from '../app/context.ts'
import type { MessageKey, NameBefore } from '../i18n/translate.ts'

/** A word after `ipeos`: a command, or a noun with commands of its own. */
export interface Entry {
  name: string
  summary: MessageKey
  /** What it is called too. */
  alias?: string
  /** A noun: its commands are added to it. Otherwise the command is added to the program. */
  isGroup?: true
  /** `verb`: where it is one of a noun, no other may be there. */
  load(verb?: string): Promise<AddCommand[]>
}

type AddCommand = (parent: Command, context: Context) => void

/** Every word after `ipeos`, in the order in which help names them; each is loaded only when it is asked for. */
export const entries: readonly Entry[] = [
  command('home', async () => (await import('../commands/home/home.ts')).addHome),
  group('ticket', async (verb) => (await import('../commands/ticket/commands.ts')).ticketCommands(verb)),
  command('alert', async () => (await import('../commands/alert/alert.ts')).addAlert),
  group('draft', async () => (await import('../commands/draft/commands.ts')).draftCommands),
  group('form', async () => (await import('../commands/form/commands.ts')).formCommands, 'catalog'),
  group('faq', async () => (await import('../commands/faq/commands.ts')).faqCommands),
  group('approval', async () => (await import('../commands/ticket/approval/commands.ts')).approvalCommands),
  command('news', async () => (await import('../commands/home/news.ts')).addNews),
  group('reservation', async () => (await import('../commands/reservation/commands.ts')).reservationCommands),
  command('login', async () => (await import('../commands/account/login/login.ts')).addLogin),
  command('logout', async () => (await import('../commands/account/logout.ts')).addLogout),
  command('whoami', async () => (await import('../commands/account/whoami.ts')).addWhoami),
  group('account', async () => (await import('../commands/account/commands.ts')).accountCommands),
  group('profile', async () => (await import('../commands/profile/commands.ts')).profileCommands),
  group('entity', async () => (await import('../commands/entity/commands.ts')).entityCommands),
  group('password', async () => [
    (await import('../commands/account/password-change/password-change.ts')).addPasswordChange,
    (await import('../commands/account/password-reset/password-reset.ts')).addPasswordReset,
  ]),
  command('contact', async () => (await import('../commands/contact/contact.ts')).addContact),
  group('contract', async () => (await import('../commands/contract/commands.ts')).contractCommands),
  group('preferences', async () => (await import('../commands/preferences/commands.ts')).preferencesCommands),
  group('config', async () => (await import('../commands/config/commands.ts')).configCommands),
  command('doctor', async () => (await import('../commands/doctor/doctor.ts')).addDoctor),
  command('api', async () => (await import('../commands/api/api.ts')).addApi),
  group('sandbox', async () => (await import('../commands/sandbox/commands.ts')).sandboxCommands),
  command('completion', async () => (await import('./completion/completion-command.ts')).addCompletion),
  command('version', async () => (await import('./version/version-command.ts')).addVersion),
  command('help', async () => (await import('./help/help-command.ts')).addHelp),
]

function command(name: NameBefore<'.summary'>, load: () => Promise<AddCommand>): Entry {
  return { name, summary: `${name}.summary`, load: async () => [await load()] }
}

type GroupName<Key = MessageKey> = Key extends `program.group.${infer Name}` ? Name : never

function group(name: GroupName, load: Entry['load'], alias?: string): Entry {
  return { name, summary: `program.group.${name}`, isGroup: true, load, ...(alias && { alias }) }
}
