import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { movedZone } from '../../support/moved-zone.ts'
import { examined } from './examined.ts'

const env = { IPEOS_URL: 'sandbox' }

test.each([
  ['fr', /avancent de 60 minutes.*fuseau/, /Rien à faire/],
  ['en', /60 minutes ahead.*zone/, /Nothing to do/],
] as const)(
  'in %s, a platform in another zone than at the last command is noticed, once',
  async (language, says, repair) => {
    const platform = movedZone(await openSandbox(), () => new Date())
    const desk = newDesk(platform)
    await desk.ipeos(['ticket', 'list'], { env })
    expect((await examined(desk, language, { env })).check('clock').status).toBe('ok')
    platform.minutes = 60
    const found = await examined(desk, language, { env })
    expect(found.check('clock')).toMatchObject({ status: 'warning', exitCode: null })
    expect(found.check('clock').seen).toMatch(says)
    expect(found.check('clock').repair).toMatch(repair)
    expect((await examined(desk, language, { env })).check('clock').status).toBe('ok')
  },
)
