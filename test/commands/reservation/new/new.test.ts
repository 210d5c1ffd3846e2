import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { type Answer, ctrlC, Left, shiftTab, TypedThenBack } from '../../../support/scripted-prompts.ts'

/** A Monday, 14:00 in Paris. */
const now = new Date('2026-11-23T14:00:00+01:00')
const clock = () => now

async function site(options: SandboxOptions = {}): Promise<Sandbox> {
  return openSandbox({ clock, ...options })
}

function reserve(at: Pick<Sandbox, 'fetch'>, words: string[], options: CallOptions & { user?: string } = {}) {
  const desk = newDesk(at, options.user ? { user: options.user } : {})
  return desk.ipeos(['reservation', ...words], { world: { now: clock }, ...options })
}

/** The platform, and what is sent to it to be reserved. */
async function watched(options: SandboxOptions = {}) {
  const sandbox = await site(options)
  const sent: Array<Record<string, unknown>> = []
  const fetch = async (request: Request): Promise<Response> => {
    const isBooking = request.method === 'POST' && request.url.endsWith('/Reservation')
    if (isBooking) sent.push(((await request.clone().json()) as { input: Record<string, unknown> }).input)
    return sandbox.fetch(request)
  }
  return { sandbox, fetch, sent, begins: () => sent.map(({ begin }) => begin) }
}

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('what was said is reserved, in the server’s time, and its number printed', async () => {
    const platform = await watched({ glpi, timeZone: 'Indian/Reunion' })
    const words = [
      'new',
      'vidéoproj',
      '--from',
      'demain 14h',
      '--for',
      '1h30',
      '-m',
      'Réunion',
      '--yes',
      '--lang',
      'fr',
    ]
    const { code, out, notes } = await reserve(platform, words)
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+\n$/)
    expect(notes).toContain('mar. 24 nov. 2026, 14:00 – 15:30')
    expect(platform.sent).toMatchObject([
      {
        reservationitems_id: 1,
        begin: '2026-11-24 17:00:00',
        end: '2026-11-24 18:30:00',
        comment: 'Réunion',
        users_id: 8,
      },
    ])
  })

  test('the same command again reserves nothing more, and gives the same number', async () => {
    const sandbox = await site({ glpi })
    const words = ['new', '1', '--from', 'tomorrow 14:00', '--to', '16:00', '--yes']
    const first = await reserve(sandbox, words)
    const second = await reserve(sandbox, words)
    expect(second).toMatchObject({ code: 0, out: first.out })
    expect(sandbox.writes).toHaveLength(1)
  })

  test('what somebody else has is told with who, and when it is free next; nothing is sent', async () => {
    const sandbox = await site({ glpi })
    const { code, out, notes } = await reserve(sandbox, [
      'new',
      '2',
      '--from',
      'tomorrow 15:00',
      '--for',
      '2h',
      '--yes',
    ])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const lines = notes.trim().split('\n').slice(-3)
    expect(lines).toEqual([
      expect.stringContaining('“Écran mobile” is reserved already'),
      expect.stringMatching(/Tue, 24 Nov 2026, 14:00–16:00, by (henri|Nourel Henri) \(Comité de projet\)$/),
      expect.stringContaining('Free next: Tue, 24 Nov 2026, 16:00–18:00'),
    ])
    expect(sandbox.writes).toEqual([])
  })

  test('every week until a day makes one for each, at the same hour', async () => {
    const platform = await watched({ glpi })
    const words = [
      'new',
      '3',
      '--from',
      'monday 15:00',
      '--to',
      '16:00',
      '--every',
      'week',
      '--until',
      '14/12/2026',
      '--yes',
    ]
    const { code, out } = await reserve(platform, words)
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(4)
    expect(platform.begins()).toEqual([
      '2026-11-23 15:00:00',
      '2026-11-30 15:00:00',
      '2026-12-07 15:00:00',
      '2026-12-14 15:00:00',
    ])
  })

  test('of a series that is taken once, nothing is made', async () => {
    const sandbox = await site({ glpi })
    const words = ['new', '2', '--from', '15:00', '--for', '1h', '--every', 'day', '--until', 'friday', '--yes']
    expect(await reserve(sandbox, words)).toMatchObject({ code: 1, out: '' })
    expect(sandbox.writes).toEqual([])
  })

  test('a series that breaks off says what was made, and its retry makes the rest alone', async () => {
    const platform = await watched({ glpi })
    const words = ['new', '3', '--from', '15:00', '--for', '1h', '--every', 'day', '--until', 'wednesday', '--yes']
    let posts = 0
    const failing = async (request: Request) => {
      if (request.method === 'POST') posts += 1
      const breaks = request.method === 'POST' && posts === 2
      return breaks
        ? Response.json(['ERROR_GLPI_ADD', 'Base de données pleine'], { status: 400 })
        : platform.fetch(request)
    }
    const broken = await reserve({ fetch: failing }, words)
    expect(broken.code).toBe(7)
    expect(broken.notes).toContain('Reservations made: 1 of 3.')
    expect(await reserve(platform, words)).toMatchObject({ code: 0 })
    expect(platform.begins()).toEqual(['2026-11-23 15:00:00', '2026-11-24 15:00:00', '2026-11-25 15:00:00'])
  })

  test.each(['drop-after', 'drop-before'] as const)(
    'an answer that is lost (%s) makes one reservation',
    async (kind) => {
      const sandbox = await site({ glpi })
      sandbox.faults.inject({ kind, match: { method: 'POST', path: /Reservation/ } })
      const { code, out } = await reserve(sandbox, [
        'new',
        '1',
        '--from',
        'tomorrow 9:00',
        '--for',
        '1h',
        '--yes',
        '--json',
      ])
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject([{ itemId: 1, start: '2026-11-24T09:00:00+01:00', mine: true }])
      const { out: list } = await reserve(sandbox, ['list', '--json', 'id'])
      expect(JSON.parse(list)).toHaveLength(1)
    },
  )
})

