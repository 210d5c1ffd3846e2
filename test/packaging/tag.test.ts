import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { needs } from '../support/left-out.ts'

needs('git')

// What a script of a release exports: it is JavaScript.
const path = `${process.cwd()}/scripts/release/tag.mjs`
const { checkTag } = (await import(path)) as { checkTag(project: string, version: string): void }

/** A clone with one commit, at the tag v0.1.0. */
function taggedClone(): string {
  const clone = mkdtempSync(join(tmpdir(), 'ipeos-tag-'))
  onTestFinished(() => rmSync(clone, { recursive: true, force: true }))
  const git = (...words: string[]) => execFileSync('git', words, { cwd: clone })
  git('init', '--quiet')
  writeFileSync(join(clone, 'CHANGELOG.md'), '# Changelog\n')
  git('add', '--all')
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'all of it')
  git('tag', 'v0.1.0')
  return clone
}

test('a release is made at its tag, and once more beside the first', () => {
  const clone = taggedClone()
  checkTag(clone, '0.1.0')
  mkdirSync(join(clone, 'release'))
  writeFileSync(join(clone, 'release', 'SHA256SUMS'), '')
  expect(() => checkTag(clone, '0.1.0')).not.toThrow()
})

test('where something was changed since the commit, none is made', () => {
  const clone = taggedClone()
  writeFileSync(join(clone, 'CHANGELOG.md'), '# Changes\n')
  expect(() => checkTag(clone, '0.1.0')).toThrow('not committed')
})

test('at the tag of another version, none is made', () => {
  expect(() => checkTag(taggedClone(), '0.1')).toThrow('not tagged v0.1;')
})
