/** What is told while a question stands on the screen waits until it is over: the question would be drawn over it. */
export class HeldNotes {
  #untold: Array<() => void> | undefined

  /** Gives how to end it. */
  hold(): () => void {
    this.#untold ??= []
    return () => {
      const untold = this.#untold ?? []
      this.#untold = undefined
      for (const tell of untold) tell()
    }
  }

  /** Tells at once, or when nothing holds it any more. */
  tell(tell: () => void): void {
    if (this.#untold) this.#untold.push(tell)
    else tell()
  }
}