test('a person is asked for what is missing, sees what was understood, and says yes', async () => {
  const platform = await watched()
  const { code, notes } = await reserve(platform, ['new', '--lang', 'fr'], {
    columns: 80,
    answers: [
      ['réserver', 'Écran mobile (Salle B)'],
      ['À partir de quand', 'demain'],
      ['À partir de quand', 'demain 9h'],
      ['Jusqu’à quand', '8h'],
      ['Jusqu’à quand', '11h'],
      ['Commentaire', 'Formation'],
      ['Réserver', true],
    ],
  })
  expect(code).toBe(0)
  expect(notes).toContain('mar. 24 nov. 2026, 09:00 – 11:00')
  expect(platform.sent).toMatchObject([{ begin: '2026-11-24 09:00:00', comment: 'Formation' }])
})

test('who goes back corrects what was answered, which stands there', async () => {
  const platform = await watched()
  const { code } = await reserve(platform, ['new', '--lang', 'fr'], {
    columns: 80,
    answers: [
      ['réserver', 'Écran mobile (Salle B)'],
      ['À partir de quand', shiftTab],
      ['réserver', undefined],
      ['À partir de quand', 'demain 9h'],
      ['Jusqu’à quand', shiftTab],
      ['À partir de quand', undefined],
      ['Jusqu’à quand', '11h'],
      ['Commentaire', ''],
      ['Réserver', true],
    ],
  })
  expect([code, platform.sent]).toEqual([0, [expect.objectContaining({ begin: '2026-11-24 09:00:00' })]])
})

test('who goes back twice, or from the last question, finds all that was answered', async () => {
  const platform = await watched()
  const { code } = await reserve(platform, ['new', '--lang', 'fr'], {
    columns: 80,
    answers: [
      ['réserver', 'Écran mobile (Salle B)'],
      ['À partir de quand', 'demain 9h'],
      ['Jusqu’à quand', new TypedThenBack('10h30')],
      ['À partir de quand', shiftTab],
      ['réserver', undefined],
      ['À partir de quand', undefined],
      ['Jusqu’à quand', undefined],
      ['Commentaire', new TypedThenBack('Form')],
      ['Jusqu’à quand', '11h'],
      ['Commentaire', undefined],
      ['Réserver', true],
    ],
  })
  const made = { begin: '2026-11-24 09:00:00', end: '2026-11-24 11:00:00', comment: 'Form' }
  expect([code, platform.sent]).toEqual([0, [expect.objectContaining(made)]])
})

