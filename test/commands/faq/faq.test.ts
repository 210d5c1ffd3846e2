import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

const titles = (out: string) => (JSON.parse(out) as Array<{ title: string }>).map(({ title }) => title)

test.each(glpiVersions)(
  'on GLPI %s the FAQ is listed by category, its number, title and date with it',
  async (glpi) => {
    const { out } = await ipeos(await openSandbox({ glpi }), ['faq', 'list', '--json'])
    expect(JSON.parse(out)).toHaveLength(7)
    expect(JSON.parse(out)[0]).toMatchObject({
      id: 1,
      title: 'Comment réinitialiser mon mot de passe ?',
      category: 'Compte',
      changed: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/),
      url: 'https://support.example/front/helpdesk.faq.php?id=1',
    })
  },
)

test.each(glpiVersions)('on GLPI %s a search finds words in titles and texts, whatever their accents', async (glpi) => {
  const site = await openSandbox({ glpi })
  const { out } = await ipeos(site, ['faq', 'search', 'une', 'erreur', '503', '--json', 'title'])
  expect(titles(out)[0]).toBe('Mon site web affiche une erreur 503 : que vérifier ?')
  const text = await ipeos(site, ['faq', 'search', 'telephone', 'mobiles', '--json', 'title'])
  expect(titles(text.out)).toEqual(['Renvoyer son téléphone vers un mobile'])
})

test('where the platform refuses to search articles, all of them are read and looked through', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const refusing = async (request: Request) =>
    request.url.includes('/search/KnowbaseItem')
      ? Response.json(['ERROR', 'Identifiant de champ incorrect'], { status: 400 })
      : site.fetch(request)
  const { out } = await ipeos({ fetch: refusing }, ['faq', 'search', 'zimbra', '--json', 'title,category'])
  expect(JSON.parse(out)).toEqual([{ title: 'Configurer Zimbra sur Thunderbird', category: null }])
})

test('an article is shown as text, with its category, its documents and how to get them', async () => {
  const { out } = await ipeos(await openSandbox(), ['faq', 'show', '2', '--lang', 'fr'], {
    columns: 80,
    env: { NO_COLOR: '1' },
  })
  for (const part of ['#2 Configurer Zimbra', 'Messagerie', '• port : 993', 'réglages-zimbra.txt', 'faq download 2'])
    expect(out).toContain(part)
})

test.each(glpiVersions)('on GLPI %s JSON has the text, the HTML and the documents of an article', async (glpi) => {
  const { out } = await ipeos(await openSandbox({ glpi }), ['faq', 'show', '2', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    id: 2,
    category: 'Messagerie',
    text: expect.stringContaining('• port : 993'),
    html: expect.stringContaining('<li>port : 993</li>'),
    documents: [{ fileName: 'réglages-zimbra.txt', mime: 'text/plain' }],
  })
})

test.each(['zimbra', '#2', 'n°2', 'https://support.example/front/helpdesk.faq.php?id=2'])(
  'an article may be named %s',
  async (name) => {
    const { out } = await ipeos(await openSandbox(), ['faq', 'show', name, '--json', 'id'])
    expect(JSON.parse(out)).toEqual({ id: 2 })
  },
)

test.each([
  { name: '99', says: 'There is no article 99', hint: 'ipeos faq list' },
  { name: '8', says: 'There is no article 8', hint: 'ipeos faq list' },
  { name: 'zimbar', says: 'No article is called “zimbar”', hint: 'Configurer Zimbra sur Thunderbird (2)' },
  { name: 'xyzzy', says: 'No article is called “xyzzy”', hint: 'ipeos faq list' },
])('article $name is not found, and what comes near is named', async ({ name, says, hint }) => {
  const result = await ipeos(await openSandbox(), ['faq', 'show', name])
  expect(result).toMatchObject({ code: 3, out: '' })
  expect(result.notes).toContain(says)
  expect(result.notes).toContain(hint)
})

test('a title that several articles have is wrong usage that names them', async () => {
  const result = await ipeos(await openSandbox(), ['faq', 'show', 'mon'])
  expect(result.code).toBe(2)
  expect(result.notes).toContain('Comment réinitialiser mon mot de passe ? (1)')
})

test('a find is told apart from its category without colours too', async () => {
  const { out } = await ipeos(await openSandbox(), ['faq', 'search', 'zimbra', '--format', 'table'])
  expect(out.replaceAll('\u00a0', ' ')).toContain('#2 Configurer Zimbra sur Thunderbird · Messagerie\n')
})

test('a search for nothing but small words is wrong usage, and asks nothing', async () => {
  const site = await openSandbox()
  expect(await ipeos(site, ['faq', 'search', 'le', 'la'])).toMatchObject({ code: 2, out: '' })
  expect(site.requests).toEqual([])
})

test('a search that finds nothing prints nothing, with a word on stderr', async () => {
  const result = await ipeos(await openSandbox(), ['faq', 'search', 'hippopotame'])
  expect(result).toMatchObject({ code: 0, out: '' })
  expect(result.notes).toContain('ipeos faq list')
})

test.each(glpiVersions)('on GLPI %s the documents of an article are fetched, and overwrite nothing', async (glpi) => {
  const desk = newDesk(await openSandbox({ glpi }))
  const { code, out } = await desk.ipeos(['faq', 'download', 'zimbra', '-o', 'docs'])
  expect(code).toBe(0)
  expect(out).toContain('réglages-zimbra.txt')
  expect(readFileSync(join(desk.home, 'docs', 'réglages-zimbra.txt'), 'utf8')).toContain('imap.example, port 993')
  expect((await desk.ipeos(['faq', 'download', '2', '-o', 'docs'])).out).toContain('réglages-zimbra (2).txt')
})

test('on a terminal each document that is saved is told with its size', async () => {
  const desk = newDesk(await openSandbox())
  const { code, notes } = await desk.ipeos(['faq', 'download', '2', '-o', 'docs'], { columns: 80 })
  expect([code, notes]).toEqual([0, expect.stringMatching(/Saved: docs\/réglages-zimbra\.txt \(\d+ bytes\)/)])
})

test('an article without documents has none to fetch', async () => {
  expect(await ipeos(await openSandbox(), ['faq', 'download', '3'])).toMatchObject({ code: 3, out: '' })
})

test('the document of an article goes to standard output, and nothing else does', async () => {
  const desk = newDesk(await openSandbox())
  const { code, out, notes } = await desk.ipeos(['faq', 'download', '2', '-o', '-'])
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
  await desk.ipeos(['faq', 'download', '2', '-o', 'docs'])
  expect(out).toBe(readFileSync(join(desk.home, 'docs', 'réglages-zimbra.txt'), 'utf8'))
})
