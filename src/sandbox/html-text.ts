const ENCODED: Record<string, string> = { '&': '&#38;', '<': '&#60;', '>': '&#62;' }
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' }

/**
 * A text as GLPI 10 stores it: `&`, `<` and `>` as numeric entities (contract step "GET Ticket" on 10.0.14). What an
 * older GLPI stored, as `&#039;` tells, stayed as it was.
 */
export function sanitize(text: string): string {
  if (text.includes('&#039;') && !text.includes('<')) return text
  return text.replace(/[&<>]/g, (character) => ENCODED[character] ?? character)
}

/** What `X-GLPI-Sanitized-Content: false` undoes in an item: its own texts, not those of what is in it, as documents. */
export function sanitizeInner(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(sanitizeInner)
  if (typeof item !== 'object' || item === null) return item
  const fields = Object.entries(item)
  return Object.fromEntries(fields.map(([key, value]) => [key, typeof value === 'string' ? value : sanitizeAll(value)]))
}

/** Every text of an answer, however deep, as GLPI 10 stores it. */
export function sanitizeAll(value: unknown): unknown {
  if (typeof value === 'string') return sanitize(value)
  if (Array.isArray(value)) return value.map(sanitizeAll)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sanitizeAll(inner)]))
}

/** A text inside HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character)
}

/** What is left of an HTML content for an eye: for titles and mails. */
export function plainText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\/(p|li|h\d|div)>|<br\s*\/?>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .trim()
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** A text that was escaped for HTML, as it was before. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name = '') =>
    code === undefined ? (NAMED[name] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  )
}