test('who says no finds the moment and the comment again the next time, and once reserved no more', async () => {
  const platform = await watched()
  const desk = newDesk(platform)
  const reserveAt = (now: string, answers: Answer[]) =>
    desk.ipeos(['reservation', 'new', '1'], { columns: 80, world: { now: () => new Date(now) }, answers })
  await reserveAt('2026-11-23T14:00:00+01:00', [
    ['From when', 'tomorrow 9:00'],
    ['Until when', new Left('11')],
  ])
  // «Tomorrow» is the day that it was.
  const next = await reserveAt('2026-11-23T14:30:00+01:00', [
    ['From when', undefined],
    ['Until when', '11:00'],
    ['Comment', 'Formation'],
    ['Reserve', false],
  ])
  expect(next.notes).toContain('Here is what you had typed')
  const third = await reserveAt('2026-11-24T08:00:00+01:00', [
    ['From when', undefined],
    ['Until when', undefined],
    ['Comment', undefined],
    ['Reserve', true],
  ])
  expect([third.code, platform.sent]).toMatchObject([0, [{ begin: '2026-11-24 09:00:00', comment: 'Formation' }]])
  const last = await reserveAt('2026-11-24T08:00:00+01:00', [['From when', ctrlC]])
  expect(last.notes).not.toContain('Here is what you had typed')
})

test('who says no has reserved nothing', async () => {
  const sandbox = await site()
  const words = ['new', '1', '--from', 'tomorrow 9:00', '--for', '1h', '-m', 'x']
  expect((await reserve(sandbox, words, { columns: 80, answers: [['Reserve it', false]] })).code).toBe(130)
  expect(sandbox.writes).toEqual([])
})

test.each([
  { words: ['1', '--from', 'yesterday 9:00', '--for', '1h'], code: 2, says: 'is over already' },
  { words: ['1', '--from', 'tomorrow', '--for', '1h'], code: 2, says: 'At what time?' },
  { words: ['1', '--from', 'someday', '--for', '1h'], code: 2, says: 'not a date that I understand' },
  { words: ['1', '--from', '30/02/2027 9:00', '--for', '1h'], code: 2, says: 'there is no such date' },
  { words: ['1', '--from', 'tomorrow 9:00', '--to', '8:00'], code: 2, says: 'would end before it begins' },
  { words: ['1', '--from', 'tomorrow 9:00', '--for', 'a while'], code: 2, says: 'not a length of time' },
  { words: ['1', '--from', 'tomorrow 9:00', '--for', '1h', '--to', '11:00'], code: 2, says: '--to and --for' },
  { words: ['1', '--from', 'tomorrow 9:00', '--for', '1h', '--every', 'day'], code: 2, says: '--until' },
  { words: ['1', '--from', 'tomorrow 9:00', '--for', '1h', '--until', 'friday'], code: 2, says: '--every' },
  {
    words: ['1', '--from', '15:00', '--for', '1h', '--every', 'day', '--until', '+1 year'],
    code: 2,
    says: 'More than 60',
  },
  {
    words: ['1', '--from', '15:00', '--for', '2 days', '--every', 'day', '--until', 'friday'],
    code: 2,
    says: 'longer',
  },
  { words: ['--from', 'tomorrow 9:00'], code: 2, says: '--to, or --for' },
  { words: ['salle', '--from', 'tomorrow 9:00', '--for', '1h'], code: 3, says: 'Vidéoprojecteur' },
])('reservation new $words is refused with $code, and nothing is sent', async ({ words, code, says }) => {
  const sandbox = await site()
  const result = await reserve(sandbox, ['new', ...words, '--yes'])
  expect(result).toMatchObject({ code, out: '' })
  expect(result.notes).toContain(says)
  expect(sandbox.writes).toEqual([])
})

