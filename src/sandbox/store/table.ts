/** One table in memory: rows by id, and an index on each column that somebody asked for. Rows are replaced, never changed. */
export class Table<Row extends { id: number }> {
  readonly #rows = new Map<number, Row>()
  readonly #indexes = new Map<keyof Row, Map<unknown, Set<number>>>()
  #next = 1

  /** The id that the next new row gets; ids are never given twice, as with AUTO_INCREMENT. */
  get next(): number {
    return this.#next
  }

  get size(): number {
    return this.#rows.size
  }

  get(id: number): Row | undefined {
    return this.#rows.get(id)
  }

  all(): IterableIterator<Row> {
    return this.#rows.values()
  }

  /** Rows whose column has this value, oldest first. */
  by<K extends keyof Row>(column: K, value: Row[K]): Row[] {
    const found: Row[] = []
    for (const id of this.#index(column).get(value) ?? []) {
      const row = this.#rows.get(id)
      if (row) found.push(row)
    }
    return found
  }

  put(row: Row): void {
    const before = this.#rows.get(row.id)
    for (const [column, index] of this.#indexes) {
      if (before && before[column] === row[column]) continue
      if (before) index.get(before[column])?.delete(row.id)
      bucket(index, row[column]).add(row.id)
    }
    this.#rows.set(row.id, row)
    this.skipTo(row.id + 1)
  }

  remove(id: number): void {
    const before = this.#rows.get(id)
    if (!before) return
    for (const [column, index] of this.#indexes) index.get(before[column])?.delete(id)
    this.#rows.delete(id)
  }

  skipTo(next: number): void {
    if (next > this.#next) this.#next = next
  }

  #index(column: keyof Row): Map<unknown, Set<number>> {
    const known = this.#indexes.get(column)
    if (known) return known
    const made = new Map<unknown, Set<number>>()
    for (const row of this.#rows.values()) bucket(made, row[column]).add(row.id)
    this.#indexes.set(column, made)
    return made
  }
}

function bucket(index: Map<unknown, Set<number>>, value: unknown): Set<number> {
  const known = index.get(value)
  if (known) return known
  const made = new Set<number>()
  index.set(value, made)
  return made
}
