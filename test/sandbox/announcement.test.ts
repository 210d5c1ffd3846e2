import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { ask, type Caller, login } from './caller.ts'

/** A platform where an announcement is told now, and another in years. */
async function announced(glpi: '10.0' | '11.0') {
  const sandbox = await openSandbox({ glpi })
  const admin = await login(sandbox, 'glpi')
  const tell = async (input: Record<string, unknown>, entities_id: number) => {
    const { json } = await admin.post('/Reminder', { input })
    await admin.post('/Entity_Reminder', { input: { reminders_id: json.id, entities_id, is_recursive: 1 } })
  }
  await tell({ name: 'Coupure samedi', text: '<p>De 8 h à 10 h.</p>' }, 1)
  await tell({ name: 'Plus tard', text: '<p>…</p>', begin_view_date: '2037-01-01 00:00:00' }, 1)
  await tell({ name: 'Pour ACME', text: '<p>…</p>' }, 2)
  const alice = await login(sandbox, 'alice')
  return { sandbox, alice }
}

const namesOf = async (caller: Caller): Promise<string[]> =>
  (await caller.get('/Reminder')).json.map(({ name }: { name: string }) => name)

async function pageOf(sandbox: Sandbox, { token }: Caller, path: string): Promise<string> {
  const [cookie] =
    /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
  return (await ask(sandbox, 'GET', path, { headers: { Cookie: `${cookie}=${token}` } })).text
}

describe.each([
  ['10.0', '/front/helpdesk.public.php'],
  ['11.0', '/ajax/common.tabs.php?_itemtype=Glpi%5CHelpdesk%5CHomePageTabs&_glpi_tab=Glpi%5CHelpdesk%5CHomePageTabs$3'],
] as const)('announcements on %s', (glpi, home) => {
  test('come by the API before their time, and stand in the page from then on', async () => {
    const { sandbox, alice } = await announced(glpi)
    expect(await namesOf(alice)).toEqual(expect.arrayContaining(['Coupure samedi', 'Plus tard']))
    const page = await pageOf(sandbox, alice, home)
    expect(page).toContain('>Coupure samedi</a>')
    expect(page).not.toContain('Plus tard')
  })

  test('are those of one’s own entity', async () => {
    const { sandbox } = await announced(glpi)
    const names = await namesOf(await login(sandbox, 'bob'))
    expect(names).toContain('Pour ACME')
    expect(names).not.toContain('Coupure samedi')
  })
})

test('a customer makes no announcement', async () => {
  const { alice } = await announced('11.0')
  expect((await alice.post('/Reminder', { input: { name: 'x' } })).status).toBe(400)
})
