import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { shortForm } from '../../../support/short-form.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const large = Buffer.concat([Buffer.from(dot, 'base64'), Buffer.alloc(200_000)])

/** A desk of a site whose PHP takes less than the platform says, with an image that is too much for it. */
async function strictSite(glpi: (typeof glpiVersions)[number]) {
  const site = await openSandbox({ ...shortForm, glpi, configuration: { uploadMaxSizeBytes: 100_000 } })
  const desk = newDesk(site)
  writeFileSync(join(desk.home, 'capture.png'), large)
  const list = async () => JSON.parse((await desk.ipeos(['ticket', 'list', '--search', 'Panne murale', '--json'])).out)
  const shown = async (id: number | string) => JSON.parse((await desk.ipeos(['ticket', 'show', `${id}`, '--json'])).out)
  return { site, desk, list, shown }
}

test('an image that GLPI 10 does not take is told, and the ticket that it came with is there once', async () => {
  const { desk, list } = await strictSite('10.0')
  const words = ['--title', 'Panne murale', '--description', 'Voir ![](capture.png)', '--yes']
  const { code, notes } = await desk.ipeos(['ticket', 'new', ...words])
  expect([code, notes]).toEqual([7, expect.stringContaining('capture.png was not attached')])
  expect(await list()).toHaveLength(1)
})

test.each(glpiVersions)(
  'on GLPI %s the images of a description outlive the note of a file that is refused',
  async (glpi) => {
    const desk = newDesk(await openSandbox({ ...shortForm, glpi }))
    writeFileSync(join(desk.home, 'capture.png'), Buffer.from(dot, 'base64'))
    writeFileSync(join(desk.home, 'outil.exe'), 'MZ')
    const files = ['--attach', 'capture.png', '--attach', 'outil.exe']
    const words = ['--title', 'Panne', '--description', 'Voir ![](capture.png) merci', ...files]
    const { code, out } = await desk.ipeos(['ticket', 'new', '--best-effort', ...words])
    const { description } = JSON.parse((await desk.ipeos(['ticket', 'show', out.trim(), '--json'])).out)
    expect(code).toBe(7)
    expect(description).toMatch(/^Voir \[image 1: capture\.png\] merci\n\n\(ipeos: outil\.exe was not attached: .+\)$/)
  },
)

test.each(glpiVersions)('an image that GLPI %s does not take is told, and its comment is there once', async (glpi) => {
  const { desk, site, shown } = await strictSite(glpi)
  const id = site.addTicket({ title: 'Panne' })
  const { code, notes } = await desk.ipeos(['ticket', 'comment', `${id}`, '-m', 'Voir ![](capture.png)'])
  expect([code, notes]).toEqual([7, expect.stringContaining('capture.png was not attached')])
  expect((await shown(id)).timeline).toMatchObject([{ text: 'Voir [capture.png]' }])
})
