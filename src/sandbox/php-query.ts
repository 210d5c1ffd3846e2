/** Values of a query or a form as PHP reads them: `criteria[0][field]=12` is `{criteria: {0: {field: '12'}}}`. */
export interface PhpValues {
  [name: string]: string | PhpValues
}

/** Reads a query or a url-encoded form, with its brackets. */
export function parsePhpQuery(text: string): PhpValues {
  const values = emptyValues()
  for (const [name, value] of new URLSearchParams(text)) put(values, pathOf(name), value)
  return values
}

/** A value that is a text; undefined when it is absent or has parts. */
export function textAt(values: PhpValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of a list or a map, in the order of the query. */
export function partsAt(values: PhpValues, name: string): Array<string | PhpValues> {
  const value = values[name]
  return typeof value === 'object' ? Object.values(value) : value === undefined ? [] : [value]
}

/** Whether a flag is set, as PHP reads one; `otherwise` when it is absent. */
export function isOn(values: PhpValues, name: string, otherwise = false): boolean {
  const value = textAt(values, name)
  return value === undefined ? otherwise : value !== 'false' && value !== '0' && value !== ''
}

function pathOf(name: string): string[] {
  const open = name.indexOf('[')
  if (open <= 0) return [name]
  return [name.slice(0, open), ...[...name.slice(open).matchAll(/\[([^[\]]*)\]/g)].map(([, part = '']) => part)]
}

function put(values: PhpValues, path: string[], value: string): void {
  let at = values
  for (const part of path.slice(0, -1)) {
    const inner = at[nameIn(at, part)]
    if (typeof inner === 'object') at = inner
    else {
      const made = emptyValues()
      at[nameIn(at, part)] = made
      at = made
    }
  }
  at[nameIn(at, path.at(-1) ?? '')] = value
}

/** `a[]` takes the next number. */
function nameIn(values: PhpValues, part: string): string {
  return part === '' ? String(Object.keys(values).length) : part
}

/** Without a prototype: names come from the client. */
function emptyValues(): PhpValues {
  return Object.create(null) as PhpValues
}
