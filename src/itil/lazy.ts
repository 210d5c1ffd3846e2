/** What is dear to make, made when it is first asked for; the same from then on, be it a failure. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
