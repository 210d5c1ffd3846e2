import { address, bool, day, maybe, type RecordOf, shape, text } from './shape.ts'

/** The version that runs, and the newest one, where that was looked for. */
export const versionShape = shape({
  name: 'version',
  fields: { version: text, latest: maybe(text), newer: maybe(bool), released: maybe(day), page: maybe(address) },
  list: false,
})

/** What is announced of the newest version. */
interface Announced {
  version: string
  released?: string | undefined
  page?: string | undefined
}

export function versionRecord(
  version: string,
  release: Announced | undefined,
  newer: boolean | undefined,
): RecordOf<typeof versionShape> {
  return {
    version,
    latest: release?.version ?? null,
    newer: newer ?? null,
    released: release?.released ?? null,
    page: release?.page ?? null,
  }
}
