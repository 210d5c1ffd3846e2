import type { Language } from '../i18n/translate.ts'

/** The options of one call. Precedence: flag > environment (`IPEOS_*`) > settings file > default. */
export interface Settings {
  /** The platform's address as the person gave it, or `sandbox`. */
  readonly url: string
  /** The platform where neither this call nor settings.json names one. */
  readonly usualUrl: string
  /** True for the embedded platform (`--sandbox`, `--url sandbox`, `IPEOS_URL=sandbox`). */
  readonly sandbox: boolean
  /** `--account` or IPEOS_ACCOUNT: the name of an account, or its user alone. */
  readonly account?: string
  /** `--profile` or IPEOS_PROFILE, for this call: a name or a number. */
  readonly profile?: string
  /** `--entity` or IPEOS_ENTITY, for this call: a name, a number, or `all`. */
  readonly entity?: string
  readonly language: Language
  /** False with `--no-input`. */
  readonly input: boolean
  readonly color: 'auto' | 'always' | 'never'
  /** Nothing drawn, nothing that moves: for screen readers, and for terminals that can do no more. */
  readonly plain: boolean
  /** Whether `ipeos` alone ends in a menu. */
  readonly menu: boolean
  /** Nothing on stderr while all is well; not with `debug`. */
  readonly quiet: boolean
  /** False with `--no-pager`. */
  readonly pager: boolean
  /** Milliseconds. */
  readonly timeout: number
  readonly debug: boolean
  readonly insecureStorage: boolean
  /** Whether a login by password ends in a token that is kept in its place; undefined where nobody said so yet. */
  readonly saveToken?: boolean
  /** What is sent may be read on the way, on whatever platform. */
  readonly allowHttp: boolean
  /** A PEM file of authorities to trust beside the usual ones: absolute, or from the folder that one is in. */
  readonly caFile?: string
  /** The same as text, of the organisation's file; never together with `caFile`. */
  readonly authority?: string
  /** The pager's command line, where settings.json says it. */
  readonly pagerCommand?: string
  /** How many tickets `ticket list` shows. */
  readonly pageLength: number
  /** The columns of `ticket list` on a terminal; not yet known to exist. */
  readonly columns?: readonly string[]
  /** Whether articles are offered while a ticket is written. */
  readonly suggest: boolean
  /** Whether one wants to be informed of a new ticket. */
  readonly notify: boolean
  /** Where to be informed, in the place of the address that the platform knows. */
  readonly email?: string
  /** Where a lost account is told. */
  readonly recovery?: { readonly url?: string; readonly email?: string }
  /** What the organisation handed out, as it was imported; not yet judged. */
  readonly organisation?: unknown
  readonly folders: Folders
}

/** Where things are kept, one absolute path each. */
export interface Folders {
  /** settings.json. */
  config: string
  /** Drafts. */
  state: string
  /** The form, for the length of a session. */
  cache: string
  /** The embedded platform's store. */
  data: string
}
