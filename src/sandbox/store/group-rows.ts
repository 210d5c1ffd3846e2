/** Several people, who may take part in a ticket together. */
export interface GroupRow {
  id: number
  name: string
  entities_id: number
  is_recursive: 0 | 1
  /** Whether it may observe a ticket, ask for one, be charged with one. */
  is_watcher: 0 | 1
  is_requester: 0 | 1
  is_assign: 0 | 1
}

export interface GroupUserRow {
  id: number
  groups_id: number
  users_id: number
}

export interface GroupTicketRow {
  id: number
  tickets_id: number
  groups_id: number
  /** As of people: 1 requester, 2 assigned, 3 observer. */
  type: number
}
