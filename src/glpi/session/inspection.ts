/** What a session allows, and how its server's clock goes: for whoever looks for what is wrong. */
export interface Inspection {
  /** Whether the profile may open tickets; undefined where the platform does not say it. */
  mayCreate: boolean | undefined
  /** Milliseconds that the server's clock is ahead of this one; undefined where that cannot be told. */
  clockAhead: number | undefined
}
