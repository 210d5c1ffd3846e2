import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskOf } from './import-desk.ts'

test.each([
  ['as Excel in French writes it', Buffer.from('title;description\r\n"Lot « été »";"Élève; classe"\r\n', 'latin1')],
  ['with a mark before it', Buffer.from('\ufefftitle;description\r\n"Lot « été »";"Élève; classe"\r\n')],
  ['of Unicode with two bytes', Buffer.from('\ufefftitle\tdescription\r\nLot « été »\tÉlève; classe\r\n', 'utf16le')],
])('a file %s is read right', async (_what, bytes) => {
  const { run, put, desk, titles } = await deskOf()
  put('lot.csv', bytes)
  const { out } = await run(['lot.csv', '--json', 'id'])
  expect(await titles()).toEqual(['Lot « été »'])
  const [{ id }] = JSON.parse(out) as [{ id: number }]
  const shown = await desk.ipeos(['ticket', 'show', String(id), '--json', 'description'])
  expect(JSON.parse(shown.out)).toEqual({ description: 'Élève; classe' })
})

const french = 'Titre;Description;Urgence;Catégorie;Matériel;Type;Suivi;Courriel;'

/** What Excel in French makes of two tickets: empty columns behind, empty rows, line ends in cells, fixed blanks. */
const office = `sep=;
${french};
"Lot un";"Première ligne
deuxième ligne";Haute;Site web;poste-alice;Demande;Oui;chef@ipeos.example;
;;;;;;;;
Lot deux;"Il dit ""non""";\u00a0Très\u00a0basse\u00a0;;;;non;;

 ; ;;;;;;;
`.replaceAll('\n', '\r\n')

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

test.each([
  ['in UTF-8 with its mark, after “sep=;”', Buffer.from(`\ufeff${office}`)],
  ['in UTF-8 without a mark', Buffer.from(office)],
  ['in UTF-16, little end first', Buffer.from(`\ufeff${office}`, 'utf16le')],
  ['in UTF-16, big end first', utf16be(office)],
  ['in Windows-1252', Buffer.from(office, 'latin1')],
  ['with tabulators', Buffer.from(office.replace('sep=;\r\n', '').replaceAll(';', '\t'))],
  ['with commas', Buffer.from(office.replaceAll(';', ','))],
])('what office tools write is read, %s', async (_how, bytes) => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', bytes)
  const { code, out, notes } = await run(['lot.csv', '--json', 'line,id'])
  expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('2 tickets saved') })
  const [one, two] = JSON.parse(out) as [{ line: number; id: number }, { line: number; id: number }]
  const shown = async (id: number) => JSON.parse((await desk.ipeos(['ticket', 'show', String(id), '--json'])).out)
  expect(await shown(one.id)).toMatchObject({
    ...{ title: 'Lot un', description: 'Première ligne\ndeuxième ligne', urgency: 'high', type: 'request' },
    ...{ category: expect.stringContaining('Site web'), equipment: [{ key: 'Computer:3' }] },
  })
  expect(await shown(two.id)).toMatchObject({ title: 'Lot deux', description: 'Il dit "non"', urgency: 'very-low' })
})

test('lines are told by the numbers that an editor shows, “sep=;” and empty rows counted', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', office.replace('Très\u00a0basse', 'foudroyante'))
  expect((await run(['lot.csv'])).notes).toContain('line 6: there is no urgency “foudroyante”')
})

