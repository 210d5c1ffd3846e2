import { describe, expect, test } from 'vitest'
import type { NewTicket } from '../../../src/itil/ticket.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const page = { first: 0, count: 100 }
const request: NewTicket = {
  type: 'incident',
  urgency: 'high',
  title: 'Écran noir',
  description: 'Rien ne s’affiche.',
  notify: true,
}
const day = (date: string) => new Date(`${date}T10:00:00Z`)

describe.each(glpiVersions)('tickets of GLPI %s', (glpi) => {
  test('are listed with what a row shows, newest change first', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'L&#039;écran &amp; le clavier', urgency: 5, type: 'request', category: 3 })
    const { tickets, total } = await platform.tickets.list(page)
    expect(tickets[0]).toMatchObject({
      id,
      title: "L'écran & le clavier",
      status: 'new',
      urgency: 'very-high',
      type: 'request',
      category: 'Hébergement > Site web',
    })
    expect(tickets).toHaveLength(total)
  })

  test('come page by page, and past the end there is none left', async () => {
    const { platform } = await place({ glpi, tickets: 300 })
    const { total } = await platform.tickets.list(page)
    const second = await platform.tickets.list({ first: 5, count: 5, sort: { by: 'id', order: 'ascending' } })
    const first = await platform.tickets.list({ first: 0, count: 10, sort: { by: 'id', order: 'ascending' } })
    expect(second.tickets).toEqual(first.tickets.slice(5))
    expect(await platform.tickets.list({ first: total, count: 10 })).toEqual({ tickets: [], total })
  })

  test('are chosen by any set of statuses', async () => {
    const { platform, sandbox } = await place({ glpi })
    sandbox.addTicket({ title: 'En attente', status: 'pending' })
    const { tickets } = await platform.tickets.list({ ...page, statuses: ['new', 'pending'] })
    expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(['new', 'pending']))
  })

  test('are chosen by when they last changed, and by their number', async () => {
    const { platform, sandbox } = await place({ glpi })
    const [newest] = (await platform.tickets.list(page)).tickets
    const changedSince = newest?.changed ?? new Date()
    const id = sandbox.addTicket({ title: 'Du nouveau', opened: new Date(changedSince.getTime() + 1000) })
    const ids = async (query: object) =>
      (await platform.tickets.list({ ...page, ...query })).tickets.map((ticket) => ticket.id)
    expect(await ids({ changedSince })).toEqual([id])
    expect(await ids({ id: newest?.id })).toEqual([newest?.id])
  })

  test('are found by their title or their description', async () => {
    const { platform, sandbox } = await place({ glpi })
    const titled = sandbox.addTicket({ title: 'Marmotte au bureau' })
    const described = sandbox.addTicket({
      title: 'Rongeur',
      content: '<p>une marmotte &amp; ses petits</p>',
      urgency: 5,
    })
    const ids = async (text: string) =>
      (await platform.tickets.list({ ...page, text })).tickets.map(({ id }) => id).sort()
    expect(await ids('marmotte')).toEqual([titled, described])
    expect(await ids('marmotte & ses')).toEqual([described])
  })

  test('have dates that are moments, whatever the zone of the server', async () => {
    const now = day('2026-07-15')
    const clock = () => now
    const { platform, sandbox } = await place({
      glpi,
      timeZone: 'Asia/Kathmandu',
      clock,
      connect: { clock: { now: clock } },
    })
    const id = sandbox.addTicket({ title: 'x', opened: day('2026-07-14') })
    expect((await platform.tickets.get(id)).opened).toEqual(day('2026-07-14'))
  })

  test('show all that the platform says of one', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({
      title: 'Poste lent',
      content: '<p>Depuis <b>hier</b> &amp; ce matin</p>',
      writer: 'teo',
      entity: 1,
      equipment: ['Computer:3'],
      category: 4,
      status: 'solved',
      tasks: [{ content: 'Nettoyage', minutes: 30, state: 'done' }],
      documents: [{ name: 'écran à moi.png', bytes: 'png' }],
    })
    const ticket = await platform.tickets.get(id)
    expect({ ...ticket, ...(await platform.tickets.around(ticket)) }).toMatchObject({
      id,
      status: 'solved',
      category: 'Hébergement > DNS & domaines',
      entity: 'IPEOS > IPEOS-WTC',
      requester: 'Alice Durand',
      description: '<p>Depuis <b>hier</b> &amp; ce matin</p>',
      equipment: [{ key: 'Computer:3', name: 'poste-alice' }],
      timeSpent: 1800,
      documents: [{ fileName: 'écran à moi.png', mime: 'image/png', author: 'Alice Durand' }],
      solved: expect.any(Date),
    })
  })

  test.each([
    ['of nobody', () => 99999],
    [
      'of somebody else',
      (add: (ticket: { title: string; requester: string }) => number) => add({ title: 'x', requester: 'bob' }),
    ],
    [
      'in the trash',
      (add: (ticket: { title: string; isDeleted: boolean }) => number) => add({ title: 'x', isDeleted: true }),
    ],
  ])('are not found when they are %s', async (_what, make) => {
    const { platform, sandbox } = await place({ glpi })
    const id = make(sandbox.addTicket)
    await expect(platform.tickets.get(id)).rejects.toMatchObject({
      exitCode: 3,
      code: 'ticket-not-found',
      parameters: { id },
    })
  })

  test('have a timeline in order, without what is private', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({
      title: 'Panne',
      status: 'solved',
      opened: day('2026-03-01'),
      followups: [
        { by: 'alice', content: '<p>toujours en panne</p>', at: day('2026-03-03') },
        { by: 'teo', content: 'note', private: true, at: day('2026-03-03') },
        { by: 'teo', content: 'bien reçu', at: day('2026-03-02') },
      ],
      tasks: [
        { by: 'teo', content: 'redémarrage', minutes: 20, state: 'done', at: day('2026-03-04') },
        { by: 'teo', content: 'devis', private: true, at: day('2026-03-04') },
      ],
      solutions: [{ by: 'teo', content: 'redémarré', status: 'waiting', at: day('2026-03-05') }],
    })
    const timeline = await platform.tickets.timeline(await platform.tickets.get(id))
    expect(timeline).toMatchObject([
      { kind: 'followup', author: 'Marchand Téo', mine: false, html: 'bien reçu' },
      { kind: 'followup', author: 'Alice Durand', mine: true, html: '<p>toujours en panne</p>' },
      { kind: 'task', html: 'redémarrage', state: 'done', timeSpent: 1200 },
      { kind: 'solution', html: 'redémarré', status: 'waiting' },
    ])
    expect(timeline).toHaveLength(4)
  })

  test('have a timeline that is whole, however long', async () => {
    const { platform, sandbox } = await place({ glpi })
    const followups = Array.from({ length: 450 }, (_, index) => ({ by: 'teo', content: `message ${index}` }))
    const id = sandbox.addTicket({ title: 'Longue histoire', followups })
    expect(await platform.tickets.timeline(await platform.tickets.get(id))).toHaveLength(450)
  })

  test('are created as the form does, with their requester', async () => {
    const { platform } = await place({ glpi })
    const { id } = await platform.tickets.create({
      ...request,
      type: 'request',
      categoryId: 3,
      equipment: ['Computer:3'],
    })
    const ticket = await platform.tickets.get(id)
    expect({ ...ticket, ...(await platform.tickets.around(ticket)) }).toMatchObject({
      title: 'Écran noir',
      type: 'request',
      urgency: 'high',
      category: 'Hébergement > Site web',
      requester: 'Alice Durand',
      entity: 'IPEOS > IPEOS-WTC',
      equipment: [{ key: 'Computer:3', name: 'poste-alice' }],
    })
  })

  test.each([
    [
      { notify: true, email: 'alice@perso.example' },
      { use_notification: 1, alternative_email: 'alice@perso.example' },
    ],
    [{ notify: true }, { use_notification: 1, alternative_email: '' }],
    [{ notify: false }, { use_notification: 0, alternative_email: '' }],
  ])('are created with %j: who is told, and where', async (told, stored) => {
    const { platform, sandbox } = await place({ glpi })
    const { id } = await platform.tickets.create({ ...request, ...told })
    const { apiUrl, token } = await platform.session()
    const answer = await sandbox.fetch(
      new Request(`${apiUrl}/Ticket/${id}/Ticket_User`, { headers: { 'Session-Token': token } }),
    )
    expect(await answer.json()).toMatchObject([{ users_id: 8, type: 1, ...stored }])
  })

  test('keep what was typed, as text', async () => {
    const { platform } = await place({ glpi })
    const { id } = await platform.tickets.create({
      ...request,
      title: 'a < b & c',
      description: 'if (a < b && c)\n  <script>x</script>',
    })
    const ticket = await platform.tickets.get(id)
    expect(ticket.title).toBe('a < b & c')
    expect(ticket.description).toBe('<p>if (a &lt; b &amp;&amp; c)<br>&nbsp;&nbsp;&lt;script&gt;x&lt;/script&gt;</p>')
  })

  test('are found again by their mark, which shows nowhere', async () => {
    const { platform } = await place({ glpi })
    const { id } = await platform.tickets.create({ ...request, mark: '6f9a2b7c-1111-4222-8333-444455556666' })
    const { tickets } = await platform.tickets.list({ ...page, text: 'ipeos:6f9a2b7c-1111-4222-8333-444455556666' })
    expect(tickets.map((ticket) => ticket.id)).toEqual([id])
    expect((await platform.tickets.get(id)).description).not.toContain('<!--')
  })

  test('have a page on the web', async () => {
    const { platform } = await place({ glpi, configuration: { basePath: '/glpi' } })
    expect(await platform.tickets.link(12)).toBe('http://sandbox.test/glpi/front/ticket.form.php?id=12')
  })

  test('are refused in the platform’s own words', async () => {
    const { platform, join } = await place({ glpi })
    const session = await platform.session()
    const elsewhere = { ...session, person: { ...session.person, entity: { id: 2, name: 'IPEOS > ACME' } } }
    await expect(join({ session: elsewhere }).platform.tickets.create(request)).rejects.toMatchObject({
      exitCode: 1,
      code: 'refused',
      parameters: { message: expect.stringMatching(/droits/) },
    })
  })

  test('are about a piece of equipment, not about anything', async () => {
    const { platform, sandbox } = await place({ glpi })
    await expect(platform.tickets.create({ ...request, equipment: ['poste-alice'] })).rejects.toMatchObject({
      exitCode: 2,
    })
    expect(sandbox.writes).toEqual([])
  })
})
