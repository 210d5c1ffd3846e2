import { expect } from 'vitest'
import { type BinOptions, type BinResult, runBin } from './bin.ts'

/** What a person was told whose command was refused, in each language. */
export interface Told {
  code: number | null
  fr: string
  en: string
}

/**
 * Runs `bin/ipeos` in both languages. Whatever is wrong, it must end alike in both, with nothing on stdout, one sentence
 * of what is wrong, at most one thing to do, and no stack trace.
 */
export async function refusal(words: string[], options: BinOptions): Promise<Told> {
  const fr = await runBin([...words, '--lang', 'fr'], options)
  const en = await runBin([...words, '--lang', 'en'], options)
  for (const result of [fr, en]) expectOneSentence(result)
  expect(fr.code).toBe(en.code)
  return { code: fr.code, fr: plain(fr.notes), en: plain(en.notes) }
}

/** One ✗, at most one →, no line of a stack, no word of code. */
export function expectOneSentence({ notes }: BinResult): void {
  const marks = (mark: string) => notes.split(mark).length - 1
  expect({ notes, wrong: marks('✗'), toDo: Math.max(1, marks('  → ')) }).toEqual({ notes, wrong: 1, toDo: 1 })
  expect(notes).not.toMatch(/^\s+at |undefined|\[object|Error:|ipeos lui-même|ipeos itself/m)
}

/** No-break spaces as spaces, so that a test can be written with a plain keyboard. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}
