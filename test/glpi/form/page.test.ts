import { describe, expect, test } from 'vitest'
import { readPage10 } from '../../../src/glpi/form/page-10.ts'
import { readCatalogue, readPage11, together } from '../../../src/glpi/form/page-11.ts'
import { readPreferredEmail } from '../../../src/glpi/form/preference.ts'

const hex40 = 'c'.repeat(40)
const hex64 = 'd'.repeat(64)

const page10 = `<!DOCTYPE html><html><head><META content='csrf-token' property='glpi:csrf_token'></head><body>
<form><select name="language"><option value="1">x</option></select>
<SELECT class="x" name='type'><option value="1" selected>Incident</option><option value="2">Demande</option></SELECT>
<select required name=urgency><option value=5>Tr&egrave;s haute<option value=3 selected>Moyenne<option value=1>Très basse</select>
<select name="itilcategories_id" required="1"></select>
<select name="my_items"><option value="">-----</option><optgroup label="Mes matériels">
  <option value="Computer_3">Ordinateur - poste-alice - WTC-0003</option>
  <option value="Printer_12">Imprimante - accueil</option><option value="Phone_1">sans nom</option></optgroup></select>
<input value="" required="0" name="name"><textarea required name="content"></textarea>
<script>
  load({ url: 'x', data: { itemtype: "Location", condition: "${'a'.repeat(40)}", _idor_token: "${'b'.repeat(64)}" } });
  load({ data: function (p) { return $.extend({}, { _idor_token: "${hex64}", used: [], extra: { a: 1 }, condition: "${hex40}", itemtype: "ITILCategory" }, p) } });
  up({ maxFileSize: 5242880, default_email: "alice@ipeos.example" })
</script></form></body></html>`

describe('the page of GLPI 10', () => {
  test('is read however its markup is written', () => {
    expect(readPage10(page10)).toEqual({
      types: ['incident', 'request'],
      urgencies: ['very-low', 'medium', 'very-high'],
      defaultUrgency: 'medium',
      equipment: [
        { key: 'Computer:3', name: 'poste-alice', label: 'Ordinateur - poste-alice - WTC-0003' },
        { key: 'Printer:12', name: 'accueil', label: 'Imprimante - accueil' },
        { key: 'Phone:1', name: 'sans nom', label: 'sans nom' },
      ],
      mandatory: ['urgency', 'category', 'description'],
      otherMandatory: [],
      email: 'alice@ipeos.example',
      fileLimit: 5242880,
      categoryMenu: { condition: hex40, idorToken: hex64, csrfToken: 'csrf-token' },
    })
  })

  const field = (html: string, script = '') =>
    readPage10(
      `<meta property="glpi:csrf_token" content="csrf"><form><select name="urgency"></select>${html}</form><script>${script}</script>`,
    )

  test('asks its places without a condition, where it has none', () => {
    const script = `{ itemtype: "Location", condition: [], _idor_token: "${hex64}" }`
    expect(field('<select name="locations_id"></select>', script)?.locationMenu).toEqual({
      ...{ condition: '', idorToken: hex64, csrfToken: 'csrf' },
    })
  })

  test.each([
    ['takes addresses', `createTag: f, `, true],
    ['takes none', '', false],
  ])('says who may observe, and whether it %s', (_what, createTag, byAddress) => {
    const script = `select2({ ${createTag}ajax: { url: '/ajax/actors.php', data: { actortype: 'observer', _idor_token: '${hex64}' } } })`
    expect(field('', script)?.observers).toEqual({ idorToken: hex64, csrfToken: 'csrf', byAddress })
  })

  test('tells what its template hides, fixes, and fills in', () => {
    const form =
      field(`<select name="itilcategories_id" disabled="disabled"><option value="3" selected>Web</option></select>
      <input type="hidden" name="type" value="2"><input name="name" value="Panne" readonly="readonly">
      <textarea name="content">&lt;p&gt;Qui ?&lt;/p&gt;&lt;p&gt;Où &amp;amp; quand ?&lt;/p&gt;</textarea>`)
    expect(form).toMatchObject({
      hidden: ['type', 'equipment', 'files'],
      readOnly: ['category', 'title'],
      preset: { type: 'request', category: 3, title: 'Panne', description: 'Qui ?\nOù & quand ?' },
    })
  })

  test.each([
    '',
    '<title>Accès refusé</title>',
    '<form><input name="login_name"></form>',
    '<'.repeat(9999),
    '<div>'.repeat(50_000),
  ])('is not that form', (html) => {
    expect(readPage10(html)).toBeUndefined()
  })
})

