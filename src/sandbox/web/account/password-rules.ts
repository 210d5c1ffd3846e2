import type { PasswordPolicy } from '../../configuration.ts'
import type { Language } from '../../messages.ts'

const WORDS = {
  fr_FR: {
    unlike: 'Les deux mots de passe ne correspondent pas',
    short: 'Le mot de passe est trop court !',
    number: 'Le mot de passe doit contenir au moins un chiffre !',
    letter: 'Le mot de passe doit contenir au moins une lettre minuscule !',
    capital: 'Le mot de passe doit contenir au moins une lettre majuscule !',
    symbol: 'Le mot de passe doit contenir au moins un symbole !',
    policy: 'Politique de sécurité des mots de passe',
    length: 'Longueur minimum du mot de passe',
    has: { number: 'chiffre', letter: 'minuscule', capital: 'majuscule', symbol: 'symbole' },
  },
  en_GB: {
    unlike: 'The two passwords do not match',
    short: 'Password too short!',
    number: 'Password must include at least a digit!',
    letter: 'Password must include at least a lowercase letter!',
    capital: 'Password must include at least a uppercase letter!',
    symbol: 'Password must include at least a symbol!',
    policy: 'Password security policy',
    length: 'Password minimum length',
    has: { number: 'Digit', letter: 'Lowercase', capital: 'Uppercase', symbol: 'Symbol' },
  },
}

const KINDS = [
  ['number', /\d/],
  ['letter', /[a-z]/],
  ['capital', /[A-Z]/],
  ['symbol', /\W/],
] as const

/** What is wrong with a new password, typed twice, in the words of the site; none: it is taken. */
export function passwordFaults(
  policy: PasswordPolicy,
  { password, again }: { password: string; again: string },
  language: Language,
): string[] {
  const words = WORDS[language]
  if (password !== again) return [words.unlike]
  if (!policy.isUsed || password === '') return []
  return [
    ...(password.length < policy.minimumLength ? [words.short] : []),
    ...KINDS.flatMap(([kind, pattern]) => (policy[kind] && !pattern.test(password) ? [words[kind]] : [])),
  ]
}

const NEEDS = { number: 'number', letter: 'letter', capital: 'caps', symbol: 'symbol' }

/** What the page says of the policy before; '' where none is used. */
export function policyPiece(policy: PasswordPolicy, language: Language): string {
  if (!policy.isUsed) return ''
  const words = WORDS[language]
  const asked = KINDS.flatMap(([kind]) =>
    policy[kind] ? [`<span id="password_need_${NEEDS[kind]}" class="red">${words.has[kind]}</span>`] : [],
  )
  return `<label>${words.policy}</label>
      ${words.length} : <span id="password_min_length" class="red">${policy.minimumLength}</span>
      ${asked.join('\n      ')}`
}
