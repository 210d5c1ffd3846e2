import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { shortForm } from '../../../support/short-form.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** A desk with an image; what `blind` fits cannot be read as soon as something was written, until `see` is called. */
async function blindAfter(glpi: (typeof glpiVersions)[number], written: RegExp, blind: RegExp) {
  const site = await openSandbox({ ...shortForm, glpi })
  let isBlind = false
  let isOver = false
  const desk = newDesk({
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      if (isBlind && request.method === 'GET' && blind.test(pathname)) return new Response('', { status: 503 })
      const answer = await site.fetch(request)
      isBlind ||= !isOver && request.method === 'POST' && written.test(pathname)
      return answer
    },
  })
  writeFileSync(join(desk.home, 'capture.png'), Buffer.from(dot, 'base64'))
  const see = () => {
    isBlind = false
    isOver = true
  }
  const shown = async (id: number | string) => JSON.parse((await desk.ipeos(['ticket', 'show', `${id}`, '--json'])).out)
  return { site, desk, see, shown }
}

test('a ticket whose image cannot be looked for is there: its number comes out, and a draft goes on', async () => {
  const { desk, see, shown, site } = await blindAfter('10.0', /\/Ticket\/?$/, /\/Ticket\/\d+$/)
  const words = ['--title', 'Panne murale', '--description', 'Voir ![](capture.png)']
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...words])
  expect([code, out]).toEqual([7, expect.stringMatching(/^\d+\n$/)])
  expect(notes).toMatch(/capture\.png left with the text[\s\S]*To go on: ipeos ticket new --resume/)
  see()
  expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
  expect((await shown(out.trim())).documents).toMatchObject([{ fileName: 'capture.png', inline: true }])
  expect(site.writes.filter(({ path }) => /Ticket$|Document/.test(path))).toHaveLength(1)
})

test.each(glpiVersions)(
  'on GLPI %s a comment whose image cannot be looked for is there, and sent once',
  async (glpi) => {
    const { desk, see, shown, site } = await blindAfter(glpi, /Followup/, /Followup/)
    const id = site.addTicket({ title: 'Panne' })
    const { code, notes } = await desk.ipeos(['ticket', 'comment', `${id}`, '-m', 'Voir ![](capture.png)'])
    expect([code, notes]).toEqual([7, expect.stringMatching(/capture\.png left with the text/)])
    see()
    expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
    const { timeline, documents } = await shown(id)
    expect(timeline).toMatchObject([{ text: 'Voir [image 1: capture.png]' }])
    expect(documents).toMatchObject([{ fileName: 'capture.png', inline: true }])
  },
)

test.each(['accept', 'refuse'])(
  'the files of an answer (%s) that cannot be looked for are sent once',
  async (answer) => {
    const { desk, see, shown, site } = await blindAfter('11.0', /Followup/, /\/Ticket\/\d+$/)
    const id = site.addTicket({ title: 'Panne', status: 'solved' })
    const words = ['-m', 'Voilà', '--attach', 'capture.png']
    const { code, notes } = await desk.ipeos(['ticket', answer, `${id}`, ...words])
    expect([code, notes]).toEqual([7, expect.stringMatching(/capture\.png left with the text/)])
    see()
    expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
    const { documents } = await shown(id)
    expect(documents).toMatchObject([{ fileName: 'capture.png' }])
  },
)
