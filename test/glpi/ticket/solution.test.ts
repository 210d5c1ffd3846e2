import { describe, expect, test } from 'vitest'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

describe.each(glpiVersions)('a solution that waits on GLPI %s', (glpi) => {
  async function solved() {
    const { platform, sandbox } = await place({ glpi })
    const id = sandbox.addTicket({ title: 'x', status: 'solved', opened: new Date(Date.now() - 3_600_000) })
    const ticket = () => platform.tickets.get(id)
    const timeline = async () => platform.tickets.timeline(await ticket())
    return { platform, id, ticket, timeline }
  }

  test('is accepted without a word, and the ticket is closed', async () => {
    const { platform, id, ticket, timeline } = await solved()
    await platform.solutions.accept(id)
    expect((await ticket()).status).toBe('closed')
    expect(await timeline()).toMatchObject([
      { kind: 'solution', status: 'accepted' },
      { kind: 'followup', mine: true },
    ])
  })

  test('is accepted with a word, which can be found by its mark', async () => {
    const { platform, id, timeline } = await solved()
    await platform.solutions.accept(id, 'Merci !', { mark: 'bbbb' })
    expect((await timeline()).at(-1)).toMatchObject({ html: '<p>Merci !</p>' })
    expect(await platform.followups.findByMark(id, 'bbbb')).toEqual(expect.any(Number))
  })

  test('is refused with a reason, and the ticket is open again', async () => {
    const { platform, id, ticket, timeline } = await solved()
    await platform.solutions.refuse(id, 'Toujours en panne', { mark: 'cccc' })
    expect((await ticket()).status).toBe('assigned')
    expect(await timeline()).toMatchObject([{ status: 'refused' }, { html: expect.stringContaining('Toujours') }])
  })

  test.each(['accept', 'refuse'] as const)('takes no second %s', async (answer) => {
    const { platform, id } = await solved()
    await platform.solutions.accept(id)
    await expect(platform.solutions[answer](id, 'encore')).rejects.toMatchObject({
      exitCode: 5,
      code: 'followup-refused',
    })
  })
})
