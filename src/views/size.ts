import type { Language } from '../i18n/translate.ts'

const megabyte = 1_048_576

/** A file's size as people say it: «340 Ko», “1.2 MB”; megabytes as GLPI counts them (1,048,576 bytes). */
export function sizeWord(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['o', 'Ko', 'Mo'] : ['B', 'KB', 'MB']
  const [value, unit] = bytes >= megabyte ? [bytes / megabyte, 2] : bytes >= 1024 ? [bytes / 1024, 1] : [bytes, 0]
  const digits = new Intl.NumberFormat(language, { maximumFractionDigits: unit === 2 ? 1 : 0 })
  return `${digits.format(value)} ${units[unit]}`
}
