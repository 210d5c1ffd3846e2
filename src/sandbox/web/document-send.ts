import { parsePhpQuery, textAt } from '../php-query.ts'
import { documentAnswer } from '../rest/itemtype/document.ts'
import { maySee } from '../ticket/visibility.ts'
import { accessDenied } from './page.ts'
import type { Visitor } from './visitor.ts'

/** `GET /front/document.send.php?docid=N&itemtype=Ticket&items_id=T`: the bytes of a document of a ticket that one sees. */
export function sendDocument({ site, viewer, request }: Visitor): Response {
  const query = parsePhpQuery(new URL(request.url).search)
  const isOfTicket = textAt(query, 'itemtype') === 'Ticket'
  const ticketId = Number(isOfTicket ? textAt(query, 'items_id') : textAt(query, 'tickets_id'))
  const ticket = site.store.get('Ticket', ticketId)
  const document = site.store.get('Document', Number(textAt(query, 'docid')))
  const isLinked =
    document !== undefined &&
    ticket !== undefined &&
    site.store
      .table('Document_Item')
      .by('documents_id', document.id)
      .some(({ itemtype, items_id }) => itemtype === 'Ticket' && items_id === ticket.id)
  const isOpen = isLinked
    ? maySee(site.store, viewer, ticket)
    : viewer.profile.readsConfiguration && ticket === undefined
  const answer = document && isOpen ? documentAnswer(site, document) : undefined
  if (!answer?.bytes) return accessDenied(viewer.user.language)
  return new Response(Uint8Array.from(answer.bytes), {
    status: 200,
    ...(answer.headers ? { headers: answer.headers } : {}),
  })
}
