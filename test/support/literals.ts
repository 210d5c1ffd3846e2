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

/** Every regular expression of a file: written out, or made of texts; a word stands for what is not known before. */
export function patternsOf(file: string, code: string): Array<{ source: string; flags: string }> {
  const found: Array<{ source: string; flags: string }> = []
  const texts = new Map<string, Node>()
  const look = (node: Node): void => {
    const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string }
    if (node.type === 'Literal' && pattern) found.push({ source: pattern, flags: flags ?? '' })
    if (node.type === 'VariableDeclarator' && isNode(node.init)) texts.set(String((node.id as Node).name), node.init)
    if (node.type === 'NewExpression' && (node.callee as Node).name === 'RegExp') {
      const [source, given] = node.arguments as Node[]
      found.push({ source: textOf(source, texts), flags: given ? textOf(given, texts) : '' })
    }
    for (const child of Object.values(node).flat()) if (isNode(child)) look(child)
  }
  look(parseAst(code, { lang: 'ts' }, file) as unknown as Node)
  return found
}

/** What an expression of texts gives, as far as the file itself says it. */
function textOf(node: Node | undefined, texts: Map<string, Node>): string {
  switch (node?.type) {
    case 'Literal':
      return String(node.value)
    case 'TemplateLiteral': {
      const between = (node.expressions as Node[]).map((one) => textOf(one, texts))
      const quasis = node.quasis as Array<{ value: { cooked: string } }>
      return quasis.map(({ value }, index) => value.cooked + (between[index] ?? '')).join('')
    }
    case 'BinaryExpression':
      return textOf(node.left as Node, texts) + textOf(node.right as Node, texts)
    case 'Identifier': {
      const made = texts.get(String(node.name))
      return made && isText(made) ? textOf(made, texts) : 'mot'
    }
    case 'CallExpression': {
      const { object, property } = node.callee as { object?: Node; property?: Node }
      if (property?.name !== 'join' || object?.type !== 'ArrayExpression') return 'mot'
      const parts = (object.elements as Node[]).map((one) => textOf(one, texts))
      return parts.join(textOf((node.arguments as Node[])[0], texts))
    }
    default:
      return 'mot'
  }
}

function isText({ type, operator }: Node): boolean {
  return type === 'TemplateLiteral' || type === 'Literal' || (type === 'BinaryExpression' && operator === '+')
}
