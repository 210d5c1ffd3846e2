/** Asks for files: any number, one line after the other, each looked at as soon as it is named. */
export interface FilesQuestion<Taken> {
  message: string
  /** What they are, once they are there; by default, files. */
  label?: string
  /** Said beside it where there is room. */
  aside: string
  /** The same once there is a file. */
  another: { message: string; aside: string }
  /** Those that there are already. */
  taken: Taken[]
  /** What a file is called on the screen. */
  name(one: Taken): string
  /** Takes what a line names; `signal` says that the question was left. */
  take(line: string, taken: readonly Taken[], signal?: AbortSignal): Promise<Taking<Taken>>
  /** Takes the image that was copied last; likewise. */
  fromClipboard(taken: readonly Taken[], signal?: AbortSignal): Promise<Taking<Taken>>
  /** What Tab makes of a line; undefined where there is nothing to go on with. */
  complete(line: string): { line: string; candidates: string[] } | undefined
  /** Told all of them after each change, and waited for. */
  keep(taken: Taken[]): Promise<unknown>
  /** Why it cannot do without; absent where it can. */
  needed?: string
  /** There is a question before this one, and the person may go back to it. */
  back?: boolean
}

/** What became of a line. */
export interface Taking<Taken> {
  /** All that there are now. */
  taken: Taken[]
  /** What is wrong, as sentences. */
  problems: string[]
  /** What of the line was not taken, to be corrected. */
  rest: string
}
