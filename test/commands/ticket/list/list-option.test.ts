import { describe, expect, test } from 'vitest'
import {
  limitOption,
  sortOption,
  statusesOf,
  statusFilter,
  urgencyOption,
} from '../../../../src/commands/ticket/list/list-option.ts'
import { ticketNumber } from '../../../../src/commands/ticket/ticket-number.ts'
import { WrongUsage } from '../../../../src/errors/error.ts'
import { translator } from '../../../support/translator.ts'

const status = statusFilter(translator('fr'))
const urgencyOf = urgencyOption(translator('fr'))

describe('--status', () => {
  test('unsaid means whatever is not closed: a solved ticket still waits for an answer', () => {
    expect(statusesOf()).toEqual(['new', 'assigned', 'planned', 'pending', 'solved'])
  })

  test('adds up when repeated', () => {
    expect(statusesOf(status('closed', status('new')))).toEqual(['new', 'closed'])
  })

  test('takes the words that the list shows, too', () => {
    expect(statusesOf(status('résolu'))).toEqual(['solved'])
    expect(status('ouverts,tous')).toEqual(['open', 'all'])
    expect(urgencyOf('Très haute')).toEqual(['very-high'])
  })

  test('all means every ticket', () => {
    expect(statusesOf(['new', 'all'])).toBeUndefined()
  })

  test('refuses an unknown word, and names those that exist', () => {
    expect(() => status('réslu')).toThrow(
      expect.objectContaining({
        exitCode: 2,
        hint: {
          key: 'program.perhaps-one-of',
          parameters: {
            near: 'résolu',
            choices: expect.stringContaining('résolu (solved), clos (closed), ouverts (open)'),
          },
        },
      }),
    )
  })
})

describe('--urgency', () => {
  test.each(['high', 'HIGH', '4'])('takes %s', (value) => {
    expect(urgencyOf(value)).toEqual(['high'])
  })

  test.each(['6', '0', 'urgent', ''])('refuses %j', (value) => {
    expect(() => urgencyOf(value)).toThrow(WrongUsage)
  })
})

describe('--sort', () => {
  test.each([
    ['changed', { by: 'changed', order: 'descending' }],
    ['title', { by: 'title', order: 'ascending' }],
    ['title:desc', { by: 'title', order: 'descending' }],
    ['id:asc', { by: 'id', order: 'ascending' }],
  ])('%s means %j', (value, expected) => {
    expect(sortOption(value)).toEqual(expected)
  })

  test.each(['date', 'title:up', ''])('refuses %j', (value) => {
    expect(() => sortOption(value)).toThrow(WrongUsage)
  })
})

describe('--limit', () => {
  test('takes a whole number', () => {
    expect(limitOption('list.bad-limit-hint')('200')).toBe(200)
  })

  test.each(['0', '-1', '1.5', 'dix', '', '1e3', '99999999999999999999'])('refuses %j', (value) => {
    expect(() => limitOption('list.bad-limit-hint')(value)).toThrow(WrongUsage)
  })
})

describe('a ticket', () => {
  test.each([
    '15',
    '#15',
    ' n° 15 ',
    'https://support.example/front/ticket.form.php?id=15',
    'https://support.example/glpi/front/ticket.form.php?_glpi_tab=1&id=15#followup_3',
    'https://support.example/Ticket/15',
    'https://support.example/glpi/Ticket/15/Followup?x=1',
  ])('is meant by %s', (value) => {
    expect(ticketNumber(value)).toBe(15)
  })

  test.each([
    '',
    'abc',
    '0',
    '-15',
    '1.5',
    '15a',
    '99999999999999999999',
    'https://support.example/Computer/15',
    'https://support.example/front/ticket.form.php?pid=15',
  ])('is not meant by %j', (value) => {
    expect(() => ticketNumber(value)).toThrow(WrongUsage)
  })
})
