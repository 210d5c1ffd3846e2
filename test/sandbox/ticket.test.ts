import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { type Caller, fileForm, login, openTicket, searchPath } from './caller.ts'

describe('creating a ticket', () => {
  test('answers its number, its address and a sentence', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const answered = await alice.post('/Ticket', { input: { name: 'Panne', content: 'x' } })
    expect(answered).toMatchObject({ status: 201, json: { id: expect.any(Number), message: 'Élément ajouté : Panne' } })
    expect(answered.headers.get('location')).toBe(`http://support.example/apirest.php/Ticket/${answered.json.id}`)
  })

  test('says the number in the sentence too on 10.0', async () => {
    const alice = await login(await openSandbox({ glpi: '10.0' }), 'alice')
    const { json } = await alice.post('/Ticket', { input: { name: 'Panne', content: 'x' } })
    expect(json.message).toBe(`Élément ajouté : Panne (${json.id})`)
  })

  test('takes a ticket with nothing in it', async () => {
    const alice = await login(await openSandbox(), 'alice')
    expect((await alice.post('/Ticket', { input: {} })).status).toBe(201)
  })

  test('gives nobody as requester when none is named', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const id = await openTicket(alice)
    expect((await alice.get(`/Ticket/${id}/Ticket_User`)).json).toEqual([])
  })

  test('keeps the requester, the other address and the concerned item', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const notification = { use_notification: [0], alternative_email: ['alice@perso.example'] }
    const id = await openTicket(alice, {
      ...{ _users_id_requester: 8, _users_id_requester_notif: notification, items_id: { Computer: [3] } },
    })
    const people = await alice.get(`/Ticket/${id}/Ticket_User`)
    const items = await alice.get(`/Ticket/${id}/Item_Ticket`)
    expect(people.json).toMatchObject([
      { users_id: 8, type: 1, use_notification: 0, alternative_email: 'alice@perso.example' },
    ])
    expect(items.json).toMatchObject([{ itemtype: 'Computer', items_id: 3 }])
  })

  test('tells the requester by mail, at the other address when there is one', async () => {
    const sandbox = await openSandbox()
    const notification = { use_notification: [1], alternative_email: ['alice@perso.example'] }
    await openTicket(await login(sandbox, 'alice'), { _users_id_requester: 8, _users_id_requester_notif: notification })
    expect(sandbox.mails).toMatchObject([{ to: 'alice@perso.example' }])
  })

  test('turns an unknown urgency into 3, and keeps an unknown category', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const id = await openTicket(alice, { urgency: 9, itilcategories_id: 99999 })
    expect((await alice.get(`/Ticket/${id}`)).json).toMatchObject({ urgency: 3, itilcategories_id: 99999 })
  })

  test('computes the priority from the urgency', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const id = await openTicket(alice, { urgency: 5 })
    expect((await alice.get(`/Ticket/${id}`)).json).toMatchObject({ urgency: 5, impact: 3, priority: 4 })
  })

  test('in an entity that is not one’s own is refused', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const answered = await alice.post('/Ticket', { input: { name: 'x', entities_id: 2 } })
    expect(answered).toMatchObject({ status: 400, json: ['ERROR_GLPI_ADD', expect.stringContaining('droits')] })
  })

  test('several at once: the refused one does not take the others with it', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const answered = await alice.post('/Ticket', { input: [{ name: 'lot' }, { name: 'refusé', entities_id: 2 }] })
    expect(answered).toMatchObject({
      status: 207,
      json: ['ERROR_GLPI_PARTIAL_ADD', [{ id: expect.any(Number) }, { id: false }]],
    })
  })

  test('several at once, all refused: 400', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const answered = await alice.post('/Ticket', { input: [{ entities_id: 2 }, { entities_id: 2 }] })
    expect([answered.status, answered.json[0]]).toEqual([400, 'ERROR_GLPI_ADD'])
  })

  test.each([
    { what: 'no input', body: {}, code: 'ERROR_BAD_ARRAY' },
    { what: 'an input that is no object', body: { input: 'x' }, code: 'ERROR_BAD_ARRAY' },
  ])('$what is refused with $code', async ({ body, code }) => {
    const alice = await login(await openSandbox(), 'alice')
    expect((await alice.post('/Ticket', body)).json[0]).toBe(code)
  })
})

