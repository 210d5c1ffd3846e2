import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const asked = {
  'fr_FR.UTF-8': {
    ...{ item: 'Que voulez-vous réserver', from: 'À partir de quand', to: 'Jusqu’à quand', comment: 'Commentaire' },
    ...{ start: 'après-demain 9h', end: '11h', send: 'Réserver ?', done: /Réservation n°\s\d+ enregistrée/ },
  },
  'en_GB.UTF-8': {
    ...{ item: 'What would you like', from: 'From when', to: 'Until when', comment: 'Comment' },
    ...{ start: 'the day after tomorrow 9am', end: '11:00', send: 'Reserve it', done: /Reservation no\. \d+ made/ },
  },
} as const

test.each([
  { glpi: '10.0', language: 'fr_FR.UTF-8', cancelled: 5 },
  { glpi: '11.0', language: 'en_GB.UTF-8', cancelled: 0 },
] as const)(
  'on GLPI $glpi, in $language, a person reserves by answering, sees it listed, and cancels it as far as the platform lets them',
  async ({ glpi, language, cancelled }) => {
    const says = asked[language]
    const site = await openSite({ glpi })
    const env = { ...site.env, LANG: language, TZ: 'Europe/Paris' }
    const person = personAt(['reservation', 'new'], { env, folder: site.folder })
    await person.sees(says.item)
    person.types(key.enter)
    await person.sees(says.from)
    person.types(`${says.start}${key.enter}`)
    await person.sees(says.to)
    person.types(`${says.end}${key.enter}`)
    await person.sees(says.comment)
    person.types(`Formation${key.enter}`)
    await person.sees(says.send)
    person.types(key.enter)
    await person.sees(says.done)
    expect(await person.leaves()).toBe(0)

    const { out } = await runBin(['reservation', 'list', '--json'], { ...site, env })
    const [made] = JSON.parse(out) as Array<{ id: number; start: string }>
    expect(made).toMatchObject({ item: 'Vidéoprojecteur', comment: 'Formation', mine: true })
    expect(made?.start).toMatch(/T09:00:00/)
    const again = await runBin(['reservation', 'cancel', String(made?.id), '--yes'], { ...site, env })
    expect(again.code).toBe(cancelled)
  },
)

test('who goes back finds the date as it was typed, and an empty one says what is wanted', async () => {
  const site = await openSite({ glpi: '11.0' })
  const env = { ...site.env, LANG: 'fr_FR.UTF-8', TZ: 'Europe/Paris' }
  const person = personAt(['reservation', 'new'], { env, folder: site.folder })
  await person.sees('Que voulez-vous réserver')
  person.types(key.enter)
  await person.sees('À partir de quand')
  person.types(key.enter)
  await person.sees('Il faut une date, par exemple demain 14h')
  person.types(`demain 14h${key.enter}`)
  await person.sees('Jusqu’à quand')
  person.types('\u001b[Z')
  await person.sees(/\n\? À partir de quand[^\n]*:\s+demain 14h/)
  person.types('\u0003')
  expect(await person.leaves()).toBe(130)
})

test('two who reserve the same thing at once: one has it, the other is told who', async () => {
  const site = await openSite({ glpi: '11.0' })
  const henri = { ...site.env, IPEOS_USER: 'henri', IPEOS_PASSWORD: 'henri-secret', IPEOS_LANG: 'fr' }
  const words = ['reservation', 'new', 'Valise', '--from', 'demain 9h', '--for', '2h', '--yes']
  const [one, other] = await Promise.all([
    runBin(words, site),
    runBin([...words, '--profile', 'Self-Service'], { ...site, env: henri }),
  ])
  expect([one.code, other.code].sort()).toEqual([0, 1])
  expect(`${one.notes}${other.notes}`).toContain('Libre ensuite')
})
