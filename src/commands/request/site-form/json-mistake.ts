/** What keeps a text from being JSON: the line it is on, counted from 1, and what it is where that is known. */
export interface JsonMistake {
  line: number
  what: 'comma' | 'quotes' | 'other'
}

const token = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+|"/g

/** The first mistake in a text that is no JSON; Node tells its place only sometimes, and then that of what follows. */
export function jsonMistake(text: string): JsonMistake {
  let end = 0
  let before = ''
  for (const { 0: found, index } of text.matchAll(token)) {
    // Between two values, or a value and a name, there is nothing but blanks.
    if (/^[“”„«»‘’]/.test(found)) return { line: lineAt(text, index), what: 'quotes' }
    if (endsValue(before) && beginsValue(found)) return { line: lineAt(text, end), what: 'comma' }
    if (isWrong(before, found)) return { line: lineAt(text, index), what: 'other' }
    before = found
    end = index + found.length
  }
  return { line: lineAt(text, end), what: 'other' }
}

function beginsValue(token: string): boolean {
  return /^[^}\],:]/.test(token)
}

function endsValue(token: string): boolean {
  return token !== '' && /[^{[,:]$/.test(token)
}

function isWrong(before: string, found: string): boolean {
  const isWord = /^[^"{}[\],:]/.test(found)
  if (found === '"' || (isWord && !/^(?:true|false|null|-?\d[\d.eE+-]*)$/.test(found))) return true
  return /^[}\],:]$/.test(found) && !endsValue(before) && !/^(?:\{\}|\[\])$/.test(before + found)
}

function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length
}
