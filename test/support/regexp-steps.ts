/** A regular expression as a backtracking engine sees it. */
type Node =
  | { kind: 'atom'; test: (character: string) => boolean; sample: string }
  | { kind: 'sequence'; nodes: Node[] }
  | { kind: 'choice'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; least: number; most: number; lazy: boolean }
  | { kind: 'group'; node: Node; number: number }
  | { kind: 'look'; node: Node; behind: boolean; negative: boolean }
  | { kind: 'assertion'; source: string }
  | { kind: 'reference'; number: number }

/** What an atom may be tried with, the likeliest first. */
const samples = [
  ...'a0 -.:/@<>"\'\\&;#*+=_,(){}[]|!?%~^$`A\n\t\rZé’«»·…•\u00a0\u0000\u0080\u001b\u200d\u{1f600}€世\ud800\ufe0f\u202f',
]

/** What few patterns go on with after a run of something else. */
const misfits = ['\u0001', ' ', '@', '"\n']

/** Steps beyond which nobody needs to know how many more there are. */
const mostSteps = 4_000_000

export class StepCounter {
  readonly tree: Node
  readonly #flags: string
  readonly #isSticky: boolean
  readonly #native: RegExp
  #groups = 0

  constructor(source: string, flags: string) {
    this.#flags = flags.replace(/[gy]/g, '')
    this.#isSticky = flags.includes('y')
    this.#native = new RegExp(source, flags.includes('g') ? flags : `${flags}g`)
    this.tree = new Parser(source, this.#flags, () => {
      this.#groups += 1
      return this.#groups
    }).parse()
  }

  /** How many steps it takes to find all matches, and where they are. */
  count(text: string): { steps: number; found: Array<[number, number]> } {
    const input = /[uv]/.test(this.#flags) ? [...text] : text.split('')
    const offsets = offsetsOf(input)
    const matcher = new Matcher(input, text, offsets, this.#flags)
    const found: Array<[number, number]> = []
    for (let at = 0; at <= input.length && matcher.steps < mostSteps; ) {
      const end = matcher.matchAt(this.tree, at)
      if (end === undefined && this.#isSticky) break
      if (end === undefined) at += 1
      else {
        found.push([offsets[at] ?? 0, offsets[end] ?? 0])
        at = end === at ? at + 1 : end
      }
    }
    return { steps: matcher.steps, found }
  }

  /** Where the engine of this Node finds its matches. */
  native(text: string): Array<[number, number]> {
    this.#native.lastIndex = 0
    return [...text.matchAll(this.#native)].map((hit) => [hit.index, hit.index + hit[0].length])
  }

  /** Texts of growing length that may cost much, `size` long more or less. */
  hostile(size: number): string[] {
    return [
      ...new Set(
        pumpsOf(this.tree, '').flatMap(({ prefix, pump }) => {
          const many = pump.repeat(Math.ceil(size / Math.max(1, pump.length)))
          const heads = prefix === '' ? [] : [prefix.repeat(Math.ceil(size / prefix.length))]
          return [
            prefix + many,
            ...heads,
            ...misfits.map((end) => `${prefix}${many}${end}`),
            `\u0001${prefix}${many}\u0001`,
          ]
        }),
      ),
    ]
  }
}

function offsetsOf(input: string[]): number[] {
  const offsets = [0]
  for (const unit of input) offsets.push((offsets.at(-1) ?? 0) + unit.length)
  return offsets
}

/** What may be pumped: the body of each repetition, what follows it, and single characters of either, behind what comes before. */
function pumpsOf(node: Node, before: string): Array<{ prefix: string; pump: string }> {
  switch (node.kind) {
    case 'sequence': {
      let prefix = before
      return node.nodes.flatMap((part, place) => {
        const found = pumpsOf(part, prefix)
        const next = node.nodes[place + 1]
        if (part.kind === 'repeat' && next)
          found.push({ prefix, pump: sampleOf(next) || 'a' }, { prefix, pump: sampleOf(part.node) + sampleOf(next) })
        prefix += sampleOf(part)
        return found
      })
    }
    case 'choice':
      return node.nodes.flatMap((part) => pumpsOf(part, before))
    case 'group':
    case 'look':
      return pumpsOf(node.node, before)
    case 'repeat':
      return node.most < 300
        ? pumpsOf(node.node, before)
        : [...everySample(node.node).map((pump) => ({ prefix: before, pump })), ...pumpsOf(node.node, before)]
    default:
      return []
  }
}

function everySample(node: Node): string[] {
  if (node.kind === 'atom') return samples.filter((character) => node.test(character)).slice(0, 60)
  if (node.kind === 'choice') return node.nodes.flatMap(everySample)
  if (node.kind === 'group') return everySample(node.node)
  return [sampleOf(node)].filter(Boolean)
}

/** A short text that it may match. */
function sampleOf(node: Node): string {
  switch (node.kind) {
    case 'atom':
      return node.sample
    case 'sequence':
      return node.nodes.map(sampleOf).join('')
    case 'choice':
      return sampleOf(node.nodes[0] ?? { kind: 'sequence', nodes: [] })
    case 'group':
      return sampleOf(node.node)
    case 'repeat':
      return sampleOf(node.node).repeat(Math.min(Math.max(node.least, 0), 5))
    default:
      return ''
  }
}

/** Goes on from a place; undefined when there is no way. */
type Next = (at: number) => number | undefined

class Matcher {
  steps = 0
  #captured: Array<[number, number] | undefined> = []

  constructor(
    readonly input: string[],
    readonly text: string,
    readonly offsets: number[],
    readonly flags: string,
  ) {}

  matchAt(node: Node, at: number): number | undefined {
    this.#captured = []
    return this.#match(node, at, 1, (end) => end)
  }

  /** `next` goes on from where this ends; undefined when it cannot. */
  #match(node: Node, at: number, step: 1 | -1, next: Next): number | undefined {
    this.steps += 1
    if (this.steps > mostSteps) return undefined
    switch (node.kind) {
      case 'atom': {
        const character = this.input[step === 1 ? at : at - 1]
        return character !== undefined && node.test(character) ? next(at + step) : undefined
      }
      case 'sequence':
        return this.#sequence(step === 1 ? node.nodes : [...node.nodes].reverse(), 0, at, step, next)
      case 'choice':
        for (const one of node.nodes) {
          const end = this.#match(one, at, step, next)
          if (end !== undefined) return end
        }
        return undefined
      case 'group':
        return this.#group(node, at, step, next)
      case 'look': {
        const there = this.#match(node.node, at, node.behind ? -1 : 1, (to) => to)
        return (there !== undefined) !== node.negative ? next(at) : undefined
      }
      case 'assertion':
        return this.#holds(node.source, at) ? next(at) : undefined
      case 'reference':
        return this.#again(node.number, at, next)
      case 'repeat':
        return this.#repeat(node, at, step, next)
    }
  }

  #group(node: Node & { kind: 'group' }, at: number, step: 1 | -1, next: Next): number | undefined {
    const before = this.#captured[node.number]
    const end = this.#match(node.node, at, step, (to) => {
      this.#captured[node.number] = step === 1 ? [at, to] : [to, at]
      return next(to)
    })
    if (end === undefined) this.#captured[node.number] = before
    return end
  }

  /** What a group caught, once more. */
  #again(number: number, at: number, next: Next): number | undefined {
    const [from = 0, to = 0] = this.#captured[number] ?? []
    const wanted = this.input.slice(from, to)
    this.steps += wanted.length
    const isThere = wanted.every((character, place) => this.input[at + place] === character)
    return isThere ? next(at + wanted.length) : undefined
  }

  #sequence(nodes: Node[], place: number, at: number, step: 1 | -1, next: Next): number | undefined {
    const node = nodes[place]
    return node ? this.#match(node, at, step, (to) => this.#sequence(nodes, place + 1, to, step, next)) : next(at)
  }

  #repeat(node: Node & { kind: 'repeat' }, at: number, step: 1 | -1, next: Next): number | undefined {
    if (node.node.kind === 'atom') return this.#run(node, node.node, at, step, next)
    const again = (from: number, done: number): number | undefined => {
      const more = () =>
        done < node.most
          ? this.#match(node.node, from, step, (to) =>
              to === from && done >= node.least ? undefined : again(to, done + 1),
            )
          : undefined
      if (done < node.least) return more()
      return node.lazy ? (next(from) ?? more()) : (more() ?? next(from))
    }
    return again(at, 0)
  }

  /** A run of single characters, without a stack as deep as it is long. */
  #run(
    node: Node & { kind: 'repeat' },
    atom: Node & { kind: 'atom' },
    at: number,
    step: 1 | -1,
    next: Next,
  ): number | undefined {
    const fits = (done: number) => {
      this.steps += 1
      const character = this.input[step === 1 ? at + done : at - done - 1]
      return character !== undefined && atom.test(character)
    }
    let done = 0
    const enough = node.lazy ? node.least : node.most
    while (done < enough && fits(done)) done += 1
    if (done < node.least) return undefined
    for (;;) {
      this.steps += 1
      if (this.steps > mostSteps) return undefined
      const end = next(at + done * step)
      if (end !== undefined) return end
      if (node.lazy ? !(done < node.most && fits(done)) : done <= node.least) return undefined
      done += node.lazy ? 1 : -1
    }
  }

  #holds(source: string, at: number): boolean {
    const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character)
    const isEnd = (character: string | undefined) =>
      character === undefined || (this.flags.includes('m') && /[\n\r\u2028\u2029]/.test(character))
    const [before, after] = [this.input[at - 1], this.input[at]]
    if (source === '^') return isEnd(before)
    if (source === '$') return isEnd(after)
    return (isWord(before) !== isWord(after)) === (source === '\\b')
  }
}

