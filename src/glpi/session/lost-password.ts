import { Failed } from '../../errors/error.ts'
import type { Answer, Http } from '../http/http.ts'
import { askJson, bounded } from '../http/transport.ts'
import { readRefusal, refused } from '../refusal.ts'
import { apiHeaders } from './call.ts'
import { atApi } from './discovery.ts'

export interface PasswordReset {
  http: Http
  /** As for `connect`. */
  url: string
  email: string
  appToken?: string | undefined
  trace?: ((line: string) => void) | undefined
}

/**
 * Asks the platform to send a reset mail. It answers the same whether or not it knows the address. Rejects with
 * `Failed` when the platform sends no mail.
 */
export async function askPasswordReset(reset: PasswordReset): Promise<void> {
  const answer = await putLostPassword(reset, { email: reset.email })
  if (answer.status === 200) return
  // «Notifications are disabled» has no code of its own (GLPI.md, «Lost password»).
  if (/notification|courriel|e-?mails? (are|is) /i.test(readRefusal(answer.json).message)) {
    throw new Failed('notifications-off')
  }
  throw refused(answer)
}

/**
 * Finishes a reset with the token of the mail. Rejects with `Failed` for a token that is out of date or of another
 * address, and, in the platform's words, for a password that its rules refuse.
 */
export async function finishPasswordReset(reset: PasswordReset & { token: string; password: string }): Promise<void> {
  const { email, token, password } = reset
  const answer = await putLostPassword(reset, { email, password_forget_token: token, password })
  if (answer.status === 200) return
  // Contract, «lostPassword with a bad token»: no code of its own either.
  if (/expir|invalid/i.test(readRefusal(answer.json).message)) throw new Failed('wrong-reset-token')
  throw refused(answer)
}

async function putLostPassword(reset: PasswordReset, body: Record<string, string>): Promise<Answer> {
  const http = bounded(reset.http, reset.trace)
  return atApi(http, reset.url, ({ apiUrl }) =>
    askJson(http, {
      method: 'PUT',
      url: `${apiUrl}/lostPassword`,
      headers: { ...apiHeaders(reset.appToken), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}
