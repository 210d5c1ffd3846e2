type Known<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }

/** The fields that have a value: what nobody knows is left out, not there as undefined. */
export function knownFields<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Fields>
}
