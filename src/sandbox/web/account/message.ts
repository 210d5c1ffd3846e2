import { escapeHtml } from '../../html-text.ts'
import type { KeptMessage } from '../../store/rows.ts'
import type { Visitor } from '../visitor.ts'

const TITLES = {
  fr_FR: { done: 'Information', wrong: 'Erreur' },
  en_GB: { done: 'Information', wrong: 'Error' },
}

/** Keeps what the session's next page says; inside a transaction. */
export function keepMessage({ site, viewer }: Visitor, message: KeptMessage): void {
  const session = site.store.get('Session', viewer.session.id)
  if (session) site.store.put('Session', { ...session, messages: [...(session.messages ?? []), message] })
}

/** `GET /ajax/displayMessageAfterRedirect.php`: what was kept, once. */
export function keptMessages({ site, viewer }: Visitor): Response {
  const { messages = [], ...session } = site.store.get('Session', viewer.session.id) ?? viewer.session
  if (messages.length > 0) site.store.transaction(() => site.store.put('Session', session))
  const titles = TITLES[viewer.user.language]
  const toast = (isError: boolean) => {
    const texts = messages.filter((message) => message.isError === isError).map(({ text }) => escapeHtml(text))
    if (texts.length === 0) return ''
    return `<div class="toast" role="alert"><div class="toast-header ${isError ? 'bg-danger' : 'bg-info'} text-white">
      <strong class="me-auto">${isError ? titles.wrong : titles.done}</strong></div>
      <div class="toast-body">${texts.join('<br>')}</div></div>`
  }
  const markup = `<div id="messages_after_redirect">${toast(false)}${toast(true)}</div>`
  return new Response(markup, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } })
}