class Parser {
  #at = 0

  constructor(
    readonly source: string,
    readonly flags: string,
    readonly newGroup: () => number,
  ) {}

  parse(): Node {
    const nodes = [this.#sequence()]
    while (this.#take('|')) nodes.push(this.#sequence())
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'choice', nodes }
  }

  #sequence(): Node {
    const nodes: Node[] = []
    while (this.#at < this.source.length && !'|)'.includes(this.source[this.#at] ?? '')) nodes.push(this.#quantified())
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'sequence', nodes }
  }

  #quantified(): Node {
    const node = this.#item()
    const counts = this.#counts()
    return counts ? { kind: 'repeat', node, ...counts, lazy: this.#take('?') } : node
  }

  #counts(): { least: number; most: number } | undefined {
    const [all, least, comma, most] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.source.slice(this.#at)) ?? []
    if (all === undefined) return undefined
    this.#at += all.length
    if (all === '?') return { least: 0, most: 1 }
    if (all === '*' || all === '+') return { least: all === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY }
    return { least: Number(least), most: most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least) }
  }

  #item(): Node {
    if (this.#take('(')) return this.#group()
    for (const source of ['^', '$', '\\b', '\\B']) if (this.#take(source)) return { kind: 'assertion', source }
    const [reference, number] = /^\\([1-9])/.exec(this.source.slice(this.#at)) ?? []
    if (reference && this.#take(reference)) return { kind: 'reference', number: Number(number) }
    return this.#atom()
  }

  #group(): Node {
    const [head, look, name] = /^\?(?:(:|=|!|<=|<!)|<(\w+)>)/.exec(this.source.slice(this.#at)) ?? ['']
    this.#at += head.length
    const number = head === '' || name ? this.newGroup() : 0
    const node = this.parse()
    this.#take(')')
    if (number > 0) return { kind: 'group', node, number }
    return look === ':' || !look
      ? node
      : { kind: 'look', node, behind: look.includes('<'), negative: look.includes('!') }
  }

  #atom(): Node {
    const rest = this.source.slice(this.#at)
    const [source = ''] =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\.|[\s\S])/u.exec(
        rest,
      ) ?? []
    this.#at += source.length
    const whole = new RegExp(`^(?:${source})$`, this.flags.replace('m', ''))
    const known = new Map<string, boolean>()
    const test = (character: string) => {
      const judged = known.get(character) ?? whole.test(character)
      known.set(character, judged)
      return judged
    }
    return { kind: 'atom', test, sample: samples.find(test) ?? source.replace(/^\\/, '') }
  }

  #take(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }
}
