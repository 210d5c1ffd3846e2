import { describe, expect, test } from 'vitest'
import type { NewTicket } from '../../../src/itil/ticket.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const request: NewTicket = {
  type: 'incident',
  urgency: 'low',
  title: 'Écran noir',
  description: 'Rien.',
  notify: true,
  mark: '5e1f-42',
}

describe.each(glpiVersions)('a ticket of GLPI %s that nobody wrote on', (glpi) => {
  test('changes in what is named, and in nothing else', async () => {
    const { platform } = await place({ glpi })
    const { id } = await platform.tickets.create(request)
    await platform.tickets.update(id, { title: 'Écran <gris>', urgency: 'high', categoryId: 3 })
    expect(await platform.tickets.get(id)).toMatchObject({
      title: 'Écran <gris>',
      urgency: 'high',
      category: 'Hébergement > Site web',
      description: '<p>Rien.</p>',
    })
    expect(await platform.tickets.findByMark('5e1f-42')).toBe(id)
  })

  test('keeps its mark under a new description', async () => {
    const { platform } = await place({ glpi })
    const { id } = await platform.tickets.create(request)
    await platform.tickets.update(id, { description: 'Rien & moins' })
    expect((await platform.tickets.get(id)).description).toBe('<p>Rien &amp; moins</p>')
    expect(await platform.tickets.findByMark('5e1f-42')).toBe(id)
  })

  test('is left alone when nothing is to be changed', async () => {
    const { platform, sandbox } = await place({ glpi })
    const { id } = await platform.tickets.create(request)
    const { length } = sandbox.writes
    await platform.tickets.update(id, {})
    expect(sandbox.writes).toHaveLength(length)
  })

  test('can be cancelled, and is not found any more', async () => {
    const { platform } = await place({ glpi })
    const { id } = await platform.tickets.create(request)
    expect(await platform.tickets.cancel(id)).toBe('deleted')
    await expect(platform.tickets.get(id)).rejects.toMatchObject({ exitCode: 3 })
    expect(await platform.tickets.findByMark('5e1f-42')).toBeUndefined()
  })

  test('is closed where it was changed since it was opened', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x', status: 'assigned', opened: new Date(Date.now() - 3_600_000) })
    expect(await platform.tickets.cancel(id)).toBe('closed')
    expect((await platform.tickets.get(id)).status).toBe('closed')
  })
})

describe.each(glpiVersions)('a ticket of GLPI %s on which there is a private word', (glpi) => {
  test.each(['update', 'cancel'] as const)('takes no %s', async (change) => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x', followups: [{ by: 'teo', content: 'x', private: true }] })
    await expect(platform.tickets[change](id, { title: 'y' })).rejects.toMatchObject({
      exitCode: 5,
      code: 'ticket-fixed',
      parameters: { id },
    })
  })

  test('says who is in charge', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x', status: 'assigned' })
    expect((await platform.tickets.get(id)).technicians).toEqual(['Marchand Téo'])
  })
})

describe.each(glpiVersions)('the mark of a ticket on GLPI %s', (glpi) => {
  test('finds it when the answer to its creation was lost', async () => {
    const { platform, sandbox } = await place({ glpi })
    await platform.session()
    sandbox.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /\/Ticket$/ } })
    await expect(platform.tickets.create(request)).rejects.toMatchObject({ exitCode: 6 })
    expect(await platform.tickets.findByMark('5e1f-42')).toEqual(expect.any(Number))
  })

  test('finds nothing where there is none', async () => {
    const { platform } = await place({ glpi })
    expect(await platform.tickets.findByMark('never-sent')).toBeUndefined()
  })
})
