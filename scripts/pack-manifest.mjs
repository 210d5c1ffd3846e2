/**
 * `npm pack` runs this before it packs, and with `--restore` behind it: the package.json of the tarball names no
 * `prepare`. It builds a clone; where the tarball is installed npm would not run it, and warn of that.
 */
import { readFile, writeFile } from 'node:fs/promises'

const line = '    "prepare": "node scripts/prepare.mjs",\n'
const before = '  "scripts": {\n'

const bare = (await readFile('package.json', 'utf8')).replace(line, '')
await writeFile('package.json', process.argv.includes('--restore') ? bare.replace(before, before + line) : bare)
