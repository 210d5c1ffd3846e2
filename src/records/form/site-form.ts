import type { SiteForm } from '../../itil/site-form.ts'
import { address, integer, maybe, type RecordOf, shape, text } from '../shape.ts'

/** A form of the service catalogue, as lists have it; `category`: its full name. */
export const siteFormShape = shape({
  name: 'site-form',
  fields: { id: integer, title: text, description: text, category: maybe(text), url: address },
  list: true,
})

export function siteFormRecord({
  id,
  title,
  description,
  path,
  url,
}: SiteForm & { url: string }): RecordOf<typeof siteFormShape> {
  return { id, title, description, category: path.join(' > ') || null, url }
}
