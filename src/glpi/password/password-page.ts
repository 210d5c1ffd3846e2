import { type PasswordKind, type PasswordRules, passwordKinds } from '../../itil/password.ts'
import { type Element, named, readPage } from '../form/dom.ts'
import { plainSentence } from '../html.ts'
import { integerOf } from '../wire.ts'

/** The page on which a password is changed (GLPI-CUSTOMER.md, f). */
export interface PasswordPage {
  csrfToken: string
  /** What it says beside its form's fields, piece by piece. */
  texts: string[]
  /** What it wants of a new one, where the page is made as GLPI 10 makes it. */
  rules: PasswordRules | undefined
}

/** Reads the page; undefined once its form is gone. */
export function readPasswordPage(html: string): PasswordPage | undefined {
  const form = named(readPage(html), 'form').find(({ inner }) => inner.some(isNamed('current_password')))
  if (!form) return undefined
  const csrfToken = form.inner.find(isNamed('_glpi_csrf_token'))?.attributes.value ?? ''
  return { csrfToken, texts: textsIn(form), rules: rulesIn(form) }
}

/** What a page says that it did not say before: the reasons for a refusal, wherever they stand. */
export function reasonsIn(after: PasswordPage, before: PasswordPage): string[] {
  const known = new Set(before.texts)
  return after.texts.filter((text) => !known.has(text)).slice(0, mostReasons)
}

const mostReasons = 10

function isNamed(name: string): (element: Element) => boolean {
  return ({ attributes }) => attributes.name === name
}

function textsIn(form: Element): string[] {
  const own = [form, ...form.inner].filter(({ name }) => name !== 'script' && name !== 'style')
  const texts = own.flatMap(({ content }) => content.filter((part) => typeof part === 'string'))
  return texts.map((text) => plainSentence(text)).filter((text) => /[\p{L}\p{N}]/u.test(text))
}

const ids: Record<PasswordKind, string> = { number: 'number', letter: 'letter', capital: 'caps', symbol: 'symbol' }

function rulesIn({ inner }: Element): PasswordRules | undefined {
  const withId = (id: string) => inner.find(({ attributes }) => attributes.id === id)
  const length = withId('password_min_length')
  if (!length) return undefined
  const least = integerOf(/\d+/.exec(length.text)?.[0]) ?? 0
  return { least, kinds: passwordKinds.filter((kind) => withId(`password_need_${ids[kind]}`)), former: 1 }
}
