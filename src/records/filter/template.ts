import type { Dates } from '../../dates/dates.ts'
import { plain } from '../../terminal/sanitize.ts'
import type { Filter, FilterLook } from '../../terminal/terminal.ts'
import { functionsOf, isTrue, printed, TableRows, templateFunctions } from './template-function.ts'
import { type Expression, type Node, parseTemplate } from './template-parser.ts'
import { unfit } from './unfit.ts'
import type { Value } from './value.ts'

/**
 * What `--template` prints of JSON: the templates of Go, with the functions that gh adds, as far as `ipeos help formats`
 * names them. `inLines`: for each line of it anew. Throws `WrongUsage` for a template that is not understood.
 */
export function templateFilter(text: string, dates: () => Dates, { inLines }: { inLines: boolean }): Filter {
  const nodes = parseTemplate(text, templateFunctions)
  return (json, look) => {
    const values = inLines ? json.split('\n').filter((line) => line !== '') : [json]
    return values.map((value) => withLineEnd(fill(nodes, JSON.parse(value, harmless), look, dates()))).join('')
  }
}

/** The escapes that are printed are those of colours and links alone. */
function harmless(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? plain(value, { multiline: true }) : value
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function fill(nodes: Node[], data: Value, look: FilterLook, dates: Dates): string {
  const rows = new TableRows(look)
  return new Filling(data, functionsOf(look, dates, rows)).all(nodes, data) + rows.rendered()
}

type Functions = ReturnType<typeof functionsOf>

class Filling {
  constructor(
    readonly root: Value,
    readonly functions: Functions,
  ) {}

  all(nodes: Node[], dot: Value): string {
    return nodes.map((node) => this.#one(node, dot)).join('')
  }

  #one(node: Node, dot: Value): string {
    if (node.kind === 'text') return node.text
    if (node.kind === 'print') return printed(this.#value(node.value, dot))
    if (node.kind === 'range') {
      const items = itemsOf(this.#value(node.over, dot))
      return items.length > 0 ? items.map((item) => this.all(node.body, item)).join('') : this.all(node.otherwise, dot)
    }
    for (const { condition, body } of node.branches) {
      const value = this.#value(condition, dot)
      if (isTrue(value)) return this.all(body, node.kind === 'with' ? value : dot)
    }
    return this.all(node.otherwise, dot)
  }

  #value(expression: Expression, dot: Value): Value {
    if (expression.kind === 'literal') return expression.value
    if (expression.kind === 'dot') return dot
    if (expression.kind === 'root') return this.root
    if (expression.kind === 'fields') return fieldOf(this.#value(expression.of, dot), expression.names)
    const { name, given } = expression
    // What is decided already is not looked at any more.
    if (name === 'and' || name === 'or') {
      let value: Value
      for (const one of given) {
        value = this.#value(one, dot)
        if (isTrue(value) === (name === 'or')) return value
      }
      return value
    }
    return this.functions[name]?.(...given.map((one) => this.#value(one, dot)))
  }
}

function itemsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  if (value === null || value === undefined) return []
  // By name, as Go does.
  if (typeof value === 'object')
    return Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, item]) => item)
  throw unfit('--template', 'template.not-a-list', { value: printed(value) })
}

/** Of nothing, nothing; what is not there is null, as it is in JSON. */
function fieldOf(value: Value, names: readonly string[]): Value {
  return names.reduce<Value>((inner, name) => {
    if (inner === null || inner === undefined) return null
    if (typeof inner !== 'object' || Array.isArray(inner)) {
      throw unfit('--template', 'template.no-field', { name, value: printed(inner) })
    }
    return Object.hasOwn(inner, name) ? (inner as Record<string, Value>)[name] : null
  }, value)
}
