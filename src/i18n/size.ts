import type { Language } from './translate.ts'

const kilobyte = 1024

/** A number of bytes as people say it: «1,2 Mo», “1.2 MB”. A mega is 1024², as in the platform's file limit. */
export function sizeWord(bytes: number, language: Language): string {
  if (bytes < kilobyte) {
    return new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes)
  }
  const mega = bytes >= 1000 * kilobyte
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: 1,
  }).format(bytes / (mega ? kilobyte ** 2 : kilobyte))
}
