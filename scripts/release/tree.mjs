/** The files of a system's package, below a folder, where the programs of that system look for them. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** `zsh`: where its completions are in this family of systems. */
export function layOut({ clone, folder, executable, licenses, zsh }) {
  const at = (...path) => {
    const file = join(folder, ...path)
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
  copyFileSync(executable, at('usr', 'bin', 'ipeos'))
  for (const [pages, language] of [
    ['man', ''],
    [join('man', 'fr'), 'fr'],
  ]) {
    for (const chapter of ['man1', 'man7']) {
      for (const name of readdirSync(join(clone, pages, chapter))) {
        const text = readFileSync(join(clone, pages, chapter, name))
        writeFileSync(at('usr', 'share', 'man', language, chapter, `${name}.gz`), gzipSync(text, { level: 9 }))
      }
    }
  }
  // In each language, and for each shell a few lines that choose.
  cpSync(join(clone, 'completions'), at('usr', 'share', 'ipeos', 'completions'), { recursive: true })
  const chooser = join(clone, 'packaging', 'completions')
  copyFileSync(join(chooser, 'ipeos.bash'), at('usr', 'share', 'bash-completion', 'completions', 'ipeos'))
  copyFileSync(join(chooser, '_ipeos'), at('usr', 'share', 'zsh', zsh, '_ipeos'))
  copyFileSync(join(chooser, 'ipeos.fish'), at('usr', 'share', 'fish', 'vendor_completions.d', 'ipeos.fish'))
  const doc = (name) => at('usr', 'share', 'doc', 'ipeos', name)
  writeFileSync(doc('CHANGELOG.md.gz'), gzipSync(readFileSync(join(clone, 'CHANGELOG.md')), { level: 9 }))
  copyFileSync(join(clone, 'README.md'), doc('README.md'))
  copyFileSync(join(clone, 'README.fr.md'), doc('README.fr.md'))
  copyFileSync(join(clone, 'schema', 'organisation.schema.json'), doc('organisation.schema.json'))
  const ours = readFileSync(join(clone, 'LICENSE'), 'utf8')
  const others = readFileSync(licenses, 'utf8')
  writeFileSync(doc('copyright'), `ipeos\n\n${ours}\nWhat is inside of the program beside it:\n\n${others}`)
  mkdirSync(at('etc', 'ipeos'), { recursive: true })
}