const page11 = (star: boolean) => `<meta property="glpi:csrf_token" content="csrf">
<form><section><h3>Urgence</h3><select name="answers_1"><option value="0">-----</option><option value="2">Basse</option><option value="3" selected>Moyenne</option></select></section>
<section><h3>Type</h3><select name="answers_9"><option value="1">Incident</option><option value="2">Demande</option></select></section>
<section><h3>Catégorie</h3><div><input name="answers_2[itemtype]" type="hidden" value="ITILCategory"><select name="answers_2[items_id]"></select></div>
<script>setup({"parameters":{"itemtype":"ITILCategory","condition":"${hex40}","_idor_token":"${hex64}","displaywith":[]}})</script></section>
<section><h3>Appareils</h3><select name="answers_3"><option value="Computer_3">Ordinateur - poste-alice - WTC-0003</option></select></section>
<section><label>Titre ${star ? '<span class="text-danger">*</span>' : ''}</label><p><input type="text" name="answers_6"></p></section>
<section><h3>Description</h3><textarea name="answers_7" required></textarea></section></form>`

describe('the pages of GLPI 11', () => {
  test('are read by what their questions offer, in any language', () => {
    expect(readPage11(page11(false), 1)).toEqual({
      types: ['incident'],
      urgencies: ['low', 'medium'],
      defaultUrgency: 'medium',
      equipment: [{ key: 'Computer:3', name: 'poste-alice', label: 'Ordinateur - poste-alice - WTC-0003' }],
      mandatory: ['description'],
      otherMandatory: [],
      email: undefined,
      fileLimit: undefined,
      categoryMenu: { condition: hex40, idorToken: hex64, csrfToken: 'csrf' },
    })
  })

  test('mark a mandatory question with a star of its own', () => {
    expect(readPage11(page11(true), 2)?.mandatory).toEqual(['title', 'description'])
  })

  test('are none where nothing is asked', () => {
    expect(readPage11('<form><input name="login_name"></form>', 1)).toBeUndefined()
  })

  test('make one form together', () => {
    const both = [readPage11(page11(true), 1), readPage11(page11(false), 2)].flatMap((form) => form ?? [])
    expect(together(both)).toMatchObject({
      types: ['incident', 'request'],
      mandatory: ['title', 'description'],
      equipment: { length: 1 },
    })
  })
})

describe('the service catalogue', () => {
  const links = (...ids: number[]) =>
    ids.map((id) => `<a href="/glpi/Form/Render/${id}?x=1">f</a>`).join('<a href="/Helpdesk">h</a>')

  test('is read for the stock forms, where it has them', () => {
    expect(readCatalogue(links(7, 2, 1, 1))).toEqual([1, 2])
  })

  test('is read for the first of a site’s own forms otherwise', () => {
    expect(readCatalogue(links(11, 12, 13, 14, 15, 16))).toEqual([11, 12, 13, 14, 15])
  })
})

test.each([
  [
    '<input name="_default_email" value="4" checked><input name="_useremails[3]" value="a@x"><input name="_useremails[4]" value=" b@x ">',
    'b@x',
  ],
  ['<input name="_useremails[3]" value="a@x">', 'a@x'],
  ['<input name="phone" value="1">', undefined],
])('the preferred address of %s', (html, email) => {
  expect(readPreferredEmail(html)).toBe(email)
})
