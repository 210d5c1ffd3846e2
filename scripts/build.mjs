/** Builds `dist/`: one CommonJS chunk for the start, others loaded when a command needs them. */
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { writeShellFiles } from './shell-files.mjs'

const output = 'dist'
await rm(output, { recursive: true, force: true })

/** What a list needs besides: of several dozen small files, to find each takes longer than to read it. */
const list =
  /(ticket\/list\/list|every-ticket|seen-ticket|terminal\/pour|chosen-fields|format\/(list|json)|records\/ticket\/ticket)\.ts$/

const bundle = await rolldown({
  input: { main: 'src/main.ts' },
  platform: 'node',
  external: ['@napi-rs/keyring'],
  // What jsonc-parser names as its main file finds its own parts in a way that no bundler can follow.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  plugins: [asJson(await catalogues())],
  onLog(level, log, report) {
    // These packages look at `eval` or leave hints for other bundlers; nothing for us to mend.
    if (level === 'warn' && log.id?.includes('node_modules')) return
    // In one file anyway: the import() is for the tests, and for those who read.
    if (log.code === 'INEFFECTIVE_DYNAMIC_IMPORT') return
    report(level, log)
  },
})
const { output: files } = await bundle.write({
  dir: output,
  format: 'cjs',
  exports: 'named',
  // Names of classes stay: --debug shows them.
  minify: { compress: true, mangle: { keepNames: { class: true, function: false } } },
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // A real import() of a package left outside the bundle starts Node's ESM loader: 20 ms.
  dynamicImportInCjs: false,
  // What answers at once, and what every command begins with, each a file with all that it needs: measured, help takes
  // 1.2 × Node's own time so, not 1.3, completion 1.35, not 1.7, and a list 4 ms less of 115.
  codeSplitting: {
    groups: [
      { name: 'help', test: /quick-help\.ts$/, priority: 3 },
      { name: 'completion', test: /completion\/complete\.ts$/, priority: 2 },
      {
        name: 'start',
        // How an error is told too: npm may have taken all other files away by then.
        test: /(app\/(run|compose|other-platform|tell-error)|i18n\/message-format|commands\/output)\.ts$/,
        priority: 1,
      },
      { name: 'platform', test: /glpi\/(connect|http\/direct-http)\.ts$/, priority: 0.5 },
      { name: 'list', test: list, priority: 0.2 },
    ],
  },
})
await bundle.close()
await writeHelp()
await writeShellFiles('man')
const packages = await bundledPackages(files)
await writeFile(
  join(output, 'packages.json'),
  `${JSON.stringify(
    packages.map(({ text: _text, ...facts }) => facts),
    null,
    1,
  )}\n`,
)
await writeFile(join(output, 'licenses.txt'), await licenses(packages))

/** The sentences of each language, by the file in which they are put together. */
async function catalogues() {
  const languages = ['fr', 'en']
  const built = await evaluated(Object.fromEntries(languages.map((name) => [name, `src/i18n/${name}.ts`])))
  return new Map(languages.map((name) => [resolve(`src/i18n/${name}.ts`), { name, catalogue: built(name)[name] }]))
}

/** As JSON, Node reads them in a third of the time that it takes for the same as code. */
function asJson(files) {
  return {
    name: 'catalogues-as-json',
    load(id) {
      const { name, catalogue } = files.get(id) ?? {}
      return name && `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(catalogue))})`
    },
  }
}

/** The pages of all help, so that `--help` loads no command. */
async function writeHelp() {
  const { helpBook } = (await evaluated({ book: 'src/cli/help/help-book.ts' }))('book')
  for (const language of ['fr', 'en']) {
    // A line a command, so that one is found without reading the others.
    const lines = [...(await helpBook(language))].map(([name, page]) => `\n${name}\t${JSON.stringify(page)}`)
    await writeFile(join(output, `help-${language}.txt`), lines.join(''))
  }
}

/** Runs files of the source; gives what each exports, by its name. */
async function evaluated(input) {
  const folder = await mkdtemp(join(tmpdir(), 'ipeos-build-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const inner = await rolldown({ input, platform: 'node', external: ['@napi-rs/keyring'], onLog: () => undefined })
  await inner.write({ dir: folder, format: 'cjs', exports: 'named', dynamicImportInCjs: false })
  await inner.close()
  return (name) => createRequire(import.meta.url)(join(folder, `${name}.js`))
}

/** Every package whose code went into the bundle, with its licence: their terms ask for it. */
function bundledPackages(chunks) {
  const modules = chunks.flatMap((chunk) => chunk.moduleIds ?? [])
  const roots = new Set(
    modules.map((id) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]).filter(Boolean),
  )
  return Promise.all([...roots].sort().map(factsOf))
}

async function licenses(packages) {
  const texts = packages.map(({ name, version, text }) => `${name} ${version}\n\n${text}`)
  // A package that names its own licence alone, and has others' work in its machine code.
  texts.push(await readFile(join(import.meta.dirname, 'jq-licenses.txt'), 'utf8'))
  return texts.join('\n\n')
}

async function factsOf(root) {
  const { name, version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const facts = { name, version, license: license ?? null }
  const candidates = [
    'LICENSE',
    'LICENSE.md',
    'license',
    'LICENSE.txt',
    'LICENCE',
    'license.md',
    'LICENSE-MIT',
    'LICENSE-MIT.txt',
  ]
  for (const candidate of candidates) {
    const text = await readFile(join(root, candidate), 'utf8').catch(() => undefined)
    if (text) return { ...facts, text: text.trim() }
  }
  return { ...facts, text: license ?? `see ${dirname(root)}` }
}
