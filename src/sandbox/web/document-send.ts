import { parsePhpQuery, textAt } from '../php-query.ts'
import { documentAnswer, isSeen } from '../rest/itemtype/document.ts'
import { accessDenied } from './page.ts'
import type { Visitor } from './visitor.ts'

/**
 * `GET /front/document.send.php?docid=N&itemtype=Ticket&items_id=T`: the bytes of a document of a ticket that one sees,
 * or of an article of the FAQ.
 */
export function sendDocument({ site, viewer, request }: Visitor): Response {
  const { store } = site
  const query = parsePhpQuery(new URL(request.url).search)
  const asked = textAt(query, 'itemtype')
  const parent = asked ?? 'Ticket'
  const parentId = Number(asked ? textAt(query, 'items_id') : textAt(query, 'tickets_id'))
  const document = store.get('Document', Number(textAt(query, 'docid')))
  const links = document ? store.table('Document_Item').by('documents_id', document.id) : []
  const isLinked = links.some(({ itemtype, items_id }) => itemtype === parent && items_id === parentId)
  const isOpen = isLinked ? isSeen(store, viewer, parent, parentId) : viewer.profile.readsConfiguration && !parentId
  const answer = document && isOpen ? documentAnswer(site, document) : undefined
  if (!answer?.bytes) return accessDenied(viewer.user.language)
  return new Response(Uint8Array.from(answer.bytes), {
    status: 200,
    ...(answer.headers ? { headers: answer.headers } : {}),
  })
}
