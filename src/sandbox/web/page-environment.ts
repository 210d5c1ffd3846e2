import type { Hono } from 'hono/tiny'
import type { Exchange } from '../site.ts'

/** What a page needs to know of the request besides itself. */
export interface PageEnvironment {
  /** The site's own address. */
  root: string
  exchange: Exchange
}

/** The pages of a site, by their paths. */
export type Pages = Hono<{ Bindings: PageEnvironment }>
