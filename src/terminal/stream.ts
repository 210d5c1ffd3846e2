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
