import { WrongUsage } from '../../errors/error.ts'
import type { MessageKey, MessageParameters } from '../../i18n/translate.ts'

/** What stands in a template, read once. */
export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'print'; value: Expression }
  | { kind: 'if' | 'with'; branches: Array<{ condition: Expression; body: Node[] }>; otherwise: Node[] }
  | { kind: 'range'; over: Expression; body: Node[]; otherwise: Node[] }

export type Expression =
  | { kind: 'literal'; value: string | number | boolean | null }
  /** `.a.b`, `$.a`, `(…).a`: the fields of what it begins with. */
  | { kind: 'fields'; of: Expression; names: string[] }
  /** `.`, and `$`: all that the template was given. */
  | { kind: 'dot' }
  | { kind: 'root' }
  | { kind: 'call'; name: string; given: Expression[] }

/** A word of what stands between braces. */
const word =
  /\s*(?:("(?:[^"\\\n]|\\.)*")|`([^`]*)`|(-?\d+(?:\.\d+)?)(?![\w.])|([()|])|(\.(?!\w)|\$(?:\.\w+)*|[A-Za-z_]\w*(?:\.\w+)*|(?:\.\w+)+)(?=[\s)|(]|$))/y

/** `glued`: nothing stands between it and what is before it. */
type Token = { value: string | number } | { name: string; glued: boolean } | { sign: string }

