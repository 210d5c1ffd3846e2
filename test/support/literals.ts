import { parseAst } from 'rolldown/parseAst'

interface Node {
  type: string
  [name: string]: unknown
}

/**
 * Every text that a file of TypeScript holds, but the names of what it imports and the messages of plain errors; `*`
 * stands for what a template puts in.
 */
export function literalsOf(file: string, code: string): string[] {
  const found: string[] = []
  visit(parseAst(code, { lang: 'ts' }, file) as unknown as Node, found)
  return found
}

function visit(node: Node, found: string[]): void {
  if (node.type === 'Literal' && typeof node.value === 'string') found.push(node.value)
  if (node.type === 'TemplateLiteral') {
    const quasis = node.quasis as Array<{ value: { cooked: string } }>
    found.push(quasis.map(({ value }) => value.cooked).join('*'))
  }
  // What went wrong inside, for whoever mends it: shown with --debug.
  if (node.type === 'NewExpression' && /Error$/.test(String((node.callee as { name?: string }).name))) return
  if (/^(Import|Export(All|Named))Declaration$/.test(node.type) && node.source) return
  if (node.type.startsWith('TS') && !/^TS(AsExpression|SatisfiesExpression|NonNull)/.test(node.type)) return
  for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, found)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Every regular expression that a file writes out. */
export function patternsOf(file: string, code: string): Array<{ source: string; flags: string }> {
  const found: Array<{ source: string; flags: string }> = []
  const look = (node: Node): void => {
    const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string }
    if (node.type === 'Literal' && pattern) found.push({ source: pattern, flags: flags ?? '' })
    for (const child of Object.values(node).flat()) if (isNode(child)) look(child)
  }
  look(parseAst(code, { lang: 'ts' }, file) as unknown as Node)
  return found
}
