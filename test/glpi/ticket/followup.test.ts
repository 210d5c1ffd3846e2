import { describe, expect, test } from 'vitest'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

describe.each(glpiVersions)('a followup on GLPI %s', (glpi) => {
  test('is found in the timeline as it was typed, its mark unseen', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x' })
    await platform.followups.add(id, 'Deux lignes,\net un <b>signe</b>', { mark: 'aaaa-1' })
    const timeline = await platform.tickets.timeline(await platform.tickets.get(id))
    expect(timeline).toMatchObject([
      {
        kind: 'followup',
        mine: true,
        html: '<p>Deux lignes,<br>et un &lt;b&gt;signe&lt;/b&gt;</p>',
      },
    ])
  })

  test('is found again by its mark, and only by the whole of it', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x' })
    await platform.followups.add(id, 'un autre')
    const { id: followup } = await platform.followups.add(id, 'le mien', { mark: 'aaaa-12' })
    expect(await platform.followups.findByMark(id, 'aaaa-12')).toBe(followup)
    expect(await platform.followups.findByMark(id, 'aaaa-1')).toBeUndefined()
  })

  test('is found by its mark when its answer was lost', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x' })
    sandbox.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /ITILFollowup/ } })
    await expect(platform.followups.add(id, 'perdu', { mark: 'aaaa' })).rejects.toMatchObject({ exitCode: 6 })
    expect(await platform.followups.findByMark(id, 'aaaa')).toEqual(expect.any(Number))
  })

  test('is refused on a closed ticket, with the way to see where it stands', async () => {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x', status: 'closed' })
    await expect(platform.followups.add(id, 'encore un mot')).rejects.toMatchObject({
      exitCode: 5,
      code: 'followup-refused',
      hint: { parameters: { id } },
    })
  })
})
