import { expect, test } from 'vitest'
import { givesPasswordAway } from '../../../src/commands/request/field/password-in-text.ts'

test.each([
  'mot de passe : xxx',
  'Mot de passe\u00a0: Soleil!2024',
  'password: hunter2',
  'Bonjour,\nidentifiant alice, mdp=azerty\nMerci',
  'Le mot de passe du wifi : « Printemps »',
  'PASSWORD = "s3cret"',
  'Login: bob / Password: correct-horse, merci',
  'pwd:azertyuiop.',
])('%j gives a password away', (text) => {
  expect(givesPasswordAway(text)).toBe(true)
})

test.each([
  'mot de passe oublié',
  'Mot de passe : oublié',
  'J’ai oublié mon mot de passe.',
  'password reset',
  'Password reset: broken',
  'Password: wrong, says the page',
  'Mot de passe : impossible de le changer',
  'Mot de passe oublié : le lien https://exemple.fr/x ne marche pas',
  'Page du mot de passe : erreur 500',
  'Mot de passe : ********',
  'Password reset page: https://exemple.fr/reset',
  'Le compass: 12345',
  'Titre : mot de passe',
])('%j gives none away', (text) => {
  expect(givesPasswordAway(text)).toBe(false)
})
