/** Who has the terminal in another way than the shell does: a question that is asked, a spinner. */
export interface TerminalHolder {
  /** The process is about to be stopped, as by Ctrl-Z: puts the terminal as the shell had it. `toShell`: by the person, whose `fg` continues it. */
  giveBack(toShell: boolean): void
  /** The process goes on, as by `fg`: takes the terminal again, and draws what stood there. */
  takeAgain(): void
  /** The process is to end: leaves as by Ctrl-C, so that what was typed is kept. */
  leave?(): void
}

export interface HeldTerminal {
  /** Stops the process, and those that were started with it, as Ctrl-Z does; nothing where nobody can continue it. */
  stop(): void
  /** The terminal is as it was. */
  letGo(): void
}

export type HoldTerminal = (holder: TerminalHolder) => HeldTerminal
