import type { Forms } from '../../../glpi/forms/forms.ts'
import type { FormPage, FormQuestion, SiteForm } from '../../../itil/site-form.ts'
import { offersDevices, offersTypes, offersUrgencies } from './named-choice.ts'
import { type PlacedQuestion, placedQuestions } from './question-name.ts'

/** The usual options that answer a question of their kind, whatever it is called. */
export const usualFlags = [
  'type',
  'title',
  'description',
  'urgency',
  'category',
  'about',
  'observer',
  'location',
] as const
export type UsualFlag = (typeof usualFlags)[number]

/** What may be «about» something: the kinds of hardware that GLPI counts. */
export const hardware = [
  'Computer',
  'Monitor',
  'NetworkEquipment',
  'Peripheral',
  'Phone',
  'Printer',
  'Rack',
  'Enclosure',
  'PDU',
  'Unmanaged',
]

const takes: Record<UsualFlag, Array<(question: FormQuestion) => boolean>> = {
  type: [offersTypes],
  title: [({ kind }) => kind === 'text'],
  description: [({ kind }) => kind === 'long-text'],
  urgency: [offersUrgencies],
  category: [({ kind, itemtype }) => kind === 'object' && itemtype === 'ITILCategory'],
  location: [({ kind, itemtype }) => kind === 'object' && itemtype === 'Location'],
  about: [offersDevices, ({ kind, itemtype = '' }) => kind === 'object' && hardware.includes(itemtype)],
  observer: [({ kind, actor }) => kind === 'person' && actor === 'observer'],
}

/**
 * The question that a usual option answers: of those of its kind first one that is seen from the start, then one that takes
 * so many values, then one that needs an answer, then the first. Undefined where the form asks nothing of the kind.
 */
export function questionFor(flag: UsualFlag, page: FormPage, count = 1): PlacedQuestion | undefined {
  const rank = ({ question, section }: PlacedQuestion): number[] => [
    question.conditional || section.conditional ? 1 : 0,
    takes[flag].findIndex((fits) => fits(question)),
    count > 1 && !question.several ? 1 : 0,
    question.mandatory ? 0 : 1,
  ]
  return placedQuestions(page)
    .filter(({ question }) => takes[flag].some((fits) => fits(question)))
    .sort((one, other) => firstDifference(rank(one), rank(other)))[0]
}

function firstDifference(one: number[], other: number[]): number {
  return one.map((number, place) => number - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** Of a site with more, the first ones are looked at: each is a page of its own. */
const mostRead = 12

/** The other forms of the site in which this option answers something. */
export async function formsThatTake(
  flag: UsualFlag,
  forms: Pick<Forms, 'list' | 'read'>,
  except: number,
): Promise<SiteForm[]> {
  const others = (await forms.list()).filter(({ id }) => id !== except).slice(0, mostRead)
  const pages = await Promise.allSettled(others.map(({ id }) => forms.read(id)))
  return others.filter((_form, place) => {
    const read = pages[place]
    return read?.status === 'fulfilled' && questionFor(flag, read.value) !== undefined
  })
}
