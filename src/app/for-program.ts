/** Whether a program reads what this line prints (`--json`, `--format ndjson`): what goes wrong is told to it as JSON too. */
export function isForProgram(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  return words.some((word, at) => {
    const format = word === '--format' ? words[at + 1] : /^--format=(.*)/.exec(word)?.[1]
    return /^--json(=|$)/.test(word) || format === 'json' || format === 'ndjson'
  })
}
