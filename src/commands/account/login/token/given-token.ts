import type { Context } from '../../../../app/context.ts'
import { WrongUsage } from '../../../../errors/error.ts'

/** A token as somebody pasted it: blanks around it came along. */
export function pastedToken(text: string): string {
  return text.trim()
}

type Trouble = 'spaces' | 'characters'

/** What shows that this is no token, before the platform is asked; undefined for nothing. */
function troubleOf(token: string): Trouble | undefined {
  if (/\s/.test(token)) return 'spaces'
  // It becomes a header of a request.
  return /^[!-~]+$/.test(token) ? undefined : 'characters'
}

/** The token that came in on standard input. Throws `WrongUsage` for what cannot be one. */
export function givenToken(text: string): string {
  const token = pastedToken(text)
  const trouble = troubleOf(token)
  if (trouble !== undefined) throw new WrongUsage(`token-${trouble}`)
  return token
}

/** For a question: true, or what is wrong, as a sentence. */
export function tokenCheck({ t }: Pick<Context, 't'>): (text: string) => true | string {
  return (text) => {
    const token = pastedToken(text)
    if (token === '') return t('login.empty')
    const trouble = troubleOf(token)
    return trouble === undefined || t(`token.${trouble}`)
  }
}
