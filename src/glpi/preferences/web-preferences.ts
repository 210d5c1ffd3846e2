import { Failed } from '../../errors/error.ts'
import type { PreferenceForm } from '../form/preference.ts'
import type { Http } from '../http/http.ts'
import type { Cache, PlatformPreferences, PreferenceChanges, Preferences } from '../platform.ts'
import type { Session } from '../session/session.ts'
import { onSite, readForm, sendFields } from './preference-page.ts'

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
        const form = await readForm(site)
        await sendFields(site, form, changed(form, changes))
        // A form that was read before would go on with the former address.
        await formCache?.write(null)
        const now = preferencesIn(await readForm(site))
        if (!isAsWanted(now, changes)) throw new Failed('preferences-unchanged')
        return now
      }),
  }
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
function changed(form: PreferenceForm, { language, email }: PreferenceChanges): Record<string, string> {
  return { ...(language !== undefined && { language }), ...(email !== undefined && withEmail(form, email)) }
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
