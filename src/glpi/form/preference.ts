import { named, readPage } from './dom.ts'

/** The address that is marked as the default one in the page of preferences, or the first; undefined when it has none. */
export function readPreferredEmail(html: string): string | undefined {
  const page = readPage(html)
  const marked = named(page, 'input', '_default_email').find(({ attributes }) => 'checked' in attributes)
  const addresses = page.elements.filter(({ attributes }) => /^_useremails\[-?\d+\]$/.test(attributes.name ?? ''))
  const chosen = addresses.find(({ attributes }) => attributes.name === `_useremails[${marked?.attributes.value}]`)
  return (chosen ?? addresses[0])?.attributes.value?.trim() || undefined
}
