import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { close, listen } from '../support/loopback.ts'
import { organisation } from '../support/organisation.ts'
import { overPrivateTls } from '../support/private-tls.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

/** Somebody whose company handed out a file, and who set up nothing: only their name and password are known. */
function newcomer({ env, folder }: Site, file: object, lang = 'fr_FR.UTF-8') {
  const { IPEOS_URL: _none, ...rest } = env
  writeFileSync(join(folder, 'ipeos.json'), JSON.stringify(file))
  return { env: { ...rest, LANG: lang }, folder }
}

test.each(['10.0', '11.0'] as const)(
  'with one file a newcomer reaches the platform of GLPI %s, which a private authority vouches for',
  async (glpi) => {
    const site = await openSite({ glpi })
    const url = await overPrivateTls(site.url)
    const { ca: _ca, ...unsigned } = organisation
    const person = newcomer(site, { ...unsigned, url })
    await runBin(['config', 'import', 'ipeos.json', '--yes'], person)
    const refused = await runBin(['whoami'], person)
    expect(refused).toMatchObject({ code: 6, notes: expect.stringContaining('certificat') })

    newcomer(site, { ...organisation, url })
    expect((await runBin(['config', 'import', 'ipeos.json', '--yes'], person)).code).toBe(0)
    const { code, out } = await runBin(['whoami', '--json', 'login,platform'], person)
    expect([code, JSON.parse(out)]).toEqual([0, { login: 'alice', platform: url }])
  },
)

test('a company may put the file on a server of its own', async () => {
  const site = await openSite()
  const server = createServer((_request, response) => response.end(JSON.stringify({ ...organisation, url: site.url })))
  onTestFinished(() => close(server))
  const person = newcomer(site, {}, 'en_GB.UTF-8')
  const address = `${await listen(server)}/ipeos.json`
  const { code, notes } = await runBin(['config', 'import', address, '--yes'], person)
  expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('IPEOS-WTC: brought in.') })
  expect((await runBin(['ticket', 'list'], person)).code).toBe(0)
})

test('the file is fetched through the proxy of the company', async () => {
  const site = await openSite()
  const asked: string[] = []
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    asked.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  onTestFinished(() => close(proxy))
  const { env, folder } = newcomer(site, {})
  const behind = { env: { ...env, HTTPS_PROXY: await listen(proxy) }, folder }
  const { code, notes } = await runBin(['config', 'import', 'https://intranet.example/ipeos.json', '--yes'], behind)
  expect([code, asked]).toEqual([6, ['intranet.example:443']])
  expect(notes).toContain('ipeos config import FICHIER')
})

describe('at a terminal of 40 columns', () => {
  test('what changes is shown, and nothing changes before one agrees', async () => {
    const site = await openSite()
    const person = newcomer(site, { ...organisation, url: site.url })
    const settings = join(site.folder, '.config', 'ipeos', 'settings.json')

    const first = personAt(['config', 'import', 'ipeos.json'], { ...person, columns: 40 })
    await first.sees('aujourd’hui : https://support.ipeos.com')
    await first.sees('Est-ce bien cela')
    first.types(`n${key.enter}`)
    expect(await first.leaves()).toBe(130)
    expect(first.screen()).toContain('Rien n’a changé')
    expect(() => readFileSync(settings)).toThrow()

    const second = personAt(['config', 'import', 'ipeos.json'], { ...person, columns: 40 })
    await second.sees('Est-ce bien cela')
    second.types(key.enter)
    expect(await second.leaves()).toBe(0)
    await second.sees('c’est enregistré')
    expect(JSON.parse(readFileSync(settings, 'utf8')).organisation.name).toBe('IPEOS-WTC')
  })
})
