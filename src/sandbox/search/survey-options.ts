import { Breakdown } from '../rest/answer.ts'
import type { Site } from '../site.ts'
import type { SurveyRow } from '../store/customer-rows.ts'
import type { TicketRow } from '../store/rows.ts'
import { surveyOf } from '../ticket/survey.ts'
import { about, type OptionOf, type Raw } from './option.ts'

type TicketOption = OptionOf<TicketRow>

/** The survey of a ticket, of which the end breaks 11.0 down (GLPI-CUSTOMER.md, c). */
export function surveyOptions(): TicketOption[] {
  return [
    of(31, 'Type', 'Type', 'type', 'number'),
    of(60, 'Date de création', 'Creation date', 'date_begin', 'datetime'),
    of(61, 'Date de réponse', 'Response date', 'date_answered', 'datetime'),
    of(62, 'Satisfaction', 'Satisfaction', 'satisfaction', 'number'),
    of(63, 'Commentaires', 'Comments', 'comment', 'text'),
    {
      ...about(75, 'Date de fin', 'End date', 'glpi_ticketsatisfactions.end_date', 'datetime'),
      raw: (_ticket, { version }) => {
        if (version === '11.0') throw new Breakdown()
        return null
      },
    },
  ]
}

type Column = keyof SurveyRow & ('type' | 'date_begin' | 'date_answered' | 'satisfaction' | 'comment')

function of(
  id: number,
  fr_FR: string,
  en_GB: string,
  column: Column,
  datatype: TicketOption['datatype'],
): TicketOption {
  return {
    ...about(id, fr_FR, en_GB, `glpi_ticketsatisfactions.${column}`, datatype),
    raw: (ticket: TicketRow, { store }: Site): Raw => surveyOf(store, ticket.id)?.[column] ?? null,
  }
}
