import type { ticket as english } from '../en/ticket.ts'

export const ticket: Record<keyof typeof english, string> = {}
