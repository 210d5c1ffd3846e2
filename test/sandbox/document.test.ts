import FormDataPackage from 'form-data'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { ask, type Caller, fileForm, login } from './caller.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

async function withTicket(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; alice: Caller; id: number }> {
  const sandbox = await openSandbox(options)
  return { sandbox, alice: await login(sandbox, 'alice'), id: sandbox.addTicket({ title: 'Avec pièces' }) }
}

const attach = (caller: Caller, id: number, name: string, bytes: Uint8Array | string) =>
  caller.call('POST', '/Document', {
    form: fileForm({ name, _filename: [name], itemtype: 'Ticket', items_id: id }, name, bytes),
  })

describe('attaching a file', () => {
  test('keeps its name with its accents, and says how it was received', async () => {
    const { alice, id } = await withTicket()
    const answered = await attach(alice, id, 'écran à moi.png', PNG)
    expect(answered.status).toBe(201)
    expect(answered.json.upload_result.filename).toMatchObject([
      { display: 'écran à moi.png', size: 70, filesize: '70 o' },
    ])
    const { json } = await alice.get(`/Ticket/${id}?with_documents=true`)
    expect(json._documents).toMatchObject([
      { filename: 'écran à moi.png', mime: 'image/png', assocdate: expect.any(String) },
    ])
  })

  test('takes the multipart body of the form-data package, accents and all', async () => {
    const { sandbox, alice, id } = await withTicket()
    const form = new FormDataPackage()
    form.append(
      'uploadManifest',
      JSON.stringify({ input: { name: 'é', _filename: ['été.txt'], itemtype: 'Ticket', items_id: id } }),
    )
    form.append('filename[0]', Buffer.from('bonjour'), { filename: 'été.txt' })
    const headers = { ...form.getHeaders(), 'Session-Token': alice.token }
    const body = Uint8Array.from(form.getBuffer())
    const response = await sandbox.fetch(
      new Request('http://support.example/apirest.php/Document', { method: 'POST', headers, body }),
    )
    expect(response.status).toBe(201)
    expect((await alice.get(`/Ticket/${id}?with_documents=true`)).json._documents).toMatchObject([
      { filename: 'été.txt' },
    ])
  })

  test('10.0 names the document after its ticket, 11.0 as it was asked', async () => {
    const names = await Promise.all(
      (['10.0', '11.0'] as const).map(async (glpi) => {
        const { alice, id } = await withTicket({ glpi })
        return (await attach(alice, id, 'note.txt', 'x')).json.message
      }),
    )
    expect(names).toEqual(['Élément ajouté : Document : Ticket - Avec pièces', 'Élément ajouté : note.txt'])
  })

  test.each([
    { what: 'over the limit', name: 'gros.txt', bytes: 'A'.repeat(3 * 1024 * 1024) },
    { what: 'of a refused type', name: 'virus.exe', bytes: 'MZ' },
  ])('a file $what is «introuvable»', async ({ name, bytes }) => {
    const { alice, id } = await withTicket()
    const answered = await attach(alice, id, name, bytes)
    expect(answered).toMatchObject({ status: 400, json: ['ERROR_GLPI_ADD', `Fichier ${name} introuvable.`] })
  })

  test('a refused file that the manifest does not name leaves a document without it, and says so', async () => {
    const { alice } = await withTicket()
    const answered = await alice.call('POST', '/Document', { form: fileForm({ name: 'seul' }, 'virus.exe', 'MZ') })
    expect(answered).toMatchObject({
      status: 201,
      json: { upload_result: { filename: [{ error: 'Type de fichier non autorisé' }] } },
    })
  })

  test('a body over post_max_size loses its fields and its files', async () => {
    const { alice, id } = await withTicket({ configuration: { postMaxSizeBytes: 1000 } })
    const answered = await attach(alice, id, 'note.txt', 'A'.repeat(2000))
    expect([answered.status, answered.json[0]]).toEqual([400, 'ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE'])
  })

  test('the same bytes are kept once, under two documents', async () => {
    const { alice, id } = await withTicket()
    await attach(alice, id, 'un.txt', 'pareil')
    await attach(alice, id, 'deux.txt', 'pareil')
    const { _documents } = (await alice.get(`/Ticket/${id}?with_documents=true`)).json
    expect(_documents[0].sha1sum).toBe(_documents[1].sha1sum)
    expect(_documents[0].id).not.toBe(_documents[1].id)
  })

  test('to somebody else’s ticket is refused', async () => {
    const { sandbox, alice } = await withTicket()
    const ofBob = sandbox.addTicket({ title: 'Bob’s', requester: 'bob' })
    expect((await attach(alice, ofBob, 'note.txt', 'x')).status).toBe(400)
  })
})

describe('downloading a document', () => {
  const octets = { Accept: 'application/octet-stream' }

  test('works for a customer on 10.0, with the very bytes', async () => {
    const { sandbox, alice, id } = await withTicket({ glpi: '10.0' })
    const { json } = await attach(alice, id, 'écran.png', PNG)
    const headers = { 'Session-Token': alice.token, ...octets }
    const response = await sandbox.fetch(
      new Request(`http://support.example/apirest.php/Document/${json.id}`, { headers }),
    )
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true)
  })

  test('is refused to a customer on 11.0, and not to a technician', async () => {
    const { sandbox, alice, id } = await withTicket()
    const { json } = await attach(alice, id, 'écran.png', PNG)
    const teo = await login(sandbox, 'teo')
    expect((await alice.get(`/Document/${json.id}`, octets)).status).toBe(403)
    expect((await teo.get(`/Document/${json.id}`, octets)).status).toBe(200)
  })

  test('of somebody else’s ticket is refused on 10.0', async () => {
    const { sandbox, alice } = await withTicket({ glpi: '10.0' })
    sandbox.addTicket({ title: 'Bob’s', requester: 'bob', documents: [{ name: 'secret.txt', bytes: 'chut' }] })
    const teo = await login(sandbox, 'teo')
    const { json } = await teo.get('/Document?sort=id&order=DESC&range=0-0')
    expect((await alice.get(`/Document/${json[0].id}`, octets)).status).toBe(403)
  })

  test('its description is refused to a customer on both', async () => {
    for (const glpi of ['10.0', '11.0'] as const) {
      const { alice, id } = await withTicket({ glpi })
      const { json } = await attach(alice, id, 'note.txt', 'x')
      expect((await alice.get(`/Document/${json.id}`)).status).toBe(403)
    }
  })

  test('goes by the web page with the session’s cookie, for a ticket that one sees', async () => {
    const { sandbox, alice, id } = await withTicket()
    const { json } = await attach(alice, id, 'note.txt', 'bonjour')
    const [cookie] =
      /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
    const headers = { Cookie: `${cookie}=${alice.token}` }
    const path = (ticket: number) => `/front/document.send.php?docid=${json.id}&itemtype=Ticket&items_id=${ticket}`
    const other = sandbox.addTicket({ title: 'autre' })
    expect(await ask(sandbox, 'GET', path(id), { headers })).toMatchObject({ status: 200, text: 'bonjour' })
    expect((await ask(sandbox, 'GET', path(other), { headers })).status).toBe(403)
    expect((await ask(sandbox, 'GET', path(id))).status).toBe(302)
  })
})
