import type { Context } from '../../../../app/context.ts'
import {
  Failed,
  IpeosError,
  NotAllowed,
  NotFound,
  type Problem,
  Unreachable,
  WrongUsage,
} from '../../../../errors/error.ts'
import type { Forms } from '../../../../glpi/forms/forms.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import { stockType } from '../../../../glpi/forms/stock-form.ts'
import type { KeptSession } from '../../../../glpi/platform.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import type { SiteForm } from '../../../../itil/site-form.ts'
import { type TicketType, ticketTypeId, ticketTypes } from '../../../../itil/ticket-words.ts'
import { typeWord } from '../../../../views/word.ts'
import { findForm } from '../../../choice/find-form.ts'
import { match } from '../../../choice/match.ts'

/** What is said of the form that is meant. */
export interface WantedForm {
  /** Its name, a part of it, its number or its address. */
  form?: string | undefined
  /** Incident or request, in a person's words. */
  type?: string | undefined
}

/** The platform, as far as a form is chosen of it. */
export interface FormPlace {
  forms: Pick<Forms, 'list' | 'open'>
  session: Pick<KeptSession, 'person' | 'glpiVersion'>
}

interface HowChosen {
  /** Undefined where nobody can be asked. */
  ask: ((forms: SiteForm[]) => Promise<SiteForm>) | undefined
  /** Only what cannot be done without is asked. */
  isBrief?: boolean
}

/**
 * The form of the site that a request goes by; undefined where the platform has none, or shows none: then it goes as
 * before, by the API. Where nobody is asked, the stock form of its type is meant: there it is
 * what the options always were. Rejects with `NotFound`, `NotAllowed` or `WrongUsage` for a form that is named and cannot
 * be had, and with `WrongUsage` that names all forms where one must be named.
 */
export async function whichForm(
  { form, type }: WantedForm,
  { forms, session }: FormPlace,
  { ask, isBrief = false }: HowChosen,
  context: Context,
): Promise<OpenForm | undefined> {
  if (Number.parseInt(session.glpiVersion, 10) < 11) return undefined
  const waiting = <Result>(work: Promise<Result>) => context.terminal.during(context.t('catalog.loading'), work)
  if (form !== undefined) return waiting(findForm(form, forms).then((id) => forms.open(id)))
  // Technicians have pages of their own, where no catalogue is.
  if (session.person.interface === 'central') return undefined
  try {
    const stock =
      ask && !isBrief ? undefined : await waiting(stockForm(typeIn(type ?? '', context.t) ?? 'incident', forms))
    if (stock) return stock
    const listed = await waiting(forms.list())
    const [only, ...others] = listed
    if (!only) return undefined
    if (others.length === 0) return await waiting(forms.open(only.id))
    if (!ask) throw whichOf(listed)
    const { id } = await ask(listed)
    return await waiting(forms.open(id))
  } catch (error) {
    if (!showsNone(error)) throw error
    if (error.code === 'forms-unreadable' || error.code === 'forms-down') context.terminal.warn('new.forms-unreadable')
    return undefined
  }
}

/** Refused to this account; of pages that fail, or that nobody can read; or put back to a GLPI 10 since the session was opened. */
function showsNone(error: unknown): error is NotAllowed | Failed | Unreachable {
  if (error instanceof NotAllowed) return error.code === 'forms-refused'
  if (error instanceof Unreachable) return error.code === 'forms-down'
  return error instanceof Failed && (error.code === 'forms-unreadable' || error.code === 'no-catalogue')
}

/** The form of a new server for this type; undefined where the site does not offer it. Its number is its type's. */
async function stockForm(type: TicketType, forms: FormPlace['forms']): Promise<OpenForm | undefined> {
  try {
    const open = await forms.open(ticketTypeId(type))
    return stockType(open.page) === type ? open : undefined
  } catch (error) {
    if (error instanceof NotFound || (error instanceof IpeosError && error.code === 'forms-refused')) return undefined
    throw error
  }
}

/** The type that a person's words mean, where they mean one. */
export function typeIn(text: string, t: Translate): TicketType | undefined {
  const types = ticketTypes.map((type) => ({
    ...{ value: type, keys: [type, String(ticketTypeId(type))], names: [typeWord(type, t)] },
  }))
  const found = match(text, types)
  return 'found' in found ? found.found : undefined
}

/** More than that, the list of forms tells better. */
const mostNamed = 12

function whichOf(forms: SiteForm[]): WrongUsage {
  const lines = forms
    .slice(0, mostNamed)
    .map(({ id, title }): Problem => ({ key: 'new.form-named', parameters: { id, title } }))
  return new WrongUsage('which-form', { count: forms.length }, { lines })
}