/** Reads a template (Go’s); refuses, by name, what is not understood. `functions`: those that may be called. */
export function parseTemplate(text: string, functions: ReadonlySet<string>): Node[] {
  const pieces = text.split(/(\{\{-?(?:[^"`{}]|\{(?!\{)|"(?:[^"\\\n]|\\.)*"|`[^`]*`|\}(?!\}))*?\}\})/)
  const reader = new Reader(pieces, functions)
  return reader.all()
}

type Wrong = Extract<MessageKey, `template.${string}`>

function wrong(key: Wrong, parameters: MessageParameters = {}): WrongUsage {
  return new WrongUsage('wrong-template', undefined, { lines: [{ field: 'template', key, parameters }] })
}

function misplaced(action: string): WrongUsage {
  return wrong('template.misplaced', { action: `{{${action}}}` })
}

function unclosed(opening: string, closing: string): WrongUsage {
  return wrong('template.unclosed', { opening, closing })
}

/** Of parentheses and pipes in an action, and of blocks in one another: whoever reads them does so within itself. */
const most = 200

class Reader {
  readonly #pieces: string[]
  readonly #functions: ReadonlySet<string>
  #place = 0
  #depth = 0

  constructor(pieces: string[], functions: ReadonlySet<string>) {
    this.#pieces = pieces
    this.#functions = functions
  }

  all(): Node[] {
    const { body, end } = this.#body()
    if (end !== undefined) throw misplaced(end)
    return body
  }

  /** Up to `end` or `else`, which is given with what stands behind it. */
  #body(): { body: Node[]; end: string | undefined } {
    const body: Node[] = []
    for (; this.#place < this.#pieces.length; this.#place++) {
      const piece = this.#pieces[this.#place] ?? ''
      if (this.#place % 2 === 0) {
        const text = this.#trimmed(piece)
        if (text.includes('{{')) throw unclosed('{{', '}}')
        if (text !== '') body.push({ kind: 'text', text })
        continue
      }
      const action = piece.slice(/^\{\{-\s/.test(piece) ? 3 : 2, /\s-\}\}$/.test(piece) ? -3 : -2).trim()
      if (action.startsWith('/*') && action.endsWith('*/')) continue
      if (/^(end|else)\b/.test(action)) return { body, end: action }
      body.push(this.#action(action))
    }
    return { body, end: undefined }
  }

  /** A dash in the braces beside it takes away the blanks. */
  #trimmed(text: string): string {
    const before = this.#pieces[this.#place - 1]
    const after = this.#pieces[this.#place + 1]
    const fromStart = before && /\s-\}\}$/.test(before) ? text.trimStart() : text
    return after && /^\{\{-\s/.test(after) ? fromStart.trimEnd() : fromStart
  }

  #action(action: string): Node {
    const [, keyword, rest = ''] = /^(if|with|range)\b([\s\S]*)$/.exec(action) ?? []
    if (keyword === 'range') return this.#range(rest)
    if (keyword === 'if' || keyword === 'with') return this.#branches(keyword, rest)
    return { kind: 'print', value: this.#pipeline(action) }
  }

  #branches(kind: 'if' | 'with', first: string): Node {
    const branches: Array<{ condition: Expression; body: Node[] }> = []
    for (let condition: string | undefined = first; condition !== undefined; ) {
      const read = this.#pipeline(condition)
      const { body, next } = this.#block(kind)
      branches.push({ condition: read, body })
      if (next === undefined) return { kind, branches, otherwise: [] }
      const [, again, rest] = /^else\s+(\w+)\b([\s\S]*)$/.exec(next) ?? []
      if (again !== undefined && again !== kind) throw misplaced(next)
      condition = rest
    }
    const { body, next } = this.#block(kind)
    if (next !== undefined) throw misplaced(next)
    return { kind, branches, otherwise: body }
  }

  #range(head: string): Node {
    const over = this.#pipeline(head)
    const { body, next } = this.#block('range')
    if (next !== undefined && next !== 'else') throw misplaced(next)
    return { kind: 'range', over, body, otherwise: next === undefined ? [] : this.#block('range').body }
  }

  /** What stands up to the `end` of it, or the `else`, which is given. */
  #block(kind: string): { body: Node[]; next: string | undefined } {
    this.#place++
    if (++this.#depth > most) throw wrong('template.too-deep', { most })
    const { body, end } = this.#body()
    this.#depth--
    if (end === undefined) throw unclosed(`{{${kind}}}`, '{{end}}')
    return { body, next: end === 'end' ? undefined : end }
  }

  #pipeline(text: string): Expression {
    const tokens = this.#tokens(text)
    const value = this.#piped(tokens)
    if (tokens.length > 0) throw wrong('template.unexpected', { part: told(tokens[0]), action: `{{${text.trim()}}}` })
    return value
  }

  #tokens(text: string): Token[] {
    const tokens: Token[] = []
    word.lastIndex = 0
    const end = text.trimEnd().length
    while (word.lastIndex < end) {
      const start = word.lastIndex
      const [found, quoted, raw, number, sign, name] = word.exec(text) ?? []
      if (!found) throw wrong('template.unexpected', { part: text.slice(start).trim(), action: `{{${text.trim()}}}` })
      if (quoted !== undefined) tokens.push({ value: unquoted(quoted) })
      else if (raw !== undefined) tokens.push({ value: raw })
      else if (number !== undefined) tokens.push({ value: Number(number) })
      else if (sign !== undefined) tokens.push({ sign })
      else tokens.push({ name: name ?? '', glued: !/^\s/.test(text.slice(start)) })
    }
    if (tokens.filter((token) => isSign(token, '(') || isSign(token, '|')).length > most)
      throw wrong('template.too-deep', { most })
    return tokens
  }

  /** `a | f x`: what stands before is the last that the next one is given. */
  #piped(tokens: Token[]): Expression {
    let value = this.#command(tokens, undefined)
    while (isSign(tokens[0], '|')) {
      tokens.shift()
      value = this.#command(tokens, value)
    }
    return value
  }

  #command(tokens: Token[], last: Expression | undefined): Expression {
    const first = tokens[0]
    if (first && 'name' in first && /^[A-Za-z_]/.test(first.name) && !Object.hasOwn(constants, first.name)) {
      if (!this.#functions.has(first.name)) throw wrong('template.no-function', { name: first.name })
      tokens.shift()
      const given: Expression[] = []
      while (tokens.length > 0 && !isSign(tokens[0], '|') && !isSign(tokens[0], ')')) given.push(this.#operand(tokens))
      return { kind: 'call', name: first.name, given: last ? [...given, last] : given }
    }
    if (last) throw first ? wrong('template.no-function', { name: told(first) }) : wrong('template.no-value')
    return this.#operand(tokens)
  }

  #operand(tokens: Token[]): Expression {
    const token = tokens.shift()
    if (token && 'value' in token) return { kind: 'literal', value: token.value }
    if (isSign(token, '(')) return this.#parenthesis(tokens)
    if (!token || 'sign' in token || token.name === '') throw wrong('template.no-value')
    const { name } = token
    if (Object.hasOwn(constants, name)) return { kind: 'literal', value: constants[name as keyof typeof constants] }
    if (name === '.') return { kind: 'dot' }
    const [head = '', ...names] = name.split('.')
    if (head === '') return { kind: 'fields', of: { kind: 'dot' }, names }
    // A function without anything given to it, within a call.
    if (head === '$') return withFields({ kind: 'root' }, names)
    if (!this.#functions.has(head) || names.length > 0) throw wrong('template.no-function', { name })
    return { kind: 'call', name: head, given: [] }
  }

  #parenthesis(tokens: Token[]): Expression {
    const inner = this.#piped(tokens)
    if (!isSign(tokens.shift(), ')')) throw unclosed('(', ')')
    const next = tokens[0]
    if (!next || !('name' in next) || !next.glued || !/^\.\w/.test(next.name)) return inner
    tokens.shift()
    return withFields(inner, next.name.slice(1).split('.'))
  }
}

const constants = { true: true, false: false, nil: null }

function withFields(of: Expression, names: string[]): Expression {
  return names.length === 0 ? of : { kind: 'fields', of, names }
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token !== undefined && 'sign' in token && token.sign === sign
}

function told(token: Token | undefined): string {
  if (!token) return ''
  return 'sign' in token ? token.sign : 'name' in token ? token.name : String(token.value)
}

/** As Go reads it: JSON’s escapes will do. */
function unquoted(text: string): string {
  try {
    return JSON.parse(text.replaceAll('\t', '\\t'))
  } catch {
    throw wrong('template.unexpected', { part: text, action: text })
  }
}