test('who may reserve nothing is told their profile, and who can help', async () => {
  const sandbox = await site()
  const refusing = async (request: Request) =>
    request.url.includes('/ReservationItem')
      ? Response.json(['ERROR_RIGHT_MISSING', 'Vous n’avez pas les droits'], { status: 403 })
      : sandbox.fetch(request)
  const result = await reserve({ fetch: refusing }, ['items'])
  expect(result.code).toBe(5)
  expect(result.notes).toMatch(/Self-Service[\s\S]*ipeos ticket new/)
})

describe('reservations are listed', () => {
  test.each(glpiVersions)('on GLPI %s mine alone, or everybody’s, with their times and addresses', async (glpi) => {
    const sandbox = await site({ glpi })
    await reserve(sandbox, ['new', '1', '--from', 'tomorrow 9:00', '--for', '1h', '-m', 'À moi', '--yes'])
    const mine = await reserve(sandbox, ['list', '--json'])
    expect(JSON.parse(mine.out)).toMatchObject([
      { item: 'Vidéoprojecteur', itemId: 1, start: '2026-11-24T09:00:00+01:00', mine: true, comment: 'À moi' },
    ])
    const all = await reserve(sandbox, ['list', '--all', '--json', 'item,mine'])
    expect(JSON.parse(all.out)).toEqual([
      { item: 'Vidéoprojecteur', mine: true },
      { item: 'Écran mobile', mine: false },
    ])
  })

  test('whole in a narrow window: what, when, and what for', async () => {
    const sandbox = await site()
    const words = ['new', '1', '--from', 'tomorrow 9:00', '--for', '1h', '-m', 'Point avec le client', '--yes']
    await reserve(sandbox, words)
    const { out } = await reserve(sandbox, ['list', '--all', '--lang', 'fr'], { columns: 40, env: { NO_COLOR: '1' } })
    expect(out.split('\n')).toEqual([
      '#2 Vidéoprojecteur',
      '    mar. 24 nov. 2026, 09:00 – 10:00',
      '    Point avec le client',
      expect.stringMatching(/^#1 Écran mobile · \S/),
      '    mar. 24 nov. 2026, 14:00 – 16:00',
      expect.stringMatching(/^ {4}\S/),
      '',
    ])
  })

  test.each(glpiVersions)('on GLPI %s items are told free or not on a day', async (glpi) => {
    const sandbox = await site({ glpi })
    const { out } = await reserve(sandbox, ['items', '--on', 'tomorrow', '--json', 'name,free'])
    expect(JSON.parse(out)).toEqual([
      { name: 'Vidéoprojecteur', free: true },
      { name: 'Écran mobile', free: false },
      { name: 'Valise de visioconférence', free: true },
    ])
    const table = await reserve(sandbox, ['items', '--on', 'demain', '--lang', 'fr'], { columns: 80 })
    expect(table.out).toMatch(/État.*\n.*libre.*\n.*réservé 14:00 – 16:00/)
    expect(table.notes).toContain('24 nov. 2026')
  })

  test('where the calendar may not be read, items are listed all the same, and so it is said', async () => {
    const sandbox = await site({ glpi: '10.0' })
    const hiding = async (request: Request) =>
      request.url.includes('/ajax/reservations.php')
        ? new Response('<html><title>Accès refusé</title></html>', { headers: { 'Content-Type': 'text/html' } })
        : sandbox.fetch(request)
    const { code, out, notes } = await reserve({ fetch: hiding }, ['items', '--json', 'id,free'])
    expect(code).toBe(0)
    expect(JSON.parse(out)[0]).toEqual({ id: 1, free: null })
    expect(notes).toContain('does not show this account')
  })
})

describe('a reservation is cancelled', () => {
  const book = (sandbox: Sandbox) => reserve(sandbox, ['new', '1', '--from', 'tomorrow 9:00', '--for', '1h', '--yes'])

  test('on GLPI 11 once the person said yes', async () => {
    const sandbox = await site({ glpi: '11.0' })
    const id = (await book(sandbox)).out.trim()
    const answers: CallOptions['answers'] = [[`Cancel reservation no. ${id} (Vidéoprojecteur, Tue, 24 Nov`, true]]
    expect(await reserve(sandbox, ['cancel', id], { columns: 80, answers })).toMatchObject({ code: 0 })
    expect((await reserve(sandbox, ['list', '--json'])).out).toBe('[]\n')
  })

  test('on GLPI 10, which lets no customer do it, the address of its page is given', async () => {
    const sandbox = await site({ glpi: '10.0' })
    const id = (await book(sandbox)).out.trim()
    const result = await reserve(sandbox, ['cancel', id, '--yes'])
    expect(result.code).toBe(5)
    expect(result.notes).toContain(`https://support.example/front/reservation.form.php?id=${id}`)
  })

  test('even when the answer to it is lost', async () => {
    const sandbox = await site({ glpi: '11.0' })
    const id = (await book(sandbox)).out.trim()
    sandbox.faults.inject({ kind: 'drop-after', match: { method: 'DELETE' } })
    expect(await reserve(sandbox, ['cancel', id, '--yes'])).toMatchObject({ code: 0 })
  })

  test.each([
    { words: ['cancel', '1', '--yes'], code: 5, says: 'is not yours' },
    { words: ['cancel', '99', '--yes'], code: 3, says: 'ipeos reservation list' },
    { words: ['cancel', 'x', '--yes'], code: 2, says: 'not the number' },
    { words: ['cancel', '1'], code: 2, says: '--yes' },
  ])('$words is refused with $code', async ({ words, code, says }) => {
    const result = await reserve(await site({ glpi: '11.0' }), words)
    expect(result).toMatchObject({ code, out: '' })
    expect(result.notes).toContain(says)
  })
})

test.each([
  ['semaine', 'fr'],
  ['week', 'fr'],
  ['week', 'en'],
])('--every %s repeats it in %s', async (every, lang) => {
  const platform = await watched()
  const words = ['new', '1', '--from', '15:00', '--for', '1h', '--every', every, '--until', '2026-12-08']
  const { code } = await reserve(platform, [...words, '--yes', '--lang', lang])
  expect([code, platform.begins().map((begin) => String(begin).slice(0, 10))]).toEqual([
    0,
    ['2026-11-23', '2026-11-30', '2026-12-07'],
  ])
})

test.each(['fr', 'en'] as const)('the examples of the help work in %s, and are written in it', async (lang) => {
  const help = (await reserve(await site(), ['new', '--help', '--lang', lang])).out
  const examples = [...help.matchAll(/^ {2}ipeos reservation (new \d.*)$/gm)].map(([, line = '']) => line)
  expect(examples.length).toBe(2)
  expect(examples.join().includes('semaine')).toBe(lang === 'fr')
  for (const line of examples) {
    const platform = await watched()
    const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, bare]) => one ?? two ?? bare ?? '')
    expect(await reserve(platform, [...words, '--lang', lang])).toMatchObject({ code: 0 })
  }
})

