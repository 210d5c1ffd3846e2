import { expect, test } from 'vitest'
import { hasJobControl } from '../../src/app/job-control.ts'

test.each([
  ['a group of its own is a job', '4711 (node) S 4700 4711 4700 34816 4711 0', true],
  ['what leads its terminal is none', '4711 (node) S 4700 4700 4700 34816 4700 0', false],
  ['a name may hold anything', '4711 (a) b (c) S 4700 4711 4700 34816 4711 0', true],
  ['a system that does not tell has one', '', true],
])('%s', (_, stat, isJob) => {
  expect(hasJobControl(stat)).toBe(isJob)
})
