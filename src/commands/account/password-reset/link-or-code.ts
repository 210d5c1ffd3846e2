import type { Translate } from '../../../i18n/translate.ts'

/** The token of a reset: the code of the mail, or what its link holds, as either was copied. */
export function tokenIn(pasted: string): string {
  const text = withoutQuotes(pasted.trim())
  return /[?&]password_forget_token=([^&#\s]+)/.exec(text)?.[1] ?? text
}

/** As a mail or a sentence puts around an address. */
function withoutQuotes(text: string): string {
  const from = /^[<«"']/.test(text) ? 1 : 0
  const to = /[>»"']$/.test(text) ? -1 : undefined
  return text.slice(from, to).trim()
}

/** Whether a text may be one: seen before passwords are typed, for only the platform knows more. */
export function isLinkOrCode(t: Translate): (pasted: string) => true | string {
  return (pasted) => /^\w*$/.test(tokenIn(pasted)) || t('password-reset.not-token')
}
