/** What is needed of stdout and stderr, so that a test can pass buffers. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly rows?: number | undefined
  readonly fd?: number | undefined
}

/** What is needed of stdin. */
export type Input = NodeJS.ReadableStream & {
  readonly isTTY?: boolean | undefined
  readonly fd?: number | undefined
  setRawMode?(raw: boolean): unknown
}

/**
 * Whether a pager may hold what is printed: somebody is at both ends. In a loop that reads its lines from a file, and in
 * a job of CI, which may well have a terminal, nobody would press a key.
 */
export function isReadByPerson(
  streams: { readonly stdin: Input; readonly stdout: Output },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  // Node.js opens stdin when it is first looked at.
  return streams.stdout.isTTY === true && streams.stdin.isTTY === true && !env.CI
}
