import type { Language } from '../../i18n/translate.ts'

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

const names: Record<Shell, string> = { bash: 'ipeos.bash', zsh: '_ipeos', fish: 'ipeos.fish', powershell: 'ipeos.ps1' }

/** Where a completion script is, from `completions/` on; each has the name by which its shell finds it. */
export function scriptFile(shell: Shell, language: Language): string {
  return language === 'en' ? names[shell] : `${language}/${names[shell]}`
}
