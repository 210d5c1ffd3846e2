import type { Files } from '../files/given-file.ts'
import type { Platform } from '../glpi/platform.ts'
import type { Message, MessageKey, MessageParameters, Translate } from '../i18n/translate.ts'
import type { Account } from '../settings/account/account.ts'
import type { Drafts } from './drafts.ts'
import type { Patience } from './exactly-once.ts'

/** What sending needs of the command that sends. */
export interface Sender {
  readonly t: Translate
  readonly terminal: {
    readonly interactive: boolean
    quote(text: string): void
    note(key: MessageKey, parameters?: MessageParameters): void
    done(key: MessageKey, parameters?: MessageParameters): void
    remark(key: MessageKey, parameters?: MessageParameters): void
    warn(said: MessageKey | Message, parameters?: MessageParameters): void
    /** Says that something goes on for as long as this work does. */
    during<Result>(message: string, work: Promise<Result>): Promise<Result>
    /** Shows how far something is; the total is in bytes. */
    progress(label: string, total: number): { at(done: number): void; end(failed?: boolean): void }
  }
  readonly drafts: Drafts
  readonly account: Pick<Account, 'name' | 'url' | 'meant' | 'known' | 'session' | 'credential'>
  readonly files: Pick<Files, 'check'>
  readonly patience: Patience
  platform(): Promise<Platform>
  /** What the person is told if the command is interrupted from now on. */
  ifInterrupted(message: Message | undefined): void
}
