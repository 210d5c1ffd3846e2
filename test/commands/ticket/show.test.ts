import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { ipeos, newDesk, siteUrl } from '../../support/desk.ts'

const story = {
  title: 'Onduleur qui siffle',
  content: '<p>Le sifflement est <strong>continu</strong>.</p><ul><li>depuis lundi</li></ul><!-- ipeos:0b3e4a10 -->',
  status: 'solved',
  urgency: 4,
  category: 3,
  equipment: ['Computer:3'],
  followups: [
    { by: 'teo', content: '<p>Nous passons demain.</p>' },
    { by: 'alice', content: '<p>Merci !</p><!-- ipeos:5d2c -->' },
    { by: 'teo', content: '<p>Note entre nous.</p>', private: true },
  ],
  tasks: [{ by: 'teo', content: 'Batterie changée', minutes: 75, state: 'done' }],
  solutions: [{ by: 'teo', content: '<p>Batterie neuve.</p>' }],
  documents: [{ name: 'son.png', bytes: 'octets' }],
} as const

test('a closed ticket says how to open another one, linked to it', async () => {
  const { out } = await ipeos(await openSandbox(), ['ticket', 'show', '8'])
  expect(out).toContain('Is the trouble back? ipeos ticket new --related 8')
})

describe.each(['10.0', '11.0'] as const)('a ticket on GLPI %s', async (glpi) => {
  const site = await openSandbox({ glpi })
  const id = site.addTicket(structuredClone(story) as unknown as Parameters<typeof site.addTicket>[0])
  const show = (...words: string[]) =>
    ipeos(site, ['ticket', 'show', String(id), ...words], { env: { LANG: 'fr_FR.UTF-8' } })

  test('shows its head, its description and its whole story', async () => {
    const { code, out } = await show()
    expect(code).toBe(0)
    expect(out).toMatch(/#\d+ Onduleur qui siffle\n\nStatut +résolu\nUrgence +Haute\n/)
    expect(out).toMatch(/Matériel +poste-alice/)
    expect(out).toContain('Le sifflement est continu.\n\n• depuis lundi')
    expect(out).toMatch(/● Tâche · faite · 1\sh\s15 — .*\n {2}Batterie changée/)
    expect(out).toContain('Nous passons demain.')
    expect(out).toContain('Batterie neuve.')
    expect(out).toContain('son.png')
  })

  test('holds no mark of ours in what scripts get', async () => {
    const { out } = await show('--json')
    expect(out).toContain('descriptionHtml')
    expect(out).not.toContain('<!--')
  })

  test('says «vous» of what I wrote, and nothing of what support keeps to itself', async () => {
    const { out } = await show()
    expect(out).toMatch(/— vous, .*\n {2}Merci !/)
    expect(out).not.toContain('Note entre nous')
  })

  test('says that a solution waits for my answer, and how to give it', async () => {
    const { out } = await show()
    expect(out.trimEnd().split('\n').at(-1)).toBe(`Pour la refuser\u00a0: ipeos ticket refuse ${id}`)
  })

  test('never shows the mark of its request', async () => {
    expect(await show()).toMatchObject({ code: 0, out: expect.not.stringContaining('ipeos:0b3e') })
  })

  test('in a pipe has neither colours nor relative dates', async () => {
    const { code, out } = await show()
    expect(code).toBe(0)
    expect(out).not.toMatch(/\u001b|il y a|à l’instant/)
  })

  test('in JSON has all of it, as text and as HTML', async () => {
    const { out } = await show('--json')
    expect(JSON.parse(out)).toMatchObject({
      id,
      status: 'solved',
      statusId: 5,
      urgency: 'high',
      category: 'Hébergement > Site web',
      description: 'Le sifflement est continu.\n\n• depuis lundi',
      equipment: [{ key: 'Computer:3', name: 'poste-alice' }],
      documents: [{ fileName: 'son.png', mime: 'image/png' }],
      timeSpent: 4500,
      timeline: expect.arrayContaining([
        expect.objectContaining({ kind: 'followup', mine: true, text: 'Merci !', html: '<p>Merci !</p>' }),
        expect.objectContaining({ kind: 'task', state: 'done', timeSpent: 4500 }),
        expect.objectContaining({ kind: 'solution', status: 'waiting' }),
      ]),
    })
  })

  test('in JSON has only the fields that were asked for', async () => {
    const { out } = await show('--json', 'status,id')
    expect(JSON.parse(out)).toEqual({ id, status: 'solved' })
  })

  test('is found by the address of its page', async () => {
    const { out } = await show('--json', 'url')
    const { url } = JSON.parse(out) as { url: string }
    expect((await ipeos(site, ['ticket', 'show', url, '--json', 'id'])).out).toContain(String(id))
  })
})

describe('a ticket that cannot be shown', async () => {
  const site = await openSandbox({ glpi: '10.0' })

  test('is not found, when there is none of that number', async () => {
    expect(await ipeos(site, ['ticket', 'show', '99999'])).toMatchObject({ code: 3, out: '' })
  })

  test('is not found, when it is somebody else’s', async () => {
    const id = site.addTicket({ title: 'Affaire de Bob', requester: 'bob' })
    const { code, notes } = await ipeos(site, ['ticket', 'show', String(id)])
    expect({ code, notes }).toEqual({ code: 3, notes: expect.not.stringContaining('Affaire') })
  })

  test('is wrong usage, when what is given is no ticket', async () => {
    const { code, notes } = await ipeos(site, ['ticket', 'show', 'imprimante'])
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('“imprimante”') })
    expect(notes).toContain('ipeos ticket list')
  })

  test('is wrong usage, when a field is unknown; the platform is not asked', async () => {
    const quiet = await openSandbox({ glpi: '10.0' })
    const { code } = await ipeos(quiet, ['ticket', 'show', '1', '--json', 'nom'])
    expect([code, quiet.requests]).toEqual([2, []])
  })
})

describe('--web', () => {
  test('prints the address where no browser can be opened', async () => {
    const { out, notes } = await newDesk(await openSandbox()).ipeos(['ticket', 'show', '15', '--web'])
    expect([out, notes]).toEqual([
      `${siteUrl}/front/ticket.form.php?id=15\n`,
      'No browser can be opened here. The page:\n',
    ])
  })

  test('prints nothing else than a note where one opens', async () => {
    const { out, notes } = await newDesk(await openSandbox()).ipeos(['ticket', 'show', '15', '--web'], {
      env: { BROWSER: 'true', PATH: process.env.PATH ?? '' },
    })
    expect([out, notes]).toEqual(['', `Opened in your browser: ${siteUrl}/front/ticket.form.php?id=15\n`])
  })

  test('of a ticket that does not exist opens nothing', async () => {
    const { code, out } = await newDesk(await openSandbox()).ipeos(['ticket', 'show', '99999', '--web'])
    expect([code, out]).toEqual([3, ''])
  })
})
