import fc from 'fast-check'

/**
 * What no output may hold: C0 but tab and line end, DEL, C1, line separators, bidi controls, zero-width spaces, fillers
 * and tags. Joiners and variation selectors may stay where they spell something.
 */
export const unfit =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|\p{Cs}|(?!\u200c|\u200d|\ufe0e|\ufe0f|[\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/u

const attacks = [
  '\u001b[31m',
  '\u001b[2J',
  '\u001b]8;;http://evil.example\u0007',
  '\u001b]0;title\u001b\\',
  '\u001b]52;c;cm0gLXJm\u0007',
  '\u001bP1$r\u001b\\',
  '\u001b_G\u001b\\',
  '\u001bc',
  '\u009b2J',
  '\u009d0;x\u009c',
  '\u0007',
  '\b\b\b',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u2028',
  '\u{e0041}',
  '\ud83d',
  '\u007f',
  '\u0000',
]

/** The same as it may come in HTML, or encoded as GLPI 10 encodes names. */
const encoded = [
  '&#27;[31m',
  '&#x1b;]0;x&#7;',
  '&#155;2J',
  '&#8238;',
  '<b>',
  '</p>',
  '<!--',
  '&amp;#27;',
  "'",
  '{',
  '<pre>',
]

/** Ordinary text with, in between, all that a hostile platform could try. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('Panne', ' ', 'à', '网络', '👩‍🚒', '42', '@') },
      { weight: 4, arbitrary: fc.constantFrom(...attacks, ...encoded) },
      fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