describe('a ticket created with its files', () => {
  const withFiles = (caller: Caller, names: string[]) => {
    const form = new FormData()
    form.append('uploadManifest', JSON.stringify({ input: { name: 'Avec fichiers', content: 'x' } }))
    for (const [index, name] of names.entries()) form.append(`filename[${index}]`, new Blob([name]), name)
    return caller.call('POST', '/Ticket', { form })
  }
  const found = async (caller: Caller) => (await caller.get(searchPath(1, 'contains', 'Avec fichiers'))).json.data
  const documentsOf = async (caller: Caller, id: number) =>
    (await caller.get(`/Ticket/${id}?with_documents=true`)).json._documents.map((one: { name: string }) => one.name)

  test.each([
    { glpi: '10.0', kept: ['un.txt'] },
    { glpi: '11.0', kept: ['un.txt', 'deux.txt'] },
  ] as const)('keeps $kept of two on $glpi', async ({ glpi, kept }) => {
    const alice = await login(await openSandbox({ glpi }), 'alice')
    const { json } = await withFiles(alice, ['un.txt', 'deux.txt'])
    expect(await documentsOf(alice, json.id)).toEqual(kept)
  })

  test('is there without a refused one on 10.0, which says so', async () => {
    const alice = await login(await openSandbox({ glpi: '10.0' }), 'alice')
    const answered = await withFiles(alice, ['virus.exe'])
    const upload_result = { filename: [{ display: 'virus.exe', error: 'Type de fichier non autorisé' }] }
    expect(answered).toMatchObject({ status: 201, json: { id: expect.any(Number), upload_result } })
  })

  test('answers 500 and a page of one that 11.0 refuses, though it is there', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const answered = await withFiles(alice, ['virus.exe'])
    expect(answered.status).toBe(500)
    expect(answered.headers.get('content-type')).toContain('text/html')
    expect(await found(alice)).toHaveLength(1)
  })
})

describe('what a customer may search by', () => {
  const refused = [5, 8, 13, 66, 150]

  test.each(refused)('is not field %i, though it is shown', async (field) => {
    const sandbox = await openSandbox()
    sandbox.addTicket({ title: 'x' })
    const alice = await login(sandbox, 'alice')
    const answered = await alice.get(searchPath(field, 'equals', '1'))
    expect(answered).toMatchObject({ status: 400, json: ['ERROR', expect.stringContaining('interdit')] })
    expect((await alice.get(`/search/Ticket?forcedisplay[0]=${field}`)).status).toBe(200)
  })

  test.each(refused)('is field %i for a technician', async (field) => {
    const teo = await login(await openSandbox(), 'teo')
    expect((await teo.get(searchPath(field, 'equals', '1'))).status).toBe(200)
  })
})

describe('reading a ticket', () => {
  test('gives texts encoded on 10.0, unless asked otherwise', async () => {
    const alice = await login(await openSandbox({ glpi: '10.0' }), 'alice')
    const id = await openTicket(alice, { content: '<p>a & b</p>' })
    const encoded = await alice.get(`/Ticket/${id}`)
    const plain = await alice.get(`/Ticket/${id}`, { 'X-GLPI-Sanitized-Content': 'false' })
    expect(encoded.json.content).toBe('&#60;p&#62;a &#38; b&#60;/p&#62;')
    expect(plain.json.content).toBe('<p>a & b</p>')
  })

  test('never encodes on 11.0, but an old title holds entities', async () => {
    const henri = await login(await openSandbox(), 'henri')
    const { json } = await henri.get(
      '/search/Ticket?criteria[0][field]=1&criteria[0][value]=imprimante&forcedisplay[0]=1',
    )
    expect(json.data[0]['1']).toContain('L&#039;imprimante')
  })

  test('keeps an HTML comment of its content, and finds the ticket by it', async () => {
    const alice = await login(await openSandbox(), 'alice')
    const id = await openTicket(alice, { content: '<p>x</p><!-- ipeos:0f1e -->' })
    const found = await alice.get(
      '/search/Ticket?criteria[0][field]=21&criteria[0][searchtype]=contains&criteria[0][value]=ipeos:0f1e&forcedisplay[0]=2',
    )
    expect(found.json.data).toMatchObject([{ 2: id }])
  })

  test('gives names with expand_dropdowns, even of what the customer may not read', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', category: 3 })
    const { json } = await (await login(sandbox, 'alice')).get(`/Ticket/${id}?expand_dropdowns=true`)
    expect(json).toMatchObject({
      ...{ entities_id: 'IPEOS > IPEOS-WTC', itilcategories_id: 'Hébergement > Site web' },
      ...{ users_id_recipient: 'alice', requesttypes_id: 'Helpdesk', locations_id: 0 },
    })
  })

  test('has links unless get_hateoas=false', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const alice = await login(sandbox, 'alice')
    expect((await alice.get(`/Ticket/${id}`)).json.links).toContainEqual({
      ...{ rel: 'ITILFollowup', href: `http://support.example/apirest.php/Ticket/${id}/ITILFollowup/` },
    })
    expect((await alice.get(`/Ticket/${id}?get_hateoas=false`)).json.links).toBeUndefined()
  })

  test('404 when there is none, 403 when it is somebody else’s', async () => {
    const sandbox = await openSandbox()
    const ofBob = sandbox.addTicket({ title: 'Bob’s', requester: 'bob' })
    const ofHenri = sandbox.addTicket({ title: 'Celui d’Henri', requester: 'henri' })
    const alice = await login(sandbox, 'alice')
    const statuses = await Promise.all(
      [99999, ofBob, ofHenri].map(async (id) => (await alice.get(`/Ticket/${id}`)).status),
    )
    expect(statuses).toEqual([404, 403, 403])
  })
})

