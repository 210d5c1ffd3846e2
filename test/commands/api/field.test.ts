import { describe, expect, test } from 'vitest'
import { fieldOptions, nested, typedValue } from '../../../src/commands/api/field.ts'

const plainOf = (fields: Array<[string, unknown]>) =>
  JSON.parse(JSON.stringify(nested(fields.map(([key, value]) => ({ key, value })))))

describe('fields become one object', () => {
  test.each<[string, Array<[string, unknown]>, unknown]>([
    [
      'keys',
      [
        ['a', 'x'],
        ['b', 1],
      ],
      { a: 'x', b: 1 },
    ],
    [
      'groups',
      [
        ['input[name]', 'x'],
        ['input[urgency]', 4],
      ],
      { input: { name: 'x', urgency: 4 } },
    ],
    ['numbers of PHP as keys', [['criteria[0][field]', '12']], { criteria: { 0: { field: '12' } } }],
    [
      'lists',
      [
        ['ids[]', 1],
        ['ids[]', 2],
      ],
      { ids: [1, 2] },
    ],
    [
      'lists of things',
      [
        ['input[][name]', 'a'],
        ['input[][urgency]', 1],
        ['input[][name]', 'b'],
      ],
      { input: [{ name: 'a', urgency: 1 }, { name: 'b' }] },
    ],
    ['deep groups', [['input[items_id][Computer][]', 3]], { input: { items_id: { Computer: [3] } } }],
  ])('%s', (_what, fields, object) => {
    expect(plainOf(fields)).toEqual(object)
  })

  test('a key of JavaScript itself is a key like any other', () => {
    nested([{ key: '__proto__[polluted]', value: true }])
    expect('polluted' in {}).toBe(false)
  })

  test.each([[['a', 'a']], [['a', 'a[b]']], [['a[b]', 'a']], [['a[]', 'a[b]']]])('%j contradict each other', (keys) => {
    expect(() => nested(keys.map((key) => ({ key, value: 'x' })))).toThrow('field-twice')
  })
})

test.each([
  ['true', true],
  ['false', false],
  ['null', null],
  ['15', 15],
  ['-3', -3],
  ['0', 0],
  ['007', '007'],
  ['1.5', '1.5'],
  ['', ''],
  ['constructor', 'constructor'],
  ['12345678901234567890', '12345678901234567890'],
])('-F %s is %j', (text, value) => {
  expect(typedValue(text)).toBe(value)
})

test('a value may hold anything, = too', () => {
  expect(fieldOptions().raw('input[content]=a=b\nc')).toEqual([
    { key: 'input[content]', value: 'a=b\nc', typed: false, place: 1 },
  ])
})

test.each(['name', '=x', 'a[=x', 'a]b=x', '[a]=x'])('%s is no field', (text) => {
  expect(() => fieldOptions().raw(text)).toThrow('wrong-assignment')
})
