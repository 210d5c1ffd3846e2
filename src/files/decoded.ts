import { isUtf8 } from 'node:buffer'

/** Bytes as text, and as what they were read. */
export interface Decoded {
  /** Holds U+FFFD for what is no UTF-8, where most of the rest is, or where it is hardly text at all. */
  text: string
  as: 'utf-8' | 'utf-16' | 'windows-1252'
}

/** Characters by which to tell how a text is written. */
const enough = 1_000_000

/** Text as programs save it: with a mark (BOM), or in the old encoding of Windows and of Latin-1, in the place of UTF-8. */
export function decoded(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), as: 'utf-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), as: 'utf-16' }
  const text = new TextDecoder('utf-8').decode(bytes)
  if (isUtf8(bytes)) return { text, as: 'utf-8' }
  // One letter that was cut in two, in a text whose others are whole, does not make them all wrong.
  const part = text.slice(0, enough)
  if (count(part, /[^\u0000-\u007f\ufffd]/gu) >= count(part, /\ufffd/g)) return { text, as: 'utf-8' }
  const old = windowsText(bytes)
  return isText(old) ? { text: old, as: 'windows-1252' } : { text, as: 'utf-8' }
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a blank where it has nothing. */
const ofWindows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** By hand: the `TextDecoder` of several versions of Node.js takes Windows-1252 for Latin-1, and loses ’ and €. */
function windowsText(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, (code) => {
    const letter = ofWindows[code.charCodeAt(0) - 0x80] ?? ' '
    return letter === ' ' ? code : letter
  })
}

/** A picture or an archive has zero bytes, or more than one character in a hundred that no text holds. */
function isText(text: string): boolean {
  return (
    !text.includes('\u0000') &&
    count(text, /[\u0001-\u0007\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g) * 100 <= text.length
  )
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
