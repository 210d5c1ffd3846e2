import type { OpeningHours } from './contract.ts'
import type { ContractLevel } from './contract-level.ts'

/** Whom of the support one may speak to. */
export interface SupportContact {
  name: string
  login?: string | undefined
  email?: string | undefined
}

/** A contract of support, from whichever source. Texts are not yet fit for a terminal. */
export interface SheetContract {
  /** On the platform. */
  id?: number | undefined
  number: string
  name: string
  level?: ContractLevel | undefined
  begins?: string | undefined
  ends?: string | undefined
  /** All categories when undefined. */
  categories?: readonly string[] | undefined
  /** In words, or as the platform counts it. */
  hours?: string | OpeningHours[] | undefined
  telephone?: string | undefined
  contact?: SupportContact | undefined
  notes?: string | undefined
}

/** What the manual calls «fiche d'information»: how support is reached, and for what. */
export interface InformationSheet {
  source: 'platform' | 'organisation'
  contracts: SheetContract[]
  /** What the organisation handed out, whatever the source of the contracts. */
  organisation?: {
    name: string
    brand?: string | undefined
    /** Of the platform. */
    url?: string | undefined
    contact?: SupportContact | undefined
    recovery?: { url?: string | undefined; email?: string | undefined } | undefined
  }
}

/** As much of it as how support is reached takes; without a source, nobody said more than where the platform is. */
export interface ContactSheet extends Omit<InformationSheet, 'source'> {
  source: InformationSheet['source'] | undefined
  /** Known not to be logged in. */
  loggedOut?: boolean
}
