/** What one ticket is to another. */
export const linkRelations = ['related', 'duplicate-of', 'duplicated-by', 'child-of', 'parent-of'] as const
export type LinkRelation = (typeof linkRelations)[number]

/** A link of a ticket, seen from that ticket. */
export interface TicketLink {
  /** Its number on the platform. */
  id: number
  /** The ticket at its other end. */
  other: number
  relation: LinkRelation
}

/** The same, seen from the other end. */
export function turned(relation: LinkRelation): LinkRelation {
  const places = { 'duplicate-of': 'duplicated-by', 'child-of': 'parent-of' } as const
  for (const [one, other] of Object.entries(places) as Array<[LinkRelation, LinkRelation]>) {
    if (relation === one) return other
    if (relation === other) return one
  }
  return relation
}

/** A ticket that another one is to be linked to; its title, where it was read. */
export interface Related {
  id: number
  title?: string | undefined
}
