import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

const env = { TZ: 'Europe/Paris' }

test('an hour that the change to summer time leaves out is refused with the nearest, and nothing is booked', async () => {
  const story = await shellStory(
    `
    up
    ipeos reservation new 2 --from '2027-03-28 02:30' --for 1h --yes; echo $?
    ipeos reservation new 2 --from '2027-03-28 01:00' --to '2027-03-28 02:30' --yes; echo $?
    ipeos reservation list --json start >reservations.json
    down
  `,
    { env },
  )
  expect(story).toMatchObject({ code: 0, out: '2\n2\n' })
  expect(story.err).toContain('The nearest: 2027-03-28 01:59, or 2027-03-28 03:00.')
  expect(story.json('reservations.json')).toEqual([])
})

test('an hour that the change to winter time shows twice is booked once it is said which', async () => {
  const story = await shellStory(
    `
    up
    ipeos reservation new 2 --from '2027-10-31 02:30' --for 1h --yes; echo $?
    ipeos reservation new 2 --from '2027-10-31T02:30+01:00' --for 1h --yes >number; echo $?
    ipeos reservation list --json start,end >reservations.json
    down
  `,
    { env },
  )
  expect(story).toMatchObject({ code: 0, out: '2\n0\n' })
  expect(story.err).toContain('Say which: 2027-10-31T02:30:00+02:00, or 2027-10-31T02:30:00+01:00.')
})
