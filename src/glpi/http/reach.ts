import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { Unreachable } from '../../errors/error.ts'
import { authorities, type Trusted } from './authorities.ts'
import { networkError, TimeOut } from './network-error.ts'

/** Where a connection is to end. */
export interface Target {
  /** Without the brackets of an IPv6 address. */
  host: string
  port: number
}

/** What a server shows of itself before anything is sent to it. */
export interface Handshake {
  /** `TLSv1.3`. */
  protocol: string
  /** Who signed its certificate; empty where that is unsaid. */
  issuer: string
  /** The hosts that its certificate was made for: «support.example, *.example.org». */
  names: string
  /** The first and the last moment of its certificate. */
  begins: Date | undefined
  expires: Date | undefined
  /** Why it is not trusted, as `networkError` tells it. */
  trouble?: Unreachable
}

/** The host and the port of an address of the web. */
export function targetOf(address: string): Target {
  const { protocol, hostname, port } = new URL(address)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (protocol === 'https:' ? 443 : 80)) }
}

/** The IP addresses of a host; none for what is one itself. Rejects with `Unreachable`; `timeout` in milliseconds. */
export async function lookUp(address: string, timeout: number): Promise<string[]> {
  const { host } = targetOf(address)
  if (isIP(host)) return []
  const found = await within(timeout, address, lookup(host, { all: true }))
  return found.map((one) => one.address)
}

/** A connection to where this address points, to be destroyed. Rejects with `Unreachable`; `timeout` in milliseconds. */
export async function openConnection(address: string, timeout: number): Promise<Socket> {
  const socket = connect(targetOf(address))
  await orDestroyed(socket, within(timeout, address, once(socket, 'connect')))
  return socket
}

/** What a proxy says when it is asked for a way to the platform: its status, and the way when it is 200. */
export interface Tunnel {
  status: number
  socket: Duplex
}

/** How long to wait, in milliseconds, and whom to trust. */
export interface Reach extends Trusted {
  timeout: number
}

/** Asks a proxy for a way to an address, as `proxyHttp` does. Rejects with `Unreachable`, which names the proxy. */
export async function openTunnel(proxy: URL, address: string, { timeout, ...trusted }: Reach): Promise<Tunnel> {
  const connect = { ...(await authorities(trusted)), timeout }
  const { host, port } = targetOf(address)
  const path = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const { Client } = await import('undici')
  const client = new Client(proxy.origin, { connect })
  const asked = client.connect({ path, headers: { host: path, ...proxyLogin(proxy) } })
  try {
    const { statusCode: status, socket } = await within(timeout, proxy.origin, asked)
    return { status, socket }
  } catch (error) {
    await client.destroy()
    throw error
  }
}

function proxyLogin({ username, password }: URL): Record<string, string> {
  if (!username || !password) return {}
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'Proxy-Authorization': `Basic ${Buffer.from(login).toString('base64')}` }
}

/**
 * Looks at the certificate at the other end of a connection, which is opened for it and ended: nothing is sent, so one
 * that is not trusted may be looked at too. Rejects with `Unreachable` when no TLS is spoken there.
 */
export async function shakeHands(
  open: () => Promise<Duplex>,
  address: string,
  { timeout, ...trusted }: Reach,
): Promise<Handshake> {
  const trust = await authorities(trusted)
  const { host } = targetOf(address)
  const name = isIP(host) ? {} : { servername: host }
  const secure = connectTls({ socket: await open(), host, ...name, ...trust, rejectUnauthorized: false })
  await orDestroyed(secure, within(timeout, address, once(secure, 'secureConnect')))
  const seen = seenOn(secure, address, timeout)
  secure.destroy()
  return seen
}

function seenOn(socket: TLSSocket, address: string, timeout: number): Handshake {
  const { issuer, subjectaltname = '', valid_from: start, valid_to: end } = socket.getPeerCertificate()
  const begins = start ? new Date(start) : undefined
  const expires = end ? new Date(end) : undefined
  const name = [issuer?.O ?? issuer?.CN ?? ''].flat().join(', ')
  const code = socket.authorized ? '' : String(socket.authorizationError ?? '')
  const trouble = code ? { trouble: networkError(Object.assign(new Error(code), { code }), address, timeout) } : {}
  const names = subjectaltname.replaceAll(/\b(?:DNS|IP Address):/g, '')
  return { protocol: socket.getProtocol() ?? '', issuer: name, names, begins, expires, ...trouble }
}

/** A socket does not outlive what fails on it, and what happens to it later is told to nobody. */
async function orDestroyed(socket: Socket, work: Promise<unknown>): Promise<void> {
  try {
    await work
    socket.on('error', () => undefined)
  } catch (error) {
    socket.on('error', () => undefined).destroy()
    throw error
  }
}

async function within<Result>(timeout: number, address: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeOut(timeout)), timeout)
  })
  try {
    return await Promise.race([work, tooLong])
  } catch (error) {
    throw networkError(error, address, timeout)
  } finally {
    clearTimeout(timer)
    // Whoever loses the race is heard by nobody.
    work.catch(() => undefined)
  }
}
