import { onTestFinished } from 'vitest'
import { fetchHttp } from '../../src/glpi/http/fetch-http.ts'
import type { ConnectOptions, Credential } from '../../src/glpi/platform.ts'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { type Customer, customer } from './customer.ts'

/** Both platforms that the client must live with. */
export const glpiVersions = ['10.0', '11.0'] as const

/** Where a new ticket is sent to: the API, or a form of the site. */
export const opensTicket = /\/(?:Ticket|SubmitAnswers)$/

export interface Place extends Customer {
  sandbox: Sandbox
  url: string
  /** Another account, or another command of the same one, on the same platform. */
  join(options?: Partial<ConnectOptions> & { as?: Credential }): Customer
}

/** The embedded platform in this process, and a customer of it (alice, unless another one is named). */
export async function place(
  options: SandboxOptions & { connect?: Partial<ConnectOptions> & { as?: Credential } } = {},
): Promise<Place> {
  const sandbox = await openSandbox(options)
  onTestFinished(() => sandbox.close())
  const url = `http://sandbox.test${sandbox.configuration.basePath}`
  const http = fetchHttp(sandbox.fetch)
  const join: Place['join'] = (connect = {}) => customer(http, url, connect)
  return { sandbox, url, join, ...join(options.connect) }
}
