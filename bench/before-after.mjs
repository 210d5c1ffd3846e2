/**
 * `node bench/before-after.mjs BEFORE.tgz [AFTER.tgz] [--rounds 25]`: what two packages take of the processor and of time,
 * each installed into an empty prefix, run in turn. The second is packed from this clone when it is not named.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { pack } from './package.mjs'
import { effort, folder, ipeos, measure, median, run, startPlatform } from './world.mjs'

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '25' } },
  allowPositionals: true,
})
const [before, after = pack(folder)] = positionals
if (!before) throw new Error('which package is it to be compared with?')

const programs = [{ name: '`node -e 0`', words: [process.execPath, '-e', '0'] }]
for (const [when, file] of [
  ['before', before],
  ['after', after],
]) {
  measure(resolve(file))
  const { env } = await startPlatform({ tickets: 100 })
  await run(ipeos('ticket', 'list'), { env })
  const commands = {
    '--version': ['--version'],
    '--help': ['--help'],
    'ticket list': ['ticket', 'list'],
    completion: ['__complete', 'ticket=1', 'ipeos', 'ticket', 'show', '1'],
  }
  for (const [name, words] of Object.entries(commands)) programs.push({ name, when, words: ipeos(...words), env })
}

const found = programs.map(() => [])
for (let round = 0; round <= Number(values.rounds); round += 1)
  for (const [at, { words, env }] of programs.entries()) {
    const one = await effort(words, { env })
    // The first fills the caches of the system.
    if (round > 0) found[at].push(one)
  }

const [base] = found.map(medians)
console.log(['', 'processor', '', 'time', ''].join('\t'))
for (const [at, { name, when = '' }] of programs.entries()) {
  const { processor, wall } = medians(found[at])
  const ratio = (value, of) => `${(value / of).toFixed(2)} × node`
  console.log(
    [
      `${name} ${when}`.padEnd(20),
      `${processor.toFixed(0)} ms`,
      ratio(processor, base.processor),
      `${wall.toFixed(0)} ms`,
      ratio(wall, base.wall),
    ].join('\t'),
  )
}
process.exit(0)

function medians(efforts) {
  return {
    processor: median(efforts.map(({ processor }) => processor)),
    wall: median(efforts.map(({ wall }) => wall)),
  }
}
