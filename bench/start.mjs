/** How long `ipeos` takes to start, as ratios to `node -e 0`. */
import { ipeos, medians } from './world.mjs'

/** The entry that a shell asks at Tab. */
const completion = 'completion of `ipeos ticket show 1`'

export async function measureStart({ rounds, env, note }) {
  const programs = {
    '`node -e 0`': [process.execPath, '-e', '0'],
    '`ipeos --version`': ipeos('--version'),
    '`ipeos --help`': ipeos('--help'),
    '`ipeos ticket list --help`': ipeos('ticket', 'list', '--help'),
    [completion]: ipeos('__complete', 'ticket=1', 'ipeos', 'ticket', 'show', '1'),
  }
  await medians(programs, 1, { env })
  const times = await medians(programs, rounds, { env })
  const base = times['`node -e 0`']
  const most = {
    [completion]: 1.6,
    '`ipeos --version`': 1.1,
    '`ipeos --help`': 1.25,
    '`ipeos ticket list --help`': 1.25,
  }
  return Object.entries(times).map(([name, time]) => ({
    what: `${name}${note}`,
    value: `${time.toFixed(1)} ms`,
    against: name === '`node -e 0`' ? '' : `${(time / base).toFixed(2)} × \`node -e 0\``,
    bound: name === '`node -e 0`' ? '' : `≤ ${most[name]?.toFixed(2)} ×`,
    holds: name === '`node -e 0`' ? undefined : time / base <= most[name],
  }))
}
