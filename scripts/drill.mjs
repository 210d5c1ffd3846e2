/**
 * The fault drill: `npm run drill -- --runs 1000 --seed 7 [--glpi 10.0]`. Tickets with files and comments are opened on
 * the embedded platform, over a socket, while it fails at random and clients are killed; what it holds at the end must
 * be what was asked. The real code is bundled first, as for `dist/`.
 *
 * `npm run drill -- --forms --runs 1000 --seed 7`: the same with forms of the site: with a long text and without, with
 * files, one that makes two tickets, such as leave no trace, which must never be sent twice, and jobs that tell of the same.
 *
 * `npm run drill -- --typing --runs 200 --seed 7`: whoever types a ticket or a comment, in a terminal, is killed at a
 * random moment; no more than a second of typing may be missing, and no answer. It runs what `npm run build` built.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    glpi: { type: 'string', default: '11.0' },
    typing: { type: 'boolean', default: false },
    forms: { type: 'boolean', default: false },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const root = join(import.meta.dirname, '..')
const parent = join(root, 'node_modules', '.cache')
mkdirSync(parent, { recursive: true })
const folder = mkdtempSync(join(parent, 'drill-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const bundle = await rolldown({
  cwd: root,
  input: {
    ...{ drill: 'test/drill/drill.ts', client: 'test/drill/client.ts', typing: 'test/drill/typing.ts' },
    forms: 'test/drill/forms/drill-forms.ts',
  },
  platform: 'node',
  external: ['@napi-rs/keyring', '@lydell/node-pty', '@xterm/headless'],
  onLog: () => undefined,
})
await bundle.write({ dir: folder, format: 'cjs', exports: 'named', dynamicImportInCjs: false })
await bundle.close()

const load = createRequire(import.meta.url)
const start = Date.now()
if (values.typing) {
  const { killTyping, reportTyping } = load(join(folder, 'typing.js'))
  const bin = join(root, 'bin', 'ipeos')
  const { text, ok } = reportTyping(await killTyping({ runs, seed, bin, atOnce: 3, clock: () => performance.now() }))
  console.log(`${text}\nseed ${seed}, ${runs} kills, ${Math.round((Date.now() - start) / 1000)} s`)
  process.exit(ok ? 0 : 1)
}
if (values.forms) {
  const { drillForms, reportForms } = load(join(folder, 'forms.js'))
  const { text, ok } = reportForms(await drillForms({ runs, seed, client: join(folder, 'client.js') }))
  console.log(`${text}\nseed ${seed}, ${runs} forms, ${Math.round((Date.now() - start) / 1000)} s`)
  process.exit(ok ? 0 : 1)
}
const { drill, report } = load(join(folder, 'drill.js'))
const result = await drill({ runs, seed, glpi: values.glpi, client: join(folder, 'client.js') })
const { text, ok } = report(result)
console.log(`${text}\nseed ${seed}, ${runs} runs, GLPI ${values.glpi}, ${Math.round((Date.now() - start) / 1000)} s`)
process.exit(ok ? 0 : 1)
