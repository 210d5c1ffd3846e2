import { say } from '../messages.ts'
import { isOn } from '../php-query.ts'
import { type Answer, type Call, documented, NotDone, Refusal } from './answer.ts'
import { type Added, type Fields, isSet, numberIn, type Resource } from './resource.ts'

/** What became of one item of a request. */
type Outcome = { added: Added } | { refused: string | null }

/** POST /Itemtype: one item, or several at once, each of which may be refused alone. */
export function addItems(call: Call, resource: Resource): Answer {
  const { inputs, isSeveral } = inputsOf(call)
  const outcomes = inputs.map((input) => attempt(call, () => create(call, resource, input)))
  const answers = outcomes.map((outcome) =>
    'added' in outcome ? itemOf(outcome.added) : { id: false, message: outcome.refused ?? '' },
  )
  const refused = outcomes.filter((outcome) => 'refused' in outcome)
  if (!isSeveral) return answerOne(call, resource, outcomes[0])
  if (refused.length === outcomes.length) throw new Refusal(400, 'ERROR_GLPI_ADD', answers)
  // Contract step "POST Ticket, several, one refused".
  if (refused.length > 0) return { status: 207, json: ['ERROR_GLPI_PARTIAL_ADD', answers] }
  const links = answers.map(({ id }) => `<${call.base}/${resource.itemtype}/${id}>`).join(',')
  return { status: 201, json: answers, headers: { Link: links } }
}

function answerOne(call: Call, resource: Resource, outcome: Outcome | undefined): Answer {
  if (!outcome || 'refused' in outcome) throw new Refusal(400, 'ERROR_GLPI_ADD', outcome?.refused ?? '')
  if (outcome.added.isBroken) return { status: 500, isBroken: true }
  const location = `${call.base}/${resource.itemtype}/${outcome.added.id}`
  return { status: 201, json: itemOf(outcome.added), headers: { Location: location } }
}

function create(call: Call, resource: Resource, input: Fields): Added {
  if (!resource.create) throw new NotDone(say(call.language, 'rightMissing'))
  return resource.create(call, input)
}

function itemOf({ id, message, more }: Added): Fields {
  return { id, message, ...more }
}

/** PUT /Itemtype/N, or PUT /Itemtype with several `{id, …}`. */
export function updateItems(call: Call, resource: Resource, id: number | undefined): Answer {
  return changeEach(call, resource, id, 'UPDATE', (target, input) => {
    if (!resource.update) throw new NotDone(say(call.language, 'rightMissing'))
    resource.update(call, target, input)
  })
}

/** DELETE /Itemtype/N: to the trash, or for good with `force_purge=true`. */
export function removeItems(call: Call, resource: Resource, id: number | undefined): Answer {
  const isForGood = isOn(call.query, 'force_purge') || isSet(call.body, 'force_purge')
  return changeEach(call, resource, id, 'DELETE', (target) => {
    if (!resource.remove) throw new NotDone(say(call.language, 'rightMissing'))
    resource.remove(call, target, isForGood)
  })
}

function changeEach(
  call: Call,
  resource: Resource,
  id: number | undefined,
  verb: 'UPDATE' | 'DELETE',
  change: (id: number, input: Fields) => void,
): Answer {
  const { inputs, isSeveral } =
    id !== undefined && verb === 'DELETE' ? { inputs: [{}], isSeveral: false } : inputsOf(call)
  const outcomes = inputs.map((input) => {
    const target = id ?? numberIn(input, 'id') ?? 0
    const done = attempt(call, () => {
      if (!resource.exists(call, target))
        throw new NotDone(resource.isLostInSilence ? null : say(call.language, 'itemNotFound'))
      change(target, input)
      return { id: resource.answeredAs?.(call, target) ?? target, message: '' }
    })
    return 'refused' in done ? { target, refused: done.refused } : { target: done.added.id, refused: undefined }
  })
  const json = outcomes.map(({ target, refused }) => ({ [target]: refused === undefined, message: refused ?? '' }))
  const refusals = outcomes.filter(({ refused }) => refused !== undefined)
  if (refusals.length === 0) return { status: 200, json }
  if (refusals.length < outcomes.length) return { status: 207, json: [`ERROR_GLPI_PARTIAL_${verb}`, json] }
  // Contract step "DELETE Reservation" on 10.0: alone, the message stands in the place of the list.
  throw new Refusal(400, `ERROR_GLPI_${verb}`, isSeveral ? json : refusals[0]?.refused)
}

/** One item: what it changed is taken back when it is refused, and the others go on. */
function attempt(call: Call, work: () => Added): Outcome {
  try {
    return { added: call.site.store.part(work) }
  } catch (error) {
    if (error instanceof NotDone) return { refused: error.said }
    throw error
  }
}

function inputsOf(call: Call): { inputs: Fields[]; isSeveral: boolean } {
  const { input } = call.body
  if (Array.isArray(input)) return { inputs: input.filter(isFields), isSeveral: true }
  if (isFields(input)) return { inputs: [input], isSeveral: false }
  throw documented(call, 'ERROR_BAD_ARRAY', 'badArray')
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
