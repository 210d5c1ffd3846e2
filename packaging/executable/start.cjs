'use strict'
/**
 * What the lone executable starts with: the files of dist/ are inside of it, and each is read when it is asked for, as
 * from a folder. Node's own `require` knows no files there.
 */
const { getRawAsset } = require('node:sea')
const { compileFunction } = require('node:vm')

const loaded = new Map()

function load(name) {
  const known = loaded.get(name)
  if (known) return known.exports
  const module = { exports: {} }
  loaded.set(name, module)
  const text = Buffer.from(getRawAsset(`dist/${name}`)).toString('utf8')
  const run = compileFunction(text, ['exports', 'require', 'module', '__dirname'], { filename: `ipeos/${name}` })
  run(module.exports, requireFrom, module, '/ipeos/dist')
  return module.exports
}

function requireFrom(name) {
  return name.startsWith('./') ? load(name.slice('./'.length)) : require(name)
}

load('main.js').start(process)
