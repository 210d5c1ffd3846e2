import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { ask, fileForm, login } from './caller.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe.each([
  ['10.0', '&'],
  ['11.0', '&amp;'],
] as const)('an image within a text on %s', (glpi, and) => {
  test('is a link to its document, which stands in no list and is sent by the page', async () => {
    const sandbox = await openSandbox({ glpi })
    const alice = await login(sandbox, 'alice')
    const input = { name: 'Image', content: '<p>avant <img id="t.1" alt="x"> après</p>', _tag_filename: ['t.1'] }
    const made = await alice.call('POST', '/Ticket', { form: fileForm(input, 'écran.png', PNG) })
    const { id } = made.json
    const plain = { 'X-GLPI-Sanitized-Content': 'false' }
    const { json } = await alice.get(`/Ticket/${id}?with_documents=true`, plain)
    const docid = /docid=(\d+)/.exec(json.content)?.[1]
    const address = `/front/document.send.php?docid=${docid}${and}itemtype=Ticket${and}items_id=${id}`
    expect(json.content).toBe(
      `<p>avant <a href="${address}" target="_blank" ><img alt="t.1" width="1" src="${address}" /></a> après</p>`,
    )
    expect(json._documents).toEqual([])
    const [cookie] =
      /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
    const shown = await ask(sandbox, 'GET', address.replaceAll('&amp;', '&'), {
      headers: { Cookie: `${cookie}=${alice.token}` },
    })
    expect(shown.headers.get('content-type')).toBe('image/png')
  })

  test('may be named by its tag alone in an answer, and a file that no tag names stays a file', async () => {
    const sandbox = await openSandbox({ glpi })
    const alice = await login(sandbox, 'alice')
    const ticket = sandbox.addTicket({ title: 'x' })
    const reply = { itemtype: 'Ticket', items_id: ticket, content: '<p>#t.2#</p>' }
    const send = (input: Record<string, unknown>) =>
      alice.call('POST', '/ITILFollowup', { form: fileForm(input, 'suite.png', PNG) })
    const { json } = await send({ ...reply, _tag_filename: ['t.2'] })
    expect((await alice.get(`/ITILFollowup/${json.id}`)).json.content).toContain('document.send.php?docid=')
    await send({ ...reply, _tag_filename: ['other'] })
    expect((await alice.get(`/Ticket/${ticket}?with_documents=true`)).json._documents).toMatchObject([
      { filename: 'suite.png' },
    ])
  })
})
