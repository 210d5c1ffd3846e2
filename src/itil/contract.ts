import type { ContractLevel } from './contract-level.ts'

/** A contract of support. Texts are decoded, but not yet fit for a terminal. */
export interface Contract {
  id: number
  number: string
  name: string
  /** As its type or its name says it. */
  level?: ContractLevel
  /** Days: `2026-11-22`. */
  begins?: string
  ends?: string
  /** When support answers, where the platform says it. */
  hours: OpeningHours[]
  notes?: string
}

/** `08:00` to `19:00`, on these days. */
export interface OpeningHours {
  days: 'week' | 'saturday' | 'sunday'
  from: string
  to: string
}
