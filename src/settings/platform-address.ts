import { WrongUsage } from '../errors/error.ts'
import { endSlashes } from '../glpi/session/address.ts'

/** The platform when nothing else is said. */
export const defaultUrl = 'https://support.ipeos.com'

/** What the embedded platform is called in addresses: never a real host (RFC 2606). */
export const embeddedHost = 'sandbox.invalid'

/** Where a platform is, in the one form by which its accounts are found again. */
export interface PlatformAddress {
  /** Scheme, host and path of the site's root, without a slash at its end; `sandbox` for the embedded platform. */
  url: string
  /** What stands behind the @ of an account's name: `support.ipeos.com`, `example.org/glpi`. */
  label: string
  /** What is sent can be read on the way: http to something else than this machine. */
  exposed: boolean
  /** On this very machine: no proxy stands between. */
  local: boolean
}

/** The address that a person means, whether the site or its API was given; undefined when it is none. */
export function platformAddress(given: string): PlatformAddress | undefined {
  if (given === 'sandbox') return { url: 'sandbox', label: 'sandbox', exposed: false, local: true }
  const url = parse(given)
  if (!url || url.username || url.password) return undefined
  const path = url.pathname
    .replace(endSlashes, '')
    .replace(/\/(apirest\.php|api\.php(\/v[\d.]+)?)$/, '')
    .replace(endSlashes, '')
  const insecure = url.protocol === 'http:'
  // Without the port, an account of http://host would be taken for one of https://host.
  const host = insecure && !url.port ? `${url.host}:80` : url.host
  return {
    url: `${url.protocol}//${url.host}${path}`,
    label: `${host}${path}`,
    exposed: insecure && !isLoopback(url.hostname),
    local: isLoopback(url.hostname),
  }
}

/** The same address as the network has it: letters of other scripts, which may look like ours, in punycode. */
export function asciiAddress(given: string): string {
  const text = given.trim()
  return /^[\u0020-\u007e]*$/.test(text) ? text : (parse(text)?.href.replace(/\/$/, '') ?? text)
}

/** What a host may be called, in punycode, or its number; URL takes any punctuation. */
const hostName = /^(?:[\w.-]+|\[[\d:a-f.]+\])$/i

function parse(given: string): URL | undefined {
  const text = given.trim()
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(withScheme)) return undefined
  const url = new URL(withScheme)
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:'
  return isHttp && hostName.test(url.hostname) ? url : undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

/** Why a secret is not sent to such an address, and what to do. */
export function exposedAddress(url: string): WrongUsage {
  return new WrongUsage('exposed-address', { url })
}
