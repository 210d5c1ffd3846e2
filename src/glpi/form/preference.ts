import { named, type Option, options, type Page, readPage } from './dom.ts'

/** Where the form of the preferences stands (GLPI.md, «The rest of the menu»): the page itself only has its tab. */
export const preferenceTab =
  'ajax/common.tabs.php?_glpi_tab=User$1&_target=/front/preference.php&_itemtype=Preference&id=0'

/** The form of the preferences, as the site shows it to one person. */
export interface PreferenceForm {
  /** The person's number, which goes back with the form. */
  id: string
  csrfToken: string
  /** Empty when the site does not let this person choose. */
  languages: Option[]
  /** By the number of each: `12`, or below 1 for one to come. */
  emails: Map<string, string>
  defaultEmail: string | undefined
  /** The personal token that stands there; undefined for none. */
  apiToken: string | undefined
  /** The box that has a personal token made anew, which each version calls otherwise; undefined where there is none. */
  tokenMaker: string | undefined
}

/** What the box is called: on GLPI 10, and on 11 (GLPI-CUSTOMER.md, «Password and personal token»). */
const tokenMakers = ['_reset_api_token', '_regenerate_api_token']

/** Reads the form; undefined when the page holds none. */
export function readPreferenceForm(html: string): PreferenceForm | undefined {
  const page = readPage(html)
  const csrfToken = inputValue(page, '_glpi_csrf_token')
  const id = inputValue(page, 'id')
  if (!csrfToken || !id) return undefined
  const [languages] = named(page, 'select', 'language')
  return {
    ...{ id, csrfToken, languages: languages ? options(languages) : [], ...readEmails(page) },
    apiToken: (inputValue(page, '_api_token') || inputValue(page, 'api_token'))?.trim() || undefined,
    tokenMaker: tokenMakers.find((name) => named(page, 'input', name).length > 0),
  }
}

/** The address that is marked as the default one in the page of preferences, or the first; undefined when it has none. */
export function readPreferredEmail(html: string): string | undefined {
  const { emails, defaultEmail } = readEmails(readPage(html))
  const chosen = defaultEmail === undefined ? undefined : emails.get(defaultEmail)
  return chosen || [...emails.values()].find((email) => email !== '')
}

function readEmails(page: Page): Pick<PreferenceForm, 'emails' | 'defaultEmail'> {
  const marked = named(page, 'input', '_default_email').find(({ attributes }) => 'checked' in attributes)
  const emails = page.elements.flatMap(({ attributes }): Array<[string, string]> => {
    const number = /^_useremails\[(-?\d+)\]$/.exec(attributes.name ?? '')?.[1]
    return number === undefined ? [] : [[number, attributes.value?.trim() ?? '']]
  })
  return { emails: new Map(emails), defaultEmail: marked?.attributes.value }
}

function inputValue(page: Page, name: string): string | undefined {
  return named(page, 'input', name)[0]?.attributes.value
}
