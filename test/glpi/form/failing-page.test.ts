import { expect, test } from 'vitest'
import type { Platform } from '../../../src/glpi/platform.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const [day, next] = [new Date('2030-01-01'), new Date('2030-01-02')]

const pages: Array<[what: string, path: RegExp, read: (platform: Platform) => Promise<unknown>]> = [
  ['the preferences', /common\.tabs/, ({ preferences }) => preferences.read()],
  ['the personal token', /common\.tabs/, ({ personalToken }) => personalToken.read()],
  ['the password', /updatepassword/, ({ password }) => password.open()],
]

test.each(glpiVersions.flatMap((glpi) => pages.map((page) => [glpi, ...page] as const)))(
  'on GLPI %s a page of %s of which the server fails is no refusal',
  async (glpi, _what, path, read) => {
    const { platform, sandbox } = await place({ glpi })
    sandbox.faults.inject({ kind: 'status', status: 500, match: { path }, times: 9 })
    await expect(read(platform)).rejects.toMatchObject({
      ...{ code: 'server-error', exitCode: 6, parameters: { host: 'sandbox.test', status: 500 } },
    })
  },
)

test('a calendar on the web of which the server fails is no refusal', async () => {
  const { platform, sandbox } = await place({ glpi: '10.0' })
  sandbox.faults.inject({ kind: 'status', status: 500, match: { path: /ajax\/reservations/ }, times: 9 })
  await expect(platform.reservations.between(day, next)).rejects.toMatchObject({ code: 'server-error', exitCode: 6 })
})

test('a site whose first page the server fails of does not refuse a document', async () => {
  const { platform, sandbox } = await place({ glpi: '11.0' })
  const id = sandbox.addTicket({ title: 'Sauvegarde', documents: [{ name: 'a.txt', bytes: Buffer.from('ab') }] })
  const [document] = (await platform.tickets.get(id)).documents
  sandbox.faults.inject({ kind: 'status', status: 500, match: { path: /^\/$/ }, times: 9 })
  await expect(platform.documents.download(id, document?.id ?? 0)).rejects.toMatchObject({
    ...{ code: 'server-error', exitCode: 6 },
  })
})