test.each([
  ['title', 'Titre', 'TITRE', 'Objet', 'Sujet', 'Subject'],
  ['description', 'Description', 'Texte'],
  ['urgency', 'Urgence', 'urgency '],
  ['category', 'Catégorie', 'CATEGORIE'],
  ['about', 'Matériel', 'Équipement', 'equipment'],
  ['notify', 'Suivi', 'Notification'],
  ['email', 'Courriel', 'E-mail', 'Mail', 'e_mail'],
  ['type', 'Type'],
])('the column %s may be called %s, whichever the language', async (...names) => {
  const fields = {
    title: 'Lot',
    description: 'Une',
    urgency: 'foudroyante',
    category: 'nulle',
    about: 'rien',
    notify: 'peut-être',
    email: 'x',
    type: 'farce',
  }
  const { run, put } = await deskOf()
  for (const name of names.slice(1)) {
    const own = names[0] as keyof typeof fields
    const others = { title: 'Lot', description: 'Une', [own]: fields[own], urgency: 'foudroyante' }
    const heads = Object.keys(others).map((field) => (field === own ? name : field))
    put('lot.csv', `${heads.join(';')}\n${Object.values(others).join(';')}\n`)
    const { code, notes } = await run(['lot.csv'], { env: { LANG: 'en_GB.UTF-8' } })
    expect({ name, code, notes }).toEqual({ name, code: 2, notes: expect.stringContaining('foudroyante') })
    expect(notes).not.toContain('no column')
  }
})

test('an array of objects is read beside an object a line, and its places are told', async () => {
  const { run, put, titles } = await deskOf()
  put(
    'lot.json',
    '[\n  {"Titre": "Lot un", "description": "Une", "urgence": "Haute"},\n  {"title": "Lot deux", "description": "Deux", "urgency": null}\n]\n',
  )
  expect(await run(['lot.json', '--format', 'ndjson', '--json', 'line,result'])).toMatchObject({
    code: 0,
    out: '{"line":1,"result":"created"}\n{"line":2,"result":"created"}\n',
  })
  expect(await titles()).toEqual(['Lot deux', 'Lot un'])
})

test.each([
  ['an array that is cut', '[{"title":"a","description":"b"},', 'array of JSON'],
  ['an array of something else', '[1, "title"]', 'line 1: this is not an object of JSON'],
  ['an empty file', '\n', 'no line that could become a ticket'],
  ['a head that names no title', 'name;description\n', 'the first line must name the columns'],
  [
    'more lines than go at once',
    `title,description\n${'Lot,Une\n'.repeat(20_001)}`,
    'there are 20,001 lines, and 20,000 at most go at once: cut the file',
  ],
])('%s is told (2)', async (_what, content, said) => {
  const { run, put, site } = await deskOf()
  put('lot.csv', content)
  expect(await run(['lot.csv'])).toMatchObject({ code: 2, notes: expect.stringContaining(said) })
  expect(site.writes).toEqual([])
})

test.each([
  ['its head alone', 'title,description\n', 'title,description,ticket,address,result,error\n'],
  [
    'empty rows only',
    'sep=;\r\ntitle;description\r\n;\r\n;\r\n',
    'sep=;\r\ntitle;description;ticket;address;result;error\r\n',
  ],
  ['an empty array', '[]', '[]\n'],
])('a file that holds %s is imported, and there is nothing to do (0)', async (_what, content, report) => {
  const { run, put, site, desk } = await deskOf()
  put('lot.csv', content)
  const { code, out, notes } = await run(['lot.csv', '--json', '--report', 'done.csv'])
  expect({ code, out, notes }).toEqual({ code: 0, out: '[]\n', notes: expect.stringContaining('nothing to import') })
  expect({ writes: site.writes, report: readFileSync(join(desk.home, 'done.csv'), 'utf8') }).toEqual({
    writes: [],
    report,
  })
  expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
})

test.each([
  ['.xlsx', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml', 'latin1')],
  [
    '.ods',
    Buffer.from(`PK\u0003\u0004${'\u0000'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`, 'latin1'),
  ],
  ['.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
])('a workbook (%s) is known by its bytes, and how to make text of it is told (2)', async (kind, bytes) => {
  const { run, put } = await deskOf()
  put('lot.csv', bytes)
  const { code, notes } = await run(['lot.csv'])
  expect(code).toBe(2)
  expect(notes).toContain(`lot.csv is a workbook (${kind}), not text.`)
  expect(notes).toContain('CSV UTF-8')
})

test('how many lines go at once is in the help', async () => {
  const { run } = await deskOf()
  expect((await run(['--help'])).out.replace(/\s+/g, ' ')).toContain('20,000 lines at most')
})
