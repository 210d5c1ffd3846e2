import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'

test.each(['10.0', '11.0'] as const)('a list of articles that never ends is given up, on GLPI %s', async (glpi) => {
  const site = await openSandbox({ glpi })
  let asked = 0
  let row: object | undefined
  const fetch = async (request: Request): Promise<Response> => {
    const answer = await site.fetch(request)
    if (!request.url.includes('/search/KnowbaseItem')) return answer
    asked += 1
    const body = (await answer.json()) as { data?: object[] }
    row ??= body.data?.[0]
    const rows = Array.from({ length: 50 }, () => ({ ...row, 9999: `${asked}`.padEnd(20_000) }))
    const headers = { 'Content-Type': 'application/json' }
    return new Response(JSON.stringify({ totalcount: 1_000_000, data: rows }), { headers })
  }
  const { code, notes } = await newDesk({ fetch }).ipeos(['faq', 'list'])
  expect({ code, notes }).toEqual({ code: 6, notes: expect.stringContaining('MB') })
  expect(asked).toBeLessThan(10)
})
