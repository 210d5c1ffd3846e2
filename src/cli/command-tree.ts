import type { Command } from 'commander'
import type { Context } from '../app/context.ts'
import type { MessageKey } from '../i18n/translate.ts'

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
  {
    name: 'home',
    summary: 'home.summary',
    load: async () => (await import('../commands/home/home.ts')).addHome,
  },
  {
    name: 'ticket',
    summary: 'program.group.ticket',
    isGroup: true,
    load: async () => (await import('../commands/ticket/commands.ts')).addTicketCommands,
  },
  {
    name: 'draft',
    summary: 'program.group.draft',
    isGroup: true,
    load: async () => (await import('../commands/draft/commands.ts')).addDraftCommands,
  },
  {
    name: 'faq',
    summary: 'program.group.faq',
    isGroup: true,
    load: async () => (await import('../commands/faq/commands.ts')).addFaqCommands,
  },
  {
    name: 'reservation',
    summary: 'program.group.reservation',
    isGroup: true,
    load: async () => (await import('../commands/reservation/commands.ts')).addReservationCommands,
  },
  {
    name: 'login',
    summary: 'login.summary',
    load: async () => (await import('../commands/account/login/login.ts')).addLogin,
  },
  {
    name: 'logout',
    summary: 'logout.summary',
    load: async () => (await import('../commands/account/logout.ts')).addLogout,
  },
  {
    name: 'whoami',
    summary: 'whoami.summary',
    load: async () => (await import('../commands/account/whoami.ts')).addWhoami,
  },
  {
    name: 'account',
    summary: 'program.group.account',
    isGroup: true,
    load: async () => (await import('../commands/account/commands.ts')).addAccountCommands,
  },
  {
    name: 'profile',
    summary: 'program.group.profile',
    isGroup: true,
    load: async () => (await import('../commands/profile/commands.ts')).addProfileCommands,
  },
  {
    name: 'entity',
    summary: 'program.group.entity',
    isGroup: true,
    load: async () => (await import('../commands/entity/commands.ts')).addEntityCommands,
  },
  {
    name: 'password',
    summary: 'program.group.password',
    isGroup: true,
    load: async () => (await import('../commands/account/password-reset.ts')).addPasswordReset,
  },
  {
    name: 'contact',
    summary: 'contact.summary',
    load: async () => (await import('../commands/contact/contact.ts')).addContact,
  },
  {
    name: 'contract',
    summary: 'program.group.contract',
    isGroup: true,
    load: async () => (await import('../commands/contract/commands.ts')).addContractCommands,
  },
  {
    name: 'preferences',
    summary: 'program.group.preferences',
    isGroup: true,
    load: async () => (await import('../commands/preferences/commands.ts')).addPreferencesCommands,
  },
  {
    name: 'config',
    summary: 'program.group.config',
    isGroup: true,
    load: async () => (await import('../commands/config/commands.ts')).addConfigCommands,
  },
  {
    name: 'doctor',
    summary: 'doctor.summary',
    load: async () => (await import('../commands/doctor/doctor.ts')).addDoctor,
  },
  {
    name: 'api',
    summary: 'api.summary',
    load: async () => (await import('../commands/api/api.ts')).addApi,
  },
  {
    name: 'sandbox',
    summary: 'program.group.sandbox',
    isGroup: true,
    load: async () => (await import('../commands/sandbox/commands.ts')).addSandboxCommands,
  },
  {
    name: 'completion',
    summary: 'completion.summary',
    load: async () => (await import('./completion/completion-command.ts')).addCompletion,
  },
  {
    name: 'help',
    summary: 'help.summary',
    load: async () => (await import('./help/help-command.ts')).addHelp,
  },
]
