import type { Catalogue } from './forms/definition.ts'
import { catalogueOf } from './forms/site-forms.ts'

/** Settings of the platform that a test or a person may change, while it runs too. */
export interface SandboxConfiguration {
  apiEnabled: boolean
  /** Whether `initSession` takes a name and a password; a user token works either way. */
  credentialsLoginEnabled: boolean
  /** Whether it takes a personal token; where not, the answer is that to a wrong one. */
  tokenLoginEnabled: boolean
  /** Whether the pages want a second factor of everybody; the API never asks for one. GLPI 10 knows none. */
  secondFactorEnforced: boolean
  singleSignOn: SingleSignOn
  passwordPolicy: PasswordPolicy
  /** Days that a password is good for, and days after which the account is switched off then; -1: for ever. */
  passwordExpirationDelay: number
  passwordLockDelay: number
  /** Names of those whose password is kept elsewhere, as in a directory. */
  externalAccounts: readonly string[]
  /** Whether Self-Service may change its password; a stock server says yes. */
  customerMayChangePassword: boolean
  /** Behaves as a reverse proxy that drops the `Authorization` header. */
  stripAuthorization: boolean
  /** The application token that each call must carry; undefined: none. */
  appToken: string | undefined
  ipRefused: boolean
  documentMaxSizeMb: number
  /** PHP's `post_max_size`, bytes. */
  postMaxSizeBytes: number
  /** PHP's `upload_max_filesize`, bytes: whoever raises GLPI's own limit may have forgotten it. */
  uploadMaxSizeBytes: number
  /** Bit n is set when urgency n is offered; 62 offers 1 to 5. */
  urgencyMask: number
  notificationsEnabled: boolean
  mandatoryFields: MandatoryField[]
  /** What else the ticket template makes of the fields of GLPI 10's form. */
  template: Template
  /** The templates that categories have of their own on GLPI 10, by the category's number. */
  categoryTemplates: Readonly<Record<number, CategoryTemplates>>
  /** The categories of GLPI 10 that are for one type alone, by their number; the others are for both. */
  categoryTypes: Readonly<Record<number, 'incident' | 'request'>>
  /** Whether GLPI 10's form takes an e-mail address as an observer. */
  observersByAddress: boolean
  /** false: the pages of the web form refuse access. */
  formAvailable: boolean
  /** The forms of GLPI 11, and what they stand in. */
  catalogue: Catalogue
  /** For whom customers may send forms, as delegates of their groups: numbers of people. */
  delegates: readonly number[]
  /** false: the page of the preferences refuses access. */
  preferencesAvailable: boolean
  /** '' or a sub-path such as '/glpi'. */
  basePath: string
  /** Whether the web server sends those who come to `/` to the sub-path. */
  rootLeadsToBase: boolean
  /** Whether Self-Service may read categories and assets through REST; a stock server says no. */
  customerMayReadAssets: boolean
  /** Whether Self-Service may read contracts through REST; a stock server says no. */
  customerMayReadContracts: boolean
  /** Whether Self-Service may give the approvals that it is asked for; a stock server says no. */
  customerMayApprove: boolean
  /** Refuses a range that ends beyond the list, as some servers do, though it begins within. */
  refusesLongRanges: boolean
  /** The tickets of which a search can make nothing but the numbers: what else it holds of them breaks it down. */
  brokenTickets: readonly number[]
  /** Says that a reservation is made, and makes none. */
  reservationsLost: boolean
}

/** What signs people in to the pages before GLPI does; the API knows nothing of it. */
export interface SingleSignOn {
  /** `web-server`: whoever comes has been told to GLPI by a variable of the web server. */
  kind: 'none' | 'web-server' | 'cas'
  /** The logins of those who come by it: GLPI knows no password of theirs. */
  people: readonly string[]
}

/** What a new password must have, where the policy is used. */
export interface PasswordPolicy {
  isUsed: boolean
  minimumLength: number
  number: boolean
  letter: boolean
  capital: boolean
  symbol: boolean
}

/** As a stock server has it: not used. */
export const stockPolicy: PasswordPolicy = {
  ...{ isUsed: false, minimumLength: 8 },
  ...{ number: true, letter: true, capital: true, symbol: true },
}

/** A field that the ticket template can make mandatory. */
export type MandatoryField = 'title' | 'description' | 'category' | 'equipment' | 'urgency' | 'location' | 'observers'

/** A field of the form. */
export type TemplateField = MandatoryField | 'type' | 'files'

/** Fields that are not on the page, that nobody can change there, and that hold something already. */
export interface Template {
  hidden?: readonly TemplateField[]
  readOnly?: readonly TemplateField[]
  /** As their controls hold it: a number, a text. */
  preset?: Partial<Record<TemplateField, string>>
}

/** A template as a category has one: with its number, and what it makes mandatory. */
export interface NumberedTemplate extends Template {
  id: number
  mandatory?: readonly MandatoryField[]
}

/** GLPI's columns `tickettemplates_id_incident` and `tickettemplates_id_demand`. */
export interface CategoryTemplates {
  incident?: NumberedTemplate
  request?: NumberedTemplate
}

/** The settings of a stock server, with these changes. */
export function configurationWith(changes: Partial<SandboxConfiguration> = {}): SandboxConfiguration {
  return {
    apiEnabled: true,
    credentialsLoginEnabled: true,
    tokenLoginEnabled: true,
    passwordPolicy: stockPolicy,
    passwordExpirationDelay: -1,
    passwordLockDelay: -1,
    externalAccounts: [],
    customerMayChangePassword: true,
    secondFactorEnforced: false,
    singleSignOn: { kind: 'none', people: [] },
    stripAuthorization: false,
    appToken: undefined,
    ipRefused: false,
    documentMaxSizeMb: 2,
    postMaxSizeBytes: 8 * 1024 * 1024,
    uploadMaxSizeBytes: Number.POSITIVE_INFINITY,
    urgencyMask: 62,
    notificationsEnabled: true,
    mandatoryFields: ['description'],
    template: {},
    categoryTemplates: {},
    categoryTypes: {},
    observersByAddress: true,
    formAvailable: true,
    catalogue: catalogueOf('usual'),
    delegates: [],
    preferencesAvailable: true,
    basePath: '',
    rootLeadsToBase: false,
    customerMayReadAssets: false,
    customerMayReadContracts: false,
    customerMayApprove: false,
    refusesLongRanges: false,
    brokenTickets: [],
    reservationsLost: false,
    ...changes,
  }
}
