import { readRegular } from '../files/regular-file.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { Cache } from '../glpi/platform.ts'

/**
 * A cache in one private file, whose path is asked for when it is needed, good for as long as `key` gives the same text (a session, say).
 * A file that is absent, broken or of another key reads as undefined, and one that cannot be written is not: a cache may
 * always be lost.
 */
export function cacheFile(path: () => string, key: () => Promise<string>): Cache {
  return {
    read: async () => {
      const kept = await readRegular(path()).then(
        ({ text }) => parse(text),
        () => undefined,
      )
      return kept?.key === (await key()) ? kept?.value : undefined
    },
    write: async (value) => {
      const text = JSON.stringify({ key: await key(), value })
      await replaceFile(path(), text).catch((error: NodeJS.ErrnoException) => {
        // No place for it (a full disk, rights): the next command asks again.
        if (!error.code) throw error
      })
    },
  }
}

function parse(text: string): { key?: unknown; value?: unknown } | undefined {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
