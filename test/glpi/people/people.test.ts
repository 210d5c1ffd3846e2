import { expect, test } from 'vitest'
import { place } from '../../support/glpi-versions.ts'

const seen = { glpi: '10.0' } as const

test('those who may observe are found by a part of their names, with login and address', async () => {
  const { platform } = await place(seen)
  expect(await platform.people.find('nour', 1)).toEqual({
    people: [{ user: 9, name: 'Nourel Henri', login: 'henri', email: 'henri@ipeos.example' }],
    more: false,
  })
})

test('nobody of another entity is found', async () => {
  const { platform } = await place(seen)
  expect((await platform.people.find('bob', 1)).people).toEqual([])
})

test('the page with the token is read once for several searches', async () => {
  const { platform, sandbox } = await place(seen)
  await platform.people.find('te', 1)
  await platform.people.find('teo', 1)
  const pages = sandbox.requests.filter(({ path }) => path.startsWith('/front/helpdesk.public.php'))
  expect(pages).toHaveLength(1)
})

test('a session that died meanwhile is renewed, and the page read again', async () => {
  const { platform, sandbox } = await place(seen)
  await platform.people.find('te', 1)
  sandbox.killSessions()
  expect((await platform.people.find('teo', 1)).people).toMatchObject([{ login: 'teo' }])
})

test('a site that shows no form offers nobody, and says so', async () => {
  const { platform } = await place({ ...seen, configuration: { formAvailable: false } })
  await expect(platform.people.find('te', 1)).rejects.toMatchObject({ code: 'form-people-refused' })
})
