/**
 * Loaded before `ipeos` while it is built: writes down what V8 has compiled of the files of `dist/` when the command is
 * over, into the folder that COMPILED_FOLDER names. `src/compiled.ts` reads it.
 */
const { mkdirSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const { basename, dirname, join } = require('node:path')
const v8 = require('node:v8')
const { Script } = require('node:vm')

const folder = process.env.COMPILED_FOLDER
const dist = dirname(folder)
const scripts = []

// V8 takes what was compiled under other flags for useless.
v8.setFlagsFromString = () => undefined

const usual = Module.prototype._compile
Module.prototype._compile = function (text, file) {
  if (dirname(file) !== dist) return usual.call(this, text, file)
  const script = new Script(Module.wrap(text), { filename: file })
  scripts.push({ script, name: basename(file) })
  const run = script.runInThisContext()
  return run.call(this.exports, this.exports, (name) => this.require(name), this, file, dist)
}

process.once('exit', () => {
  mkdirSync(folder, { recursive: true })
  for (const { script, name } of scripts) writeFileSync(join(folder, `${name}.bin`), script.createCachedData())
})
