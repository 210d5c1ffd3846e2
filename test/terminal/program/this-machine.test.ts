import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { isTelling, readNameplate, valuesIn } from '../../../src/terminal/program/this-machine.ts'

test('a computer has its name, and only numbers that tell it from others', async () => {
  const machine = await readNameplate({ platform: process.platform, env: process.env })
  expect(machine.hostName).toBe(hostname())
  expect(machine.numbers.filter((number) => !isTelling(number))).toEqual([])
})

test('on a system of which nothing is known, the name is enough', async () => {
  expect(await readNameplate({ platform: 'aix', env: {} })).toEqual({ hostName: hostname(), numbers: [] })
})

test('programs that are not there keep nothing back', async () => {
  expect(await readNameplate({ platform: 'win32', env: { PATH: '/nowhere' } })).toMatchObject({ numbers: [] })
})

test.each([
  [
    'ioreg',
    '    "IOPlatformSerialNumber" = "C02XL0AAJGH5"\n    "IOPlatformUUID" = "1A2B3C4D-0000-1111-2222-333344445555"\n    "model" = <"Mac">\n',
    ['C02XL0AAJGH5', '1A2B3C4D-0000-1111-2222-333344445555'],
  ],
  ['wmic', '\r\r\nIdentifyingNumber=5CG1234XYZ\r\r\nUUID=4C4C4544-0042\r\r\n', ['5CG1234XYZ', '4C4C4544-0042']],
  [
    'PowerShell',
    '{\r\n    "IdentifyingNumber":  "5CG1234XYZ",\r\n    "UUID":  "4C4C4544-0042"\r\n}\r\n',
    ['5CG1234XYZ', '4C4C4544-0042'],
  ],
])('what %s prints is understood', (_program, output, numbers) => {
  expect(valuesIn(output)).toEqual(numbers)
})

test.each(['To Be Filled By O.E.M.', 'None', 'Default string', '00000000', 'System Serial Number', 'N/A', ''])(
  '“%s” tells no machine from another',
  (number) => {
    expect(isTelling(number)).toBe(false)
  },
)
