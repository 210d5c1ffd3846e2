import { openSandbox, type Sandbox, type SandboxTicket } from '../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from './desk.ts'
import { shortForm } from './short-form.ts'

export interface TicketDesk {
  site: Sandbox
  desk: Desk
  /** The ticket's number, as a word of a command. */
  id: string
  /** The ticket as `show --json` gives it. */
  shown(): Promise<ShownTicket>
}

interface ShownTicket {
  url: string
  title: string
  status: string
  urgency: string
  category: string | null
  description: string
  actions: string[]
  documents: Array<{ id: number; fileName: string }>
  timeline: Array<{ id: number; kind: string; text?: string; mine: boolean; status?: string }>
}

/** Alice at her desk, with one ticket an hour old, so that what comes next comes after it. */
export async function deskWithTicket(
  glpi: '10.0' | '11.0',
  ticket: Partial<SandboxTicket> = {},
  { user = 'alice' }: { user?: string } = {},
): Promise<TicketDesk> {
  const site = await openSandbox({ ...shortForm, glpi })
  const desk = newDesk(site, { user })
  const opened = new Date(Date.now() - 3_600_000)
  const id = String(site.addTicket({ title: 'Imprimante en panne', opened, ...ticket }))
  return {
    site,
    desk,
    id,
    shown: async () => JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out),
  }
}
