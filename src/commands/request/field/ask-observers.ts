import type { Context } from '../../../app/context.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import { type FormPerson, isGroup, type Observer } from '../../../itil/ticket-form.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { isSame, observerOf } from './understand-observers.ts'

/** Letters, before the platform is asked. */
const fewestLetters = 2

interface AskedObservers {
  /** Those who are named already. */
  known: Observer[]
  byAddress: boolean
  /** The form wants one. */
  mandatory: boolean
  back: boolean
  keep(observers: Observer[]): Promise<unknown>
}

type Answer = { is: 'over' } | { is: 'address' } | { is: 'without'; one: Observer } | { is: 'person'; one: Observer }

/** Asks who else may follow a ticket, one after the other, until the person has no more to name. */
export async function askObservers(
  { known, byAddress, mandatory, back, keep }: AskedObservers,
  context: Pick<Context, 'prompts' | 'platform' | 't'>,
): Promise<Observer[]> {
  const { prompts, t } = context
  let named = known
  for (;;) {
    const answer = await askOne(named, { byAddress, mandatory, back }, context)
    if (answer.is === 'over') return named
    if (answer.is === 'without') named = named.filter((one) => !isSame(one, answer.one))
    else {
      const one = answer.is === 'person' ? answer.one : await askAddress(prompts, t)
      if (one && !named.some((other) => isSame(one, other))) named = [...named, one]
    }
    await keep(named)
  }
}

async function askOne(
  named: Observer[],
  { byAddress, mandatory, back }: Pick<AskedObservers, 'byAddress' | 'mandatory' | 'back'>,
  { prompts, platform, t }: Pick<Context, 'prompts' | 'platform' | 't'>,
): Promise<Answer> {
  const over: Answer = { is: 'over' }
  const mayEnd = named.length > 0 || !mandatory
  const ending = { name: t(named.length > 0 ? 'new.enough-observers' : 'new.no-observer'), value: over }
  const names = named.map(({ name }) => plain(name)).join(', ')
  return prompts.lookUp<Answer>({
    message: named.length > 0 ? t('new.question.more-observers', { names }) : t('new.question.observers'),
    ...(named.length === 0 && { help: t('new.question.observers-help') }),
    own: [
      ...(mayEnd ? [ending] : []),
      ...(byAddress ? [{ name: t('new.observer-by-address'), value: { is: 'address' } as Answer }] : []),
      ...named.map((one) => ({
        name: t('new.observer-without', { name: plain(one.name) }),
        value: { is: 'without', one } as Answer,
      })),
    ],
    ...(mayEnd && { default: over }),
    fewest: fewestLetters,
    back,
    find: async (words, page) => {
      const { people } = await platform()
      const found = await people.find(words, page)
      return { choices: found.people.map((one) => personChoice(one, t)), more: found.more }
    },
  })
}

function personChoice(one: FormPerson, t: Context['t']): { name: string; value: Answer } {
  const { name, login } = one
  const person = login && login !== name ? `${name} (${login})` : name
  const shown = isGroup(one) ? t('observer.group', { name }) : person
  return { name: plain(shown), value: { is: 'person', one: observerOf(one) } }
}

async function askAddress(prompts: Context['prompts'], t: Context['t']): Promise<Observer | undefined> {
  const answer = await prompts.input({
    message: t('new.question.observer-address'),
    validate: (text) => text.trim() === '' || isEmailAddress(text.trim()) || t('new.bad-email', { text }),
  })
  const email = answer.trim()
  return email === '' ? undefined : { name: email, email }
}
