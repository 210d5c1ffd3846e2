import * as z from 'zod/mini'
import type { FormQuestion } from '../../itil/site-form.ts'
import { decodeEntities } from '../html.ts'
import { integer, label } from '../wire.ts'
import type { FormCalls } from './form-calls.ts'
import type { OfferedChoice, OfferedChoices } from './open-form.ts'
import type { Field, FormWiring, ListWiring } from './wiring.ts'

const linesPerPage = 100
/** A group in a group is one too many for GLPI. */
const deepest = 5

const line = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  text: z.optional(label),
  title: z.optional(label),
  disabled: z.optional(z.boolean()),
  children: z.optional(z.array(z.unknown())),
})
const answer = z.object({ results: z.array(z.unknown()), count: z.optional(integer) })
/** What a list is answered with whose parameters are no longer good. */
const nothing = z.literal('')

/** What may be chosen, as `OpenForm.choices` says it (GLPI-11-FORMS.md, 5). */
export async function askChoices(
  calls: FormCalls,
  question: FormQuestion,
  asked: { search: string; page: number },
): Promise<OfferedChoices> {
  const used = calls.wiring
  const first = await askPage(calls, question, asked)
  if (first !== '') return choicesIn(first, question)
  await calls.renew(used)
  const again = await askPage(calls, question, asked)
  if (again === '') throw calls.broken(new Error('an empty list'))
  return choicesIn(again, question)
}

function askPage(calls: FormCalls, question: FormQuestion, asked: { search: string; page: number }) {
  const { of } = listOf(calls, question, calls.wiring)
  const path = of === 'people' ? 'Form/Question/ActorsDropdown' : 'ajax/getDropdownValue.php'
  return calls.ask(
    path,
    (wiring) => [
      ...listFields(listOf(calls, question, wiring), calls.page.id),
      ['page', String(asked.page)],
      ['page_limit', String(linesPerPage)],
      ...(asked.search === '' ? [] : [['searchText', asked.search] as Field]),
    ],
    z.union([answer, nothing]),
  )
}

function listOf(calls: FormCalls, { id }: FormQuestion, { lists }: FormWiring): ListWiring {
  const list = lists.get(id)
  if (!list) throw calls.broken(new Error(`question ${id} has no list`))
  return list
}

/** Of what the page says, what the site looks at; the empty choice is ours to offer. */
function listFields({ of, fields }: ListWiring, form: number): Field[] {
  if (of === 'people') return [['form_id', String(form)], ...fields]
  const told = fields.filter(([name]) => /^(?:itemtype|condition|_idor_token|entity_restrict)\b/.test(name))
  const parents = fields.find(([name]) => name === 'permit_select_parent')?.[1] ?? '0'
  return [...told, ['permit_select_parent', parents], ['display_emptychoice', '0'], ['emptylabel', '-----']]
}

function choicesIn({ results, count }: z.output<typeof answer>, { itemtype }: FormQuestion): OfferedChoices {
  const all = choicesOf(results)
  // The empty line of a list, but for entities: the root's number is 0.
  const choices = all.filter(({ value }) => value !== '-1' && (value !== '0' || itemtype === 'Entity'))
  // Those that only stand above others are not counted.
  const lines = count ?? all.filter(({ disabled }) => !disabled).length
  return { choices, more: lines >= linesPerPage }
}

/** What stands in groups, and what a further page begins with outside of any. */
export function choicesOf(lines: unknown[], depth = 0): OfferedChoice[] {
  if (depth > deepest) return []
  return lines.flatMap((one): OfferedChoice[] => {
    const read = z.safeParse(line, one)
    if (!read.success) return []
    const { id, children, disabled = false } = read.data
    if (children) return choicesOf(children, depth + 1)
    const name = decodeEntities(read.data.text ?? '')
    const title = decodeEntities(read.data.title ?? '') || name
    if (id === undefined) return []
    return [{ value: String(id), ...named(String(id), name, title), disabled }]
  })
}

/** Of a thing the title is its whole path; of a person it ends with the login. */
function named(id: string, name: string, title: string): Pick<OfferedChoice, 'label' | 'name' | 'login'> {
  if (!id.startsWith('users_id-')) return { label: title, name }
  const start = `${name} - `
  const login = title.startsWith(start) ? title.slice(start.length) : ''
  return { label: name, name, ...(login !== '' && { login }) }
}
