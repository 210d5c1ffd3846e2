import type { TicketForm } from '../../itil/ticket-form.ts'

export interface Form {
  /** The form that the platform gives this account, kept for the session; `refresh` asks the platform again. */
  read(options?: { refresh?: boolean }): Promise<TicketForm>
}
