import type { MessageParameters } from '../i18n/translate.ts'

/** Scripts whose spelling needs ZWNJ or ZWJ between two letters: Persian, Urdu, Hindi, Malayalam, Sinhala… */
const joining =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}' +
  '\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}' +
  '\\p{Script=Sinhala}\\p{Script=Khmer}'

const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g
/** Whole sequences, so that no «[31m» litter stays: CSI, then the strings (OSC, DCS, SOS, PM, APC), then the short ones.
 * A string has no control in it, so that a thousand that begin and never end are each looked at once. */
const escapeSequences = [
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g,
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0000-\u001f\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)/g,
  /\u001b[ -/]*[0-~]/g,
]
/** What a terminal obeys or hides. Default ignorables hold the bidi controls, zero-width spaces, fillers and tags. */
const unfit = /\p{M}{9}|[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff9-\ufffb]/g
const contextual = '\\u200c\\u200d\\ufe0e\\ufe0f\\u{e0100}-\\u{e01ef}'
/** What takes a millisecond to read: made with the first text that is unfit. */
function makeInvisibles(): { invisible: RegExp; joiners: RegExp } {
  return {
    invisible: new RegExp(`(?![${contextual}])\\p{Default_Ignorable_Code_Point}`, 'gu'),
    // The invisible ones that spell something where they stand (the group), or do not.
    joiners: new RegExp(
      `(${[
        '(?<=\\p{Extended_Pictographic}[\\u{1f3fb}-\\u{1f3ff}\\ufe0f]?)\\u200d(?=\\p{Extended_Pictographic})',
        `(?<=[${joining}])[\\u200c\\u200d](?=[${joining}])`,
        '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
        '(?<=\\p{Script=Han})[\\u{e0100}-\\u{e01ef}]',
      ].join('|')})|[${contextual}]`,
      'gu',
    ),
  }
}

let made: ReturnType<typeof makeInvisibles> | undefined

/** More marks than any script sets on a letter: they would cover the lines above. */
const marks = /(\p{M}{8})\p{M}+/gu

/**
 * Server text made fit for a terminal: no escape sequence, no control, nothing that reorders or hides text. On one line
 * unless `multiline`, where line ends and tabs stay. Joiners stay where they spell something: ZWJ within an emoji, ZWJ
 * and ZWNJ between letters of scripts that use them, variation selectors after what they vary. Tags and bidi marks
 * always go, so Scotland's flag is a black one.
 */
export function plain(text: string, { multiline = false }: { multiline?: boolean } = {}): string {
  if (!unfit.test(text)) return text
  made ??= makeInvisibles()
  const inLines = multiline ? text.replace(lineEnds, '\n') : text.replace(lineEnds, ' ').replaceAll('\t', ' ')
  return escapeSequences
    .reduce((rest, sequence) => rest.replace(sequence, ''), inLines)
    .replace(controls, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(made.invisible, '')
    .replace(made.joiners, (_found, kept = '') => kept)
    .replace(marks, '$1')
}

const reservedOnWindows = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i
/** File systems take 255 bytes; the rest leaves room for « (2)» and a temporary suffix. */
const longestName = 200

/** A name that cannot leave its folder, start with a dash or a dot, or trouble any file system; at most 200 bytes. */
export function fileName(text: string): string {
  // Made plain again once `*` is gone: what varied it would vary nothing.
  const safe = plain(
    plain(text)
      .normalize('NFC')
      .replace(/[/\\:*?"<>|]/g, '-'),
  )
    .replace(/\s+/g, ' ')
    .replace(/^[\s.\-~]+/, '')
    .replace(/(?<![\s.])[\s.]+$/, '')
  const named = reservedOnWindows.test(safe) ? `_${safe}` : safe
  return shortened(named) || 'document'
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestName) return name
  const extension = /\.[\w-]{1,16}$/.exec(name)?.[0] ?? ''
  const room = longestName - extension.length
  let stem = ''
  for (const character of name.slice(0, name.length - extension.length)) {
    if (Buffer.byteLength(stem + character) > room) break
    stem += character
  }
  return plain(stem).replace(/(?<![\s.])[\s.]+$/, '') + extension
}

/** The same, with nothing in its texts that a terminal obeys. */
export function harmless(parameters: MessageParameters): MessageParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? plain(value) : value]),
  )
}
