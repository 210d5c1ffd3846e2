/**
 * The store on disk cannot be read: something else than a torn last line is wrong with it.
 * Nothing was overwritten; `file` is the file to look at, or to remove.
 */
export class SandboxStoreError extends Error {
  readonly file: string

  constructor(file: string, why: string, options?: ErrorOptions) {
    super(`The sandbox's data cannot be read: ${file}: ${why}`, options)
    this.name = 'SandboxStoreError'
    this.file = file
  }
}
