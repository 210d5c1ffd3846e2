import * as z from 'zod/mini'
import { Failed, NotAllowed } from '../../errors/error.ts'
import { carrying, filesUpload } from '../document/document.ts'
import type { OutgoingFile, TextImage } from '../document/documents.ts'
import { htmlWithImages, mostFiles } from '../document/inline/written-images.ts'
import { markComment } from '../html.ts'
import { everyItem } from '../range.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { html, integer, madeNumber, parse } from '../wire.ts'
import { marksIn } from './marked.ts'
import type { Followups, Solutions } from './tickets.ts'

/** What this account writes on tickets. */
export function followupsOf(session: Session): Followups {
  return {
    add: (ticketId, text, options = {}) => addFollowup(session, ticketId, { text, ...options }),
    findByMark: async (ticketId, mark) => (await findFollowup(session, ticketId, mark))?.id,
    textByMark: async (ticketId, mark) => (await findFollowup(session, ticketId, mark))?.content,
  }
}

const created = z.object({ id: madeNumber })

/** What a followup does besides being read: it accepts or refuses the solution that waits (GLPI.md, «life of a ticket»). */
type Answering = { add_close: 1 } | { add_reopen: 1 }

export interface Writing {
  /** Plain text; empty where an answer needs none. */
  text: string
  mark?: string | undefined
  answering?: Answering
  /** They go along in the same request; GLPI 10 keeps the first alone (GLPI-CUSTOMER.md, «First»). */
  files?: OutgoingFile[] | undefined
  /** They stand in the text, and go before the files. */
  images?: TextImage[] | undefined
  /** Told as the bytes of the files leave. */
  onProgress?: (() => void) | undefined
}

/**
 * Writes on a ticket; gives the followup's number. Rejects with `NotAllowed` when the platform takes it not, or no more:
 * a closed ticket, a solution that was answered meanwhile.
 */
export async function addFollowup(
  session: Session,
  ticketId: number,
  { text, mark, answering, files = [], images = [], onProgress = () => undefined }: Writing,
): Promise<{ id: number }> {
  const most = files.length + images.length > 0 ? await mostFiles(session) : 0
  const shown = images.slice(0, most)
  const content = htmlWithImages(
    text,
    shown,
    images.map(({ name }) => name),
  )
  const along = [...shown.map(({ file }) => file), ...files].slice(0, most)
  // A mark alone would be an empty followup; without any, GLPI writes «Solution approuvée» by itself.
  const marked = content && mark ? content + markComment(mark) : content
  const tags = shown.length > 0 ? { _tag_filename: shown.map(({ tag }) => tag) } : {}
  const input = { itemtype: 'Ticket', items_id: ticketId, content: marked, ...answering, ...tags }
  const call = { method: 'POST', path: 'ITILFollowup' } as const
  const answer =
    along.length === 0
      ? await session.ask({ ...call, json: { input } })
      : await carrying(ticketId, onProgress, async (watch) =>
          session.ask({ ...call, upload: await filesUpload(along, input, watch) }),
        )
  if (answer.status === 201) return { id: parse(created, answer.json, 'POST ITILFollowup').id }
  const { code, message } = readRefusal(answer.json)
  // Contract, «accepting again»: what is too late is told as a right that is missing.
  if (code !== 'ERROR_GLPI_ADD') throw refused(answer)
  throw content || answering
    ? new NotAllowed('followup-refused', { id: ticketId, message })
    : new Failed('refused', { message })
}

const marked = z.array(z.object({ id: integer, content: html, users_id: z.optional(integer) }))

/** The followup of this account that carries this mark; undefined for none. */
async function findFollowup(
  session: Session,
  ticketId: number,
  mark: string,
): Promise<{ id: number; content: string } | undefined> {
  const path = `Ticket/${ticketId}/ITILFollowup?get_hateoas=false`
  const followups = parse(marked, await everyItem(session, path), 'ITILFollowup')
  const { person } = await session.current()
  const isOurs = (writer = person.id): boolean => writer === person.id
  return followups.find(({ content, users_id }) => isOurs(users_id) && marksIn(content).includes(mark))
}

/** The answers to a solution that waits: followups that close the ticket, or open it again (GLPI.md, «life of a ticket»). */
export function solutionsOf(session: Session): Solutions {
  return {
    accept: (ticketId, text = '', options = {}) =>
      addFollowup(session, ticketId, { text, ...options, answering: { add_close: 1 } }),
    refuse: (ticketId, reason, options = {}) =>
      addFollowup(session, ticketId, { text: reason, ...options, answering: { add_reopen: 1 } }),
    mostFiles: () => mostFiles(session),
  }
}
