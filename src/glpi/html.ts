const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/**
 * A scrap of HTML whose entities are decoded, once: those of XML and `&nbsp;`. By hand, since `entities` unpacks the
 * names of all HTML with each start: a twentieth of the time that a list takes.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (entity, hex, decimal, name) => {
      if (name) return named[name.toLowerCase()] ?? entity
      return character(hex ? Number.parseInt(hex, 16) : Number(decimal))
    },
  )
}

function character(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return valid ? String.fromCodePoint(code) : '\ufffd'
}

/** Where the tag ends that begins at `at`: behind the `>` that stands in no quotes; of a tag that never ends, behind all there is. */
export function endOfTag(html: string, at: number): number {
  let before = ''
  for (let end = at + 1; end < html.length; end += 1) {
    const character = html[end] ?? ''
    if (character === '>') return end + 1
    if (before === '=' && (character === '"' || character === "'")) {
      const closing = html.indexOf(character, end + 1)
      if (closing < 0) return html.length
      end = closing
    }
    if (character.trim() !== '') before = character
  }
  return html.length
}

/** A sentence of the platform as one line of plain text: no tag, no entity, no control character, 300 characters at most. */
export function plainSentence(html: string): string {
  const text = decodeEntities(html.replace(/<[^<>]*>/g, ' '))
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}

/** Text in which no HTML is live. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/**
 * What a person typed, as the HTML that GLPI keeps: a blank line starts a paragraph, a line end is `<br>`, spaces and
 * tabs at the start of a line stay, as `&nbsp;`, while an unbreakable space that was typed stays itself. GLPI stores plain text as is and shows it as HTML, so nothing may stay live.
 */
export function textToHtml(text: string): string {
  return wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+/, '').trimEnd())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineToHtml).join('<br>')}</p>`)
    .join('')
}

function lineToHtml(line: string): string {
  return escapeHtml(line.replace(/\t/g, '    ').trimEnd())
    .replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length))
    .replace(/ {2,}/g, (spaces) => `${'&nbsp;'.repeat(spaces.length - 1)} `)
}

/** Half of a surrogate pair would make PHP refuse the whole JSON; other control characters have no place in HTML. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

/** The HTML of an answer without the marks that we put there: they mean something to the platform and to us alone. */
export function withoutMark(html: string): string {
  return html.includes('<!-- ipeos:') ? html.replace(/<!-- ipeos:[\w-]+ -->/g, '') : html
}

/** The comment by which a request is found again, when the answer to it was lost (GLPI.md, «items»). */
export function markComment(mark: string): string {
  if (!/^[\w-]+$/.test(mark)) throw new TypeError('a mark has letters, digits and hyphens only')
  return `<!-- ipeos:${mark} -->`
}
