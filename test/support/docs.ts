import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every page that tells of ipeos, by its path from the root, with its text. */
export const pages = new Map(
  [...readdirSync('.'), ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name))]
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => [path, readFileSync(path, 'utf8')]),
)

export interface Block {
  page: string
  /** What stands behind the opening fence: `sh`, `json`. */
  kind: string
  text: string
}

/** All that stands between fences. */
export const blocks: Block[] = [...pages].flatMap(([page, text]) =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({ page, kind, text })),
)

/** What of a page stands in backquotes, within its sentences. */
export function codeIn(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
}
