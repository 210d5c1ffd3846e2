import { describe, expect, test } from 'vitest'
import { type PasswordPage, readPasswordPage, reasonsIn } from '../../../src/glpi/password/password-page.ts'

/** A page as another theme or version may make it. */
const page = (more = '', inner = '') => `<html><body><form><input name="search"></form>
  <div class="card"><form method="post"><div><label>Mot de passe actuel</label><input name="current_password"></div>
  <script>var password = { error: "Mot de passe incorrect" }</script>${inner}
  <label>Nouveau</label><input name="password"><input name="password2">
  <input type="hidden" name="_glpi_csrf_token" value="c0ffee">${more}</form></div></body></html>`

const read = (html: string): PasswordPage => {
  const found = readPasswordPage(html)
  if (!found) throw new Error('no page')
  return found
}

test('the token is that of the form, whatever other form is there', () => {
  expect(read(page()).csrfToken).toBe('c0ffee')
})

test('a page without the form is none', () => {
  expect(readPasswordPage('<p>Votre mot de passe a été mis à jour avec succès.</p>')).toBeUndefined()
})

describe('the reasons for a refusal are what the page did not say before,', () => {
  test.each([
    ['in a list', '<ul><li>Le mot de passe est trop court !</li><li>Un chiffre manque.</li></ul>'],
    ['in one piece', '<p class="red">Le mot de passe est trop court !<br>Un chiffre manque.</p>'],
  ])('%s', (_, more) => {
    const reasons = reasonsIn(read(page(more)), read(page()))
    expect(reasons).toEqual(['Le mot de passe est trop court !', 'Un chiffre manque.'])
  })

  test('without what a terminal would obey, and no more of them than anybody reads', () => {
    const many = Array.from({ length: 500 }, (_, index) => `<p>encore ${index}</p>`)
    const hostile = `<p>\u001b[2J&#27;[31mrouge</p>${many.join('')}`
    const reasons = reasonsIn(read(page(hostile)), read(page()))
    expect([reasons.length, reasons.join('')]).toEqual([10, expect.not.stringMatching(/\u001b/)])
  })

  test('and none where it says the same as before', () => {
    expect(reasonsIn(read(page()), read(page()))).toEqual([])
  })
})

test('what is wanted is read where the page marks it, and else not known', () => {
  const marked = `Longueur : <span id="password_min_length">12</span><span id="password_need_caps">majuscule</span>`
  expect(read(page('', marked)).rules).toEqual({ least: 12, kinds: ['capital'], former: 1 })
  expect(read(page()).rules).toBeUndefined()
})
