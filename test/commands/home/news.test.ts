import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

const titles = (out: string) => (JSON.parse(out) as Array<{ title: string }>).map(({ title }) => title)

test.each(glpiVersions)('on GLPI %s what is announced now is told, the newest first, then the news', async (glpi) => {
  const site = await openSandbox({ glpi, everyday: true })
  const { code, out } = await ipeos(site, ['news', '--json'])
  expect(code).toBe(0)
  expect(titles(out)).toEqual([
    'Maintenance samedi',
    'Nouveaux horaires',
    'Bien choisir son mot de passe',
    'Hameçonnage : un faux courriel du support circule',
  ])
  expect(JSON.parse(out)[0]).toMatchObject({
    ...{ kind: 'announcement', new: true, date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    text: 'La messagerie est coupée de 8 h à 10 h : nous la déplaçons. Le courrier reçu attend : rien ne se perd.',
    url: 'https://support.example/front/reminder.form.php?id=1',
  })
  expect(JSON.parse(out)[2]).toMatchObject({
    ...{ kind: 'feed', id: null, source: 'Actualités du support', text: 'Une phrase vaut mieux que huit signes.' },
    ...{ url: 'https://support.example/actualites/2', date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
  })
})

test.each(glpiVersions)('on GLPI %s each reads what is announced to his own company, by now', async (glpi) => {
  const site = await openSandbox({ glpi, everyday: true })
  const desk = newDesk(site, { user: 'bob' })
  expect(titles((await desk.ipeos(['news', '--json'])).out)).toEqual(['Pour ACME'])
  const { out } = await ipeos(site, ['news'], { columns: 80 })
  expect(out).not.toMatch(/ACME|Pas encore visible/)
})

test('an announcement is new once', async () => {
  const desk = newDesk(await openSandbox({ everyday: true }))
  const news = async () =>
    JSON.parse((await desk.ipeos(['news', '--json', 'new,title'])).out) as Array<{ new: boolean }>
  const before = await news()
  expect(before.filter((one) => one.new)).toHaveLength(2)
  expect((await news()).filter((one) => one.new)).toEqual([])
})

test('where nothing is announced, there is one sentence, and no page is read', async () => {
  const site = await openSandbox()
  const { code, out, notes } = await ipeos(site, ['news'])
  expect({ code, out, notes }).toEqual({ code: 0, out: '', notes: 'Nothing is announced at the moment.\n' })
  expect(site.requests.filter(({ path }) => path.includes('common.tabs'))).toEqual([])
})

test('where the page of news fails, the announcements come all the same, and that is said', async () => {
  const site = await openSandbox({ everyday: true })
  const fetch = async (request: Request): Promise<Response> =>
    request.url.includes('common.tabs') ? new Response('', { status: 500 }) : site.fetch(request)
  const { code, out, notes } = await newDesk({ fetch }).ipeos(['news', '--json', 'title'])
  expect(code).toBe(0)
  expect(titles(out)).toEqual(['Maintenance samedi', 'Nouveaux horaires'])
  expect(notes).toContain('does not show its news')
})

test.each([40, 80])('a person reads it in %d columns', async (columns) => {
  const { out } = await ipeos(await openSandbox({ everyday: true }), ['news', '--color', 'never'], { columns })
  expect(out.split('\n').filter((line) => line.length > columns)).toEqual([])
  expect(out).toContain('Announcements')
  expect(out).toContain('https://support.example/actualites/2')
})

test('the newest two stand on the first page, with how they are read', async () => {
  const site = await openSandbox({ everyday: true })
  const { out } = await ipeos(site, ['home', '--color', 'never'], { columns: 80 })
  expect(out).toMatch(/Announced by the support, to read: ipeos news\nMaintenance samedi .*\nNouveaux horaires .*\n/)
  const record = await ipeos(site, ['home', '--json', 'announcements'])
  expect(JSON.parse(record.out).announcements).toMatchObject([{ id: 1 }, { id: 2 }])
})
