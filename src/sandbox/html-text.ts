const ENCODED: Record<string, string> = { '&': '&#38;', '<': '&#60;', '>': '&#62;' }
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#039;' }

/** A text as GLPI 10 stores it: `&`, `<` and `>` as numeric entities (contract step "GET Ticket" on 10.0.14). */
export function sanitize(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENCODED[character] ?? character)
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
