import { HttpResponse, http } from 'msw'

/** Answers of a GLPI 10 that has no more than what a test needs. */

const fullSession = {
  glpiID: 8,
  glpiname: 'alice',
  glpirealname: 'Durand',
  glpifirstname: 'Alice',
  glpifriendlyname: 'Durand Alice',
  glpilanguage: 'fr_FR',
  glpiactive_entity: 1,
  glpiactive_entity_name: 'IPEOS &#62; IPEOS-WTC',
  glpiactiveprofile: { id: 1, name: 'Self-Service', interface: 'helpdesk' },
}

export const noDiscovery = http.get('*/api.php/', () => html('<title>404</title>', 404))

export function initSession(token = 'token-1', session: object = {}): ReturnType<typeof http.get> {
  return http.get('*/initSession', () =>
    HttpResponse.json({
      session_token: token,
      session: { ...fullSession, glpi_currenttime: naive(new Date()), ...session },
    }),
  )
}

export const configuration = http.get('*/getGlpiConfig', () =>
  HttpResponse.json({ cfg_glpi: { version: '10.0.14', document_max_size: '2', urgency_mask: '62' } }),
)

/** What opens a session. */
export const opening = [noDiscovery, initSession(), configuration]

export function html(text: string, status = 200, headers: Record<string, string> = {}): Response {
  return new HttpResponse(text, { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers } })
}

export function refusal(status: number, code: string, message: string): Response {
  return HttpResponse.json([code, message], { status })
}

/** The server's way to write a date, at UTC. */
export function naive(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ')
}

export function row(id: number, values: Record<string, unknown> = {}): Record<string, unknown> {
  const date = '2026-01-15 12:00:00'
  return { 1: `Ticket ${id}`, 2: id, 3: 3, 7: null, 10: 3, 12: 1, 14: 1, 15: date, 19: date, ...values }
}
