import type { TicketDraft } from '../draft.ts'

/** The newest version of a draft that this ipeos understands. */
export const newestVersion = 2

/** What an older ipeos would not understand, and lose, has a version that it leaves alone. */
export function versionOf(content: object): 1 | 2 {
  const { form: byForm, related, given = {} }: Partial<Pick<TicketDraft, 'form' | 'given' | 'related'>> = content
  const { form, answer, answersText, observer, silentObserver, location, onBehalfOf, about } = given
  const words = [
    byForm,
    related,
    form,
    answer,
    answersText,
    observer,
    silentObserver,
    location,
    onBehalfOf,
    Array.isArray(about) ? about : undefined,
  ]
  const isOld = words.every((word) => word === undefined) && !('answers' in content && holdsMore(content.answers))
  return isOld ? 1 : 2
}

/** Observers, a place, several pieces of equipment. */
function holdsMore(answers: unknown): boolean {
  if (typeof answers !== 'object' || answers === null) return false
  const { observers, location, equipment } = answers as Partial<Record<string, unknown>>
  return (Array.isArray(observers) && observers.length > 0) || Boolean(location) || Array.isArray(equipment)
}
