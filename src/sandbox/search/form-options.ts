import type { TicketRow } from '../store/rows.ts'
import { about, type OptionOf } from './option.ts'

type TicketOption = OptionOf<TicketRow>

/** Where it is. */
export function place(): TicketOption {
  return {
    ...about(83, 'Lieu', 'Location', 'glpi_locations.completename', 'dropdown'),
    raw: ({ locations_id = 0 }, { store }) => store.get('Location', locations_id)?.completename ?? null,
    ids: ({ locations_id = 0 }) => [locations_id],
  }
}

/** «Report an issue #3»: a customer may show it, and search it by a part, though that is not announced (GLPI-11-FORMS.md, 10). */
export function formAnswers(): TicketOption {
  return {
    ...about(120, 'Réponses', 'Answers', 'glpi_forms_answerssets.name', 'itemlink'),
    raw: ({ answerssets_id = 0 }, { store }) => store.get('AnswersSet', answerssets_id)?.name ?? null,
  }
}
