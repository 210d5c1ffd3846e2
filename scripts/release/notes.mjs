/** What CHANGELOG.md says of a version. */

/** Its part, without the heading, and its day; throws where it has none. */
export function notesOf(version, changelog) {
  const parts = changelog.split(/^## /m).slice(1)
  const part = parts.find((text) => text.startsWith(`[${version}] - `))
  if (!part) throw new Error(`CHANGELOG.md has no heading «## [${version}] - YYYY-MM-DD».`)
  const [heading, ...lines] = part.split('\n')
  return { day: heading.slice(-'2026-03-01'.length), text: `${lines.join('\n').trim()}\n` }
}
