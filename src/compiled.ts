import { existsSync, readFileSync } from 'node:fs'
import { Module } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'

/** Node's own way from the text of a file to its module; it has no other name for it. */
interface Loader {
  prototype: { _compile?(this: NodeJS.Module, text: string, file: string): unknown }
  wrap(text: string): string
}

/**
 * Has this node take the files of `folder` as V8 compiled them when they were built (25 ms of a command). What another
 * version or machine compiled lies elsewhere and is not looked at; what V8 itself does not like it compiles anew. It lies
 * beside the code: whoever may write it may write the code.
 */
export function useCompiled(folder: string, { version, platform, arch }: NodeJS.Process): void {
  const kept = join(folder, `compiled-${version}-${platform}-${arch}`)
  const loader = Module as unknown as Loader
  const usual = loader.prototype._compile
  if (!usual || !existsSync(kept)) return
  loader.prototype._compile = function (text, file) {
    const cachedData = dirname(file) === folder ? compiledIn(join(kept, `${basename(file)}.bin`)) : undefined
    if (!cachedData) return usual.call(this, text, file)
    const run = new Script(loader.wrap(text), { filename: file, cachedData }).runInThisContext()
    return run.call(this.exports, this.exports, (name: string) => this.require(name), this, file, folder)
  }
}

function compiledIn(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined
}
