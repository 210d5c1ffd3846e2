import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Site } from '../site.ts'
import { type Viewer, viewerOf } from '../viewer.ts'
import { COOKIE } from './page.ts'
import type { Refused } from './refusal.ts'

/** Somebody who comes with the cookie of a session. */
export interface Visitor {
  site: Site
  viewer: Viewer
  /** The session's token, which keys the tokens of its pages. */
  token: string
  request: Request
  /** The site's own address. */
  root: string
}

/** The token of a v1 session is the PHP session id (GLPI.md, "The ticket form"). */
export function visitorOf(site: Site, request: Request, root: string): Visitor | undefined {
  const token = sessionCookie(request)
  const viewer = token ? viewerOf(site, token) : undefined
  return viewer && token ? { site, viewer, token, request, root } : undefined
}

/** The session that the cookie names; undefined without one. */
export function sessionCookie(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
}

/**
 * Back to where the browser came from, as GLPI sends whoever posted a form: who does not say it is sent nowhere by 10.0, and
 * to the start by 11.0 (contract step "a personal token is made").
 */
export function goBack({ request, root, site }: Visitor): Response {
  const Location = request.headers.get('referer') ?? (site.version === '10.0' ? '' : root)
  return new Response(null, { status: 302, headers: { Location, 'Content-Type': 'text/html; charset=UTF-8' } })
}

/** To whom a page is refused. */
export function refused(visitor: Visitor): Refused {
  const { request, viewer } = visitor
  return { request, language: viewer.user.language, csrfToken: csrfToken(visitor) }
}

const NONCE_BYTES = 16
const HEX64 = /^[0-9a-f]{64}$/

/** A token of 64 hex digits that only this session accepts, and only for this purpose: a nonce, then its seal. */
export function sealedToken(visitor: Pick<Visitor, 'token'>, purpose: string): string {
  const nonce = randomBytes(NONCE_BYTES).toString('hex')
  return nonce + seal(visitor, purpose, nonce)
}

/** Whether this session made the token, for this purpose. */
export function isSealed(visitor: Pick<Visitor, 'token'>, purpose: string, token: string | null | undefined): boolean {
  if (!token || !HEX64.test(token)) return false
  const nonce = token.slice(0, NONCE_BYTES * 2)
  return timingSafeEqual(Buffer.from(token), Buffer.from(nonce + seal(visitor, purpose, nonce)))
}

function seal({ token }: Pick<Visitor, 'token'>, purpose: string, nonce: string): string {
  return createHmac('sha256', token)
    .update(`${purpose} ${nonce}`)
    .digest('hex')
    .slice(0, NONCE_BYTES * 2)
}

/** A token that shows that a request comes from a page of this session. */
export function csrfToken(visitor: Visitor): string {
  return sealedToken(visitor, 'csrf')
}

/** Whether a request shows such a token. */
export function isCsrfToken(visitor: Visitor, token: string | null | undefined): boolean {
  return !(token && spent.get(visitor.site)?.has(token)) && isSealed(visitor, 'csrf', token)
}

const spent = new WeakMap<Site, Set<string>>()

/** Whether a request shows such a token, which is good for this one alone: that of a form which no script sends. */
export function spendCsrfToken(visitor: Visitor, token: string | undefined): boolean {
  const before = spent.get(visitor.site) ?? new Set()
  if (token === undefined || before.has(token) || !isSealed(visitor, 'csrf', token)) return false
  spent.set(visitor.site, before.add(token))
  return true
}

/** As the session's, which died with it, for whoever comes with the cookie of none. */
const OF_NOBODY = 'csrf of nobody'

/** The token that a page for a stranger carries. */
export function strangersToken(cookie: string): string {
  return sealedToken({ token: cookie }, OF_NOBODY)
}

/** Whether a stranger shows such a token. */
export function isStrangersToken(cookie: string, token: string | null | undefined): boolean {
  return isSealed({ token: cookie }, OF_NOBODY, token)
}
