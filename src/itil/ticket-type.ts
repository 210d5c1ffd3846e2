export const ticketTypes = ['incident', 'request'] as const
export type TicketType = (typeof ticketTypes)[number]

export function ticketType(id: number): TicketType | undefined {
  return ticketTypes[id - 1]
}

export function ticketTypeId(type: TicketType): number {
  return ticketTypes.indexOf(type) + 1
}
