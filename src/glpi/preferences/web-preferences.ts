import { Failed, NotAllowed } from '../../errors/error.ts'
import { type PreferenceForm, preferenceTab, readPreferenceForm } from '../form/preference.ts'
import { FormHidden, openSite, type WebSite } from '../form/site.ts'
import type { Http } from '../http/http.ts'
import type { Cache, PlatformPreferences, PreferenceChanges, Preferences } from '../platform.ts'
import type { Session } from '../session/session.ts'

export interface PreferenceAccess {
  session: Session
  http: Http
  /** Of the form, which tells the address and speaks the language. */
  formCache: Cache | undefined
}

/** The preferences of the person of this session. */
export function preferencesOf({ session, http, formCache }: PreferenceAccess): Preferences {
  return {
    read: () => onSite(session, http, async (site) => preferencesIn(await readForm(site))),
    change: (changes) =>
      onSite(session, http, async (site) => {
        await submit(site, await readForm(site), changes)
        // A form that was read before would go on with the former address.
        await formCache?.write(null)
        const now = preferencesIn(await readForm(site))
        if (!isAsWanted(now, changes)) throw new Failed('preferences-unchanged')
        return now
      }),
  }
}

/** No API lets a customer change these; the web form does, with the session's cookie (GLPI.md, «The rest of the menu»). */
async function onSite<Result>(session: Session, http: Http, work: (site: WebSite) => Promise<Result>): Promise<Result> {
  // It renews a dead session, which a page of the web would not tell from a person who never logged in.
  await session.call({ path: 'getActiveProfile' })
  try {
    return await work(await openSite(session, http))
  } catch (cause) {
    if (!(cause instanceof FormHidden)) throw cause
    throw new NotAllowed('preferences-hidden', undefined, { cause })
  }
}

async function readForm(site: WebSite): Promise<PreferenceForm> {
  const form = readPreferenceForm(await site.page(preferenceTab))
  if (!form) throw new FormHidden('form.page-unknown')
  return form
}

function preferencesIn({ languages, emails, defaultEmail }: PreferenceForm): PlatformPreferences {
  const language = languages.find(({ selected }) => selected)?.value
  const email = emails.get(defaultEmail ?? '') || [...emails.values()].find((one) => one !== '')
  return {
    ...(language ? { language } : {}),
    languages: languages.map(({ value, text }) => ({ code: value, name: text })),
    ...(email ? { email } : {}),
  }
}

/** As a browser sends it: all addresses go along, or GLPI would take the mark of the default one off. */
async function submit(site: WebSite, form: PreferenceForm, { language, email }: PreferenceChanges): Promise<void> {
  const fields: Record<string, string> = { id: form.id, update: '1', _glpi_csrf_token: form.csrfToken }
  if (language !== undefined) fields.language = language
  if (email !== undefined) Object.assign(fields, withEmail(form, email))
  const response = await site.post('front/preference.php', fields, {})
  // 302 once it is done; anything else is a page that says no.
  if (response.status < 300 || response.status > 399) throw new FormHidden('form.page-refused')
}

/** The address that is the default one is replaced; one that is there already becomes the default one. */
function withEmail({ emails, defaultEmail }: PreferenceForm, email: string): Record<string, string> {
  const known = [...emails].find(([, one]) => one.toLowerCase() === email.toLowerCase())?.[0]
  const [first = '-1'] = emails.keys()
  const place = known ?? (defaultEmail !== undefined && emails.has(defaultEmail) ? defaultEmail : first)
  const all = new Map(emails).set(place, email)
  const fields = [...all].map(([number, one]) => [`_useremails[${number}]`, one])
  return { ...Object.fromEntries(fields), _default_email: place }
}

function isAsWanted(now: PlatformPreferences, { language, email }: PreferenceChanges): boolean {
  return (language === undefined || now.language === language) && (email === undefined || now.email === email)
}
