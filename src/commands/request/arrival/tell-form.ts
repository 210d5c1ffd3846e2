import type { Context } from '../../../app/context.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import type { DraftForm } from '../../../drafts/form/form-draft.ts'
import { requesterOf } from '../../../drafts/form/send-form.ts'
import type { SentUnseen } from '../../../drafts/send-ticket.ts'
import { IpeosError, PartlyDone } from '../../../errors/error.ts'
import { decodeEntities } from '../../../glpi/html.ts'
import { folded } from '../../../i18n/folded.ts'
import type { Person } from '../../../itil/person.ts'
import type { StoredFields } from '../../../itil/ticket.ts'
import { isGroup } from '../../../itil/ticket-form.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { observerChosen } from '../site-form/offered.ts'
import { hardware } from '../site-form/usual-flags.ts'
import { droppedOf, type Expected, partsFor } from './dropped.ts'

/** Tells what a site made of answers to a form, where it is not what was meant; gives the error with which to end then. */
export async function tellMadeByForm(
  ids: readonly number[],
  { id: mark, form }: Pick<TicketDraft, 'id'> & { form: DraftForm },
  { platform, terminal }: Pick<Context, 'platform' | 'terminal'>,
): Promise<PartlyDone | undefined> {
  try {
    const { tickets, session } = await platform()
    const expected = expectedOf(form, (await session()).person)
    const stored = await Promise.all(ids.map((id) => tickets.stored(id, partsFor(expected))))
    const marked = ids.find((_id, index) => stored[index]?.title.includes(`ipeos:${mark.slice(0, 8)}`))
    if (marked !== undefined) terminal.warn('draft.mark-in-title', { id: marked, title: form.title })
    const { told, untold } = byWhetherTold(expected, stored)
    // A form that ties nobody to its tickets prints whom it was told: so its makers want it.
    for (const { key, parameters } of droppedOf(told, stored, 'told')) terminal.note(key, parameters)
    const dropped = droppedOf(untold, stored)
    if (expected.observers?.some(isGroup)) terminal.note('observer.group-reads')
    for (const { key, parameters } of dropped) terminal.warn(key, parameters)
    return dropped.length > 0 ? new PartlyDone('ticket-dropped', { id: ids[0] ?? 0 }) : undefined
  } catch (error) {
    // That they cannot be looked at changes nothing of the tickets, which are there.
    if (!(error instanceof IpeosError)) throw error
    return undefined
  }
}

/** What is expected, apart: people and items whose names stand in the text of a ticket, and all the rest. */
function byWhetherTold(
  { observers = [], items = [], ...others }: Expected,
  tickets: readonly StoredFields[],
): { told: Expected; untold: Expected } {
  const texts = tickets.map(({ content }) => foldedText(content))
  const isTold = ({ name }: { name: string }): boolean =>
    texts.some((text) => wordsOf(name).every((word) => text.includes(word)))
  const isUntold = (one: { name: string }): boolean => !isTold(one)
  return {
    told: { observers: observers.filter(isTold), items: items.filter(isTold) },
    untold: { ...others, observers: observers.filter(isUntold), items: items.filter(isUntold) },
  }
}

function foldedText(html: string): string {
  return folded(decodeEntities(html))
}

/** Of «Ordinateur - poste-alice - WTC-0003» a text has «poste-alice»; of a person either name may come first. */
function wordsOf(label: string): string[] {
  return foldedText(label.split(' - ')[1] ?? label).split(/\s+/)
}

/** Tells of answers that made nothing that this account may see: they are there all the same. Throws `PartlyDone` (7) for files that went nowhere. */
export async function tellUnseen(
  { unseen, form, left }: SentUnseen,
  open: OpenDraft<TicketDraft>,
  { terminal }: Pick<Context, 'terminal'>,
): Promise<void> {
  terminal.done('new.unseen', { form, name: plain(unseen) })
  await open.remove()
  for (const { name } of left) terminal.warn('new.unseen-file', { name: plain(name) })
  if (left.length > 0) throw new PartlyDone('unseen-files', { count: left.length })
  const { related } = open.draft
  if (related !== undefined) throw new PartlyDone('unseen-not-linked', { other: related })
}

/** What should be found on the tickets: forms print all answers, and make people and items of some (GLPI-11-FORMS.md, 9). */
function expectedOf(form: DraftForm, person: Person): Expected {
  const chosen = form.questions.flatMap((question) => {
    const answer = form.answers[question.id]
    return answer && 'chosen' in answer ? answer.chosen.map((one) => ({ ...one, question })) : []
  })
  const observers = chosen.flatMap(({ value, label, question }) => {
    return question.actor === 'observer' ? observerChosen({ value, label }) : []
  })
  const items = chosen.flatMap(({ value, label, question }) => {
    const [, itemtype = question.itemtype ?? '', number = value] = /^([A-Z]\w*)_(\d+)$/.exec(value) ?? []
    return hardware.includes(itemtype) ? [{ key: `${itemtype}:${number}`, name: label }] : []
  })
  const requester = requesterOf(form, person)
  return {
    ...(observers.length > 0 && { observers }),
    ...(items.length > 0 && { items }),
    ...(requester && { requester: { ...requester, ...(form.onBehalfOf && { name: form.onBehalfOf.label }) } }),
  }
}