test('what is in the way and one’s own is said to be so', async () => {
  const sandbox = await site()
  const words = ['new', '1', '--for', '2h', '--yes', '--lang', 'fr', '--from']
  await reserve(sandbox, [...words, 'demain 9h'])
  const { code, notes } = await reserve(sandbox, [...words, 'demain 10h'])
  expect(code).toBe(1)
  expect(notes).toContain('«\u00a0Vidéoprojecteur\u00a0» est déjà réservé')
  expect(notes).toContain('mar. 24 nov. 2026, 09:00 – 11:00, par vous\n')
})

test('what is in the way for days is told once', async () => {
  const sandbox = await site()
  await reserve(sandbox, ['new', '1', '--from', 'tomorrow 9:00', '--for', '3 days', '--yes'])
  const words = ['new', '1', '--from', '15:00', '--for', '1h', '--every', 'day', '--until', '+4 days', '--yes']
  const { notes } = await reserve(sandbox, words)
  expect(notes.match(/by you/g)).toHaveLength(1)
})

test.each(['+2 semaines', '2 semaines'])(
  '--until "%s" counts from the first reservation, and says so',
  async (until) => {
    const platform = await watched()
    const words = ['new', '1', '--from', 'mercredi 9h', '--for', '1h', '--every', 'semaine', '--until', until]
    const { code, notes } = await reserve(platform, [...words, '--yes', '--lang', 'fr'])
    expect([code, platform.begins()]).toEqual([
      0,
      ['2026-11-25 09:00:00', '2026-12-02 09:00:00', '2026-12-09 09:00:00'],
    ])
    expect(notes).toContain('3 réservations, du mer. 25 nov. au mer. 9 déc.\n')
  },
)

