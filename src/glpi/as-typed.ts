/** A text that GLPI 10 kept, or one before it: what 10 writes are the first three, and it writes no other. */
const kept = /&(?:#(38|60|62|0?39)|(amp|lt|gt|quot));/g
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
/** As PHP escapes an apostrophe, and as nobody types one. */
const escapedByPhp = '&#039;'

/** True for a GLPI that keeps `&`, `<` and `>` as `&#38;`, `&#60;` and `&#62;`: 10 and those before it. */
export function keepsEncoded(glpiVersion: string): boolean {
  return Number.parseInt(glpiVersion, 10) < 11
}

/**
 * An answer of the API with its texts as they were typed; it is changed in place. GLPI 10 sends them as it keeps them,
 * so that each is decoded here, once (contract, «GET Ticket» and «a search shows it» on 10.0: in a search even
 * `X-GLPI-Sanitized-Content: false` changes nothing, so it is not sent). GLPI 11 keeps what was typed: a title that
 * speaks of `&amp;` stays, and only one that an older program escaped, as `&#039;` tells, is decoded. What GLPI made
 * for a page (`data_html`) stays HTML.
 */
export function asTyped(json: unknown, glpiVersion: string): unknown {
  return keepsEncoded(glpiVersion) ? everyText(json, decoded) : everyText(json, withoutPhpEscapes)
}

/** The forms in which a text may stand in the base of that version: what a search must look for. */
export function keptForms(text: string, glpiVersion: string): string[] {
  if (!keepsEncoded(glpiVersion) || !/[&<>]/.test(text)) return [text]
  return [text, text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)]
}

function everyText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return value.includes('&') ? change(value) : value
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Record<string, unknown>
  for (const key in fields) {
    const field = fields[key]
    if (typeof field === 'number' || key === 'data_html') continue
    fields[key] = everyText(field, change)
  }
  return value
}

function decoded(text: string): string {
  return text.replace(kept, (_entity, code, name) => named[name] ?? String.fromCharCode(Number(code)))
}

function withoutPhpEscapes(text: string): string {
  return text.includes(escapedByPhp) && !text.includes('<') ? decoded(text) : text
}
