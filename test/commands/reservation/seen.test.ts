import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { readSeen } from '../../../src/settings/read-seen.ts'
import { newDesk } from '../../support/desk.ts'

test('articles, items and reservations that were seen are there for completion', async () => {
  const desk = newDesk(await openSandbox({ glpi: '11.0' }))
  const cache = `${desk.home}/.cache/ipeos`
  await desk.ipeos(['faq', 'list'])
  await desk.ipeos(['reservation', 'new', '1', '--from', 'tomorrow 9:00', '--for', '1h', '--yes'])
  await desk.ipeos(['reservation', 'list'])
  const seen = readSeen(cache, 'alice@support.example')
  expect(seen.article).toContainEqual({ value: '2', about: 'Configurer Zimbra sur Thunderbird' })
  expect(seen['reservation-item']).toContainEqual({ value: '2', about: 'Écran mobile' })
  expect(seen.reservation).toMatchObject([{ value: '2', about: expect.stringMatching(/^Vidéoprojecteur, .*09:00/) }])
})