test('a repetition that comes to one reservation says so', async () => {
  const words = ['new', '1', '--from', 'mercredi 9h', '--for', '1h', '--every', 'semaine', '--until', 'samedi', '--yes']
  const { notes } = await reserve(await site(), [...words, '--lang', 'fr'])
  expect(notes).toContain('1 réservation, le mer. 25 nov.\n')
})

test('before a repetition is made, a person sees how many, and until which day of which year', async () => {
  const sandbox = await site()
  const words = ['new', '1', '--from', 'mercredi 9h', '--for', '1h', '--every', 'semaine', '--until', '+6 semaines']
  const { code, notes } = await reserve(sandbox, [...words, '-m', 'x', '--lang', 'fr'], {
    columns: 80,
    answers: [['Faire ces 7 réservations', false]],
  })
  expect([code, sandbox.writes]).toEqual([130, []])
  expect(notes).toContain('7 réservations, du mer. 25 nov. au mer. 6 janv. 2027\n')
})

test.each([[['--repeat', 'semaine']], [['--repeat']]])('%s is told that --every is meant', async (repeat) => {
  const { code, notes } = await reserve(await site(), ['new', '1', '--from', '15:00', '--for', '1h', ...repeat])
  expect([code, notes]).toEqual([2, expect.stringMatching(/--repeat[\s\S]*--every/)])
})

test('who is asked for the end alone sees what was understood of the start', async () => {
  const { code, notes } = await reserve(
    await site(),
    ['new', '1', '--from', 'après-demain matin', '--yes', '--lang', 'fr'],
    {
      columns: 80,
      answers: [[/Début\u00a0: mer\. 25 nov\. 2026.*08:00\. Jusqu’à quand/, '10h']],
    },
  )
  expect(code).toBe(0)
  expect(stripVTControlCharacters(notes)).toContain('mer. 25 nov. 2026, 08:00 –\n  10:00')
})

test('who cannot be asked is told it too', async () => {
  const { code, notes } = await reserve(await site(), ['new', '1', '--from', 'après-demain matin', '--lang', 'fr'])
  expect([code, notes]).toEqual([
    2,
    expect.stringMatching(/--for \(début\u00a0: mer\. 25 nov\. 2026.*08:00\)[\s\S]*--for 2h/),
  ])
})

test.each([
  ['semane', 'fr', 'semaine'],
  ['wek', 'en', 'week'],
])('--every %s is told in %s with what was meant', async (every, lang, meant) => {
  const sandbox = await site()
  const { code, notes } = await reserve(sandbox, ['new', '1', '--every', every, '--lang', lang])
  expect([code, notes.split('→')[1]]).toEqual([
    2,
    expect.stringContaining(`${meant} ?`.replace(' ', lang === 'fr' ? '\u00a0' : '')),
  ])
})

test('to somebody who is there, the next free slot is offered in the place of the one that is taken', async () => {
  const sandbox = await site()
  await reserve(sandbox, ['new', '1', '--for', '2h', '--yes', '--from', 'demain 9h', '--lang', 'fr'])
  const { code, notes } = await reserve(
    sandbox,
    ['new', '1', '--for', '1h', '--from', 'demain 10h', '--lang', 'fr', '--comment', 'Revue'],
    {
      columns: 80,
      answers: [
        [/Libre ensuite\u00a0: mar\. 24 nov\. 2026, 11:00 – 12:00/, true],
        ['Réserver', true],
      ],
    },
  )
  expect(code).toBe(0)
  expect(stripVTControlCharacters(notes)).toMatch(/Réservation n°\s3 enregistrée[^\n]*11:00/)
})