describe('changing a ticket', () => {
  const rename = (caller: Caller, id: number) =>
    caller.call('PUT', `/Ticket/${id}`, { body: { input: { name: 'Autre' } } })
  const refusal = (verb: string) => ({ status: 400, json: [`ERROR_GLPI_${verb}`, expect.stringContaining('droits')] })
  const anHourAgo = () => new Date(Date.now() - 3_600_000)

  test('its requester may, taken or not, with files or without', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'Pris', status: 'assigned', documents: [{ name: 'a.txt', bytes: 'a' }] })
    const alice = await login(sandbox, 'alice')
    expect(await rename(alice, id)).toMatchObject({ status: 200, json: [{ [id]: true, message: '' }] })
  })

  test.each([
    { once: 'she wrote on it herself', ticket: { followups: [{ content: 'un mot' }] } },
    { once: 'support wrote on it', ticket: { followups: [{ by: 'teo', content: 'vu' }] } },
    { once: 'support noted something privately', ticket: { followups: [{ by: 'teo', content: 'x', private: true }] } },
    { once: 'there is a task', ticket: { tasks: [{ content: 'à faire' }] } },
    { once: 'it is solved', ticket: { status: 'solved' as const } },
  ])('its requester may neither change nor delete it once $once', async ({ ticket }) => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', ...ticket })
    const alice = await login(sandbox, 'alice')
    expect(await rename(alice, id)).toMatchObject(refusal('UPDATE'))
    expect(await alice.call('DELETE', `/Ticket/${id}`)).toMatchObject(refusal('DELETE'))
  })

  test('an observer may not', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', requester: 'henri', observers: ['alice'], entity: 1 })
    expect(await rename(await login(sandbox, 'alice'), id)).toMatchObject(refusal('UPDATE'))
  })

  test('one who wrote it down for somebody else may', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', requester: 'henri', writer: 'alice' })
    expect((await rename(await login(sandbox, 'alice'), id)).status).toBe(200)
  })

  test('her own edit, a second later, forbids her to delete it, and not to close it', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', opened: anHourAgo() })
    const alice = await login(sandbox, 'alice')
    await rename(alice, id)
    expect(await alice.call('DELETE', `/Ticket/${id}`)).toMatchObject(refusal('DELETE'))
    const closing = await alice.call('PUT', `/Ticket/${id}`, { body: { input: { status: 6 } } })
    expect(closing.status).toBe(200)
    expect((await alice.get(`/Ticket/${id}`)).json).toMatchObject({ status: 6, closedate: expect.any(String) })
  })

  test('a file of hers does not forbid it', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x', opened: anHourAgo() })
    const alice = await login(sandbox, 'alice')
    const manifest = { name: 'f', _filename: ['f.txt'], itemtype: 'Ticket', items_id: id }
    await alice.call('POST', '/Document', { form: fileForm(manifest, 'f.txt', 'f') })
    expect((await alice.call('DELETE', `/Ticket/${id}`)).status).toBe(200)
  })

  test.each([
    { what: 'a type alone', input: { type: 2 } },
    { what: 'a place', input: { locations_id: 2 } },
    { what: 'an observer', input: { _users_id_observer: 10 } },
  ])('$what is refused to its requester without a word', async ({ input }) => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const alice = await login(sandbox, 'alice')
    const answered = await alice.call('PUT', `/Ticket/${id}`, { body: { input } })
    expect(answered).toMatchObject({ status: 400, json: ['ERROR_GLPI_UPDATE', ''] })
  })

  test('an impact is answered as done, and is not; a type beside a title is left aside', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const alice = await login(sandbox, 'alice')
    for (const input of [{ impact: 5 }, { name: 'y', type: 2 }])
      expect((await alice.call('PUT', `/Ticket/${id}`, { body: { input } })).status).toBe(200)
    expect((await alice.get(`/Ticket/${id}`)).json).toMatchObject({ name: 'y', impact: 3, type: 1 })
  })

  test('a technician assigns it, and it is then taken', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'x' })
    const teo = await login(sandbox, 'teo')
    await teo.call('PUT', `/Ticket/${id}`, { body: { input: { _users_id_assign: 10 } } })
    expect((await teo.get(`/Ticket/${id}`)).json).toMatchObject({ status: 2, takeintoaccountdate: expect.any(String) })
  })

  test('deleted by its requester, it goes to the trash and out of the lists', async () => {
    const sandbox = await openSandbox()
    const id = sandbox.addTicket({ title: 'À jeter' })
    const alice = await login(sandbox, 'alice')
    expect((await alice.call('DELETE', `/Ticket/${id}`)).json).toEqual([{ [id]: true, message: '' }])
    expect((await alice.get(`/Ticket/${id}`)).json.is_deleted).toBe(1)
    expect((await alice.get('/Ticket?range=0-999')).json.map((ticket: { id: number }) => ticket.id)).not.toContain(id)
  })
})
