import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '..', '..', 'scripts', 'drill.mjs')

function drill(words: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [script, ...words])
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
}

test.each(['10.0', '11.0'])(
  'on a GLPI %s that fails at random, with clients killed at random, nothing is lost and nothing is there twice',
  async (glpi) => {
    // What fails tells its seed, to be run again.
    const { code, out } = await drill(['--runs', '20', '--glpi', glpi])
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^tickets asked \d+, lost 0, duplicated 0; files asked \d+, lost 0, duplicated 0; comments asked \d+, lost 0, duplicated 0\n/,
      ),
    })
  },
  120_000,
)

test('forms of the site are sent once by clients killed at random, and those without a trace never twice', async () => {
  const { code, out } = await drill(['--forms', '--runs', '20'])
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(
      /^tickets asked \d+, lost 0, duplicated 0; files asked \d+, lost 0, duplicated 0; without a trace asked \d+, lost 0, duplicated 0, nobody can tell \d+\nkeys asked 5, lost 0, duplicated 0; texts asked 15, lost 0, duplicated 0\n/,
    ),
  })
}, 120_000)
