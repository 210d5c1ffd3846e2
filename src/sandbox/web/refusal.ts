import { escapeHtml } from '../html-text.ts'
import type { Language } from '../messages.ts'
import { html } from './page.ts'

const WORDS = {
  fr_FR: {
    denied: 'Accès refusé',
    invalid: 'Requête invalide',
    missing: 'Élément introuvable',
    'not allowed': "Vous n'avez pas les droits requis pour réaliser cette action.",
    'no token': "L'action que vous avez réalisée n'est pas autorisée.",
    unknown: 'L’élément demandé est introuvable.',
    'bad request': 'Paramètres de requête invalides',
    'bad method': 'La requête est invalide et ne peut pas être traitée.',
    expired: 'Votre session a expiré. Veuillez vous reconnecter.',
    back: 'Retour à la page précédente',
  },
  en_GB: {
    denied: 'Access denied',
    invalid: 'Invalid request',
    missing: 'Item not found',
    'not allowed': "You don't have permission to perform this action.",
    'no token': 'The action you have requested is not allowed.',
    unknown: 'The requested item has not been found.',
    'bad request': 'Invalid request parameters',
    'bad method': 'The request is invalid and cannot be processed.',
    expired: 'Your session has expired. Please log in again.',
    back: 'Return to previous page',
  },
} satisfies Record<Language, Record<string, string>>

const STATUS = {
  'not allowed': 403,
  'no token': 403,
  unknown: 404,
  'bad request': 400,
  'bad method': 405,
  expired: 401,
} as const

/** Why the pages of GLPI 11 refuse something. */
export type RefusalReason = keyof typeof STATUS

/** To whom, and with what: the token of a page, which even a stranger gets. */
export interface Refused {
  request: Request
  language: Language
  csrfToken: string | undefined
}

/**
 * A refusal of GLPI 11 (GLPI-11-FORMS.md, 2): as JSON to who asks for JSON; a piece of a page to an XMLHttpRequest; a whole
 * page to the others.
 */
export function refusal(reason: RefusalReason, { request, language, csrfToken }: Refused): Response {
  const status = STATUS[reason]
  const words = WORDS[language]
  const title = status === 403 ? words.denied : status === 404 ? words.missing : words.invalid
  const message = words[reason]
  if (wantsJson(request)) return Response.json({ error: true, title, message, trace: null }, { status })
  const alert = `<div class="alert alert-important alert-danger" role="alert"><div>${escapeHtml(message)}</div>`
  if (isAjax(request)) {
    const headers = { 'Content-Type': 'text/html; charset=UTF-8' }
    return new Response(`<div class="center">${alert}</div></div>`, { status, headers })
  }
  const body = `    ${alert}<a href="javascript:history.back();" class="btn">${escapeHtml(words.back)}</a></div>`
  return html(status, { language, title, body, ...(csrfToken && { csrfToken }) })
}

/** Whether the answer is to be JSON. */
export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false
}

/** Whether a script of a page asks. */
export function isAjax(request: Request): boolean {
  return request.headers.get('x-requested-with') === 'XMLHttpRequest'
}
