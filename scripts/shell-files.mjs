/**
 * What is made from the command tree for shells. `npm run completions`, after a command or an option changed, writes
 * `completions/` and the list of man pages in `package.json`; both are committed. The build writes the pages in `man/`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'

const root = join(import.meta.dirname, '..')

/** Writes anew all files of one folder: `completions` or `man`. */
export async function writeShellFiles(name) {
  const book = await shellBook()
  await rm(join(root, name), { recursive: true, force: true })
  for (const [path, text] of book) {
    if (!path.startsWith(`${name}/`)) continue
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

async function shellBook() {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-shell-'))
  try {
    const bundle = await rolldown({
      cwd: root,
      input: { book: 'src/cli/shell-book.ts' },
      platform: 'node',
      external: ['@napi-rs/keyring'],
      onLog: () => undefined,
    })
    await bundle.write({ dir: folder, format: 'cjs', exports: 'named', dynamicImportInCjs: false })
    await bundle.close()
    const made = createRequire(import.meta.url)(join(folder, 'book.js'))
    return await made.shellBook(edition(), (file) =>
      readFileSync(join(root, 'src/cli/completion/engine', file), 'utf8'),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The version, and the day that its heading in CHANGELOG.md names: the same on every machine that builds it. */
function edition() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
  const heading = changes.split('\n').find((line) => line.startsWith(`## [${version}] - `))
  return { version, released: heading?.slice(-'2026-03-01'.length) ?? '' }
}

/** npm links those that are named one by one; English ones, since it knows no language. */
async function listManPages() {
  const path = join(root, 'package.json')
  const facts = JSON.parse(await readFile(path, 'utf8'))
  const book = await shellBook()
  facts.man = [...book.keys()].filter((name) => /^man\/man\d\//.test(name)).sort()
  await writeFile(path, `${JSON.stringify(facts, null, 2)}\n`)
}

if (process.argv[1] === import.meta.filename) {
  await writeShellFiles('completions')
  await listManPages()
}
