import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { peekLanguage } from '../../src/settings/peek-language.ts'

function peek(env: Record<string, string>, { lang, saved }: { lang?: string; saved?: string } = {}) {
  const config = mkdtempSync(join(tmpdir(), 'ipeos-language-'))
  if (saved !== undefined) writeFileSync(join(config, 'settings.json'), saved)
  const origin = { env: { IPEOS_CONFIG_DIR: config, ...env }, platform: 'linux', home: '/nowhere' } as const
  return peekLanguage(origin, lang === undefined ? {} : { lang })
}

test('--lang comes first', () => {
  expect(peek({ IPEOS_LANG: 'en' }, { lang: 'fr', saved: '{"language":"en"}' })).toBe('fr')
})

test('the language in the settings comes before that of the system', () => {
  expect(peek({ LANG: 'en_GB' }, { saved: '{"language":"fr"}' })).toBe('fr')
})

test('the language of the system is taken when nothing else is said', () => {
  expect(peek({ LANG: 'fr_FR.UTF-8' })).toBe('fr')
})

test.each(['broken', '{"language":"de"}', '{"language":3}', 'null'])('settings that say %s stop nothing', (saved) => {
  expect(peek({ LANG: 'fr_FR' }, { saved })).toBe('fr')
})

test('a wrong --lang is told in the language of the system', () => {
  expect(peek({ LANG: 'fr_FR' }, { lang: 'de' })).toBe('fr')
})

test('a wrong folder is told in the language of the system', () => {
  expect(peek({ LANG: 'fr_FR', IPEOS_CONFIG_DIR: 'relative' })).toBe('fr')
})
