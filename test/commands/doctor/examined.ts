import type { CallOptions, Desk } from '../../support/desk.ts'

export interface ExaminedCheck {
  id: string
  status: string
  seen: string | null
  repair: string | null
  exitCode: number | null
}

export interface Examined {
  code: number
  notes: string
  check(id: string): ExaminedCheck
  /** The checks that have this status. */
  ids(status: string): string[]
}

/** What `ipeos doctor` finds in one language, with all checks by name. */
export async function examined(
  desk: Desk,
  language: 'fr' | 'en',
  options: CallOptions & { words?: string[] } = {},
): Promise<Examined> {
  const { words = [], ...call } = options
  const { code, out, notes } = await desk.ipeos(['doctor', '--json', '--lang', language, ...words], call)
  const checks: ExaminedCheck[] = JSON.parse(out)
  return {
    code,
    notes,
    check: (id) => {
      const found = checks.find((check) => check.id === id)
      if (!found) throw new Error(`no check ${id} in ${out}`)
      return found
    },
    ids: (status) => checks.filter((check) => check.status === status).map(({ id }) => id),
  }
}

/** What one check is expected to say, in both languages. */
export interface Expected {
  id: string
  status?: 'failed' | 'warning'
  code: number
  fr: { seen: RegExp; repair: RegExp }
  en: { seen: RegExp; repair: RegExp }
}
