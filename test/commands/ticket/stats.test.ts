import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

const at = (text: string) => new Date(`${text}Z`)
const of2019 = ['ticket', 'stats', '--since', '2019-01-01', '--until', '2019-03-31']

/** Four tickets of bob's in 2019, of which three are solved: after one, two and ten hours. */
async function bobsDesk(glpi: '10.0' | '11.0' = '11.0') {
  const site = await openSandbox({ glpi })
  const solved = (hours: number) => [
    { content: 'x', at: new Date(at('2019-01-10T08:00').getTime() + hours * 3_600_000) },
  ]
  const add = (ticket: object) =>
    site.addTicket({ title: 'T', requester: 'bob', opened: at('2019-01-10T08:00'), ...ticket })
  add({ status: 'closed', category: 3, solutions: solved(1) })
  add({ status: 'closed', category: 3, solutions: solved(2) })
  add({ status: 'solved', solutions: solved(10) })
  add({ status: 'new', category: 5, opened: at('2019-03-31T18:30') })
  add({ opened: at('2019-04-01T08:00') })
  return { site, ...newDesk(site, { user: 'bob' }) }
}

describe.each(glpiVersions)('the figures on GLPI %s', (glpi) => {
  test('count the tickets of the period by status, category and month, and tell how long they took', async () => {
    const { out, code } = await (await bobsDesk(glpi)).ipeos([...of2019, '--format', 'csv'])
    expect(code).toBe(0)
    expect(out.trimEnd().split('\n')).toEqual([
      'figure,by,name,value',
      'tickets,total,,4',
      'tickets,status,new,1',
      'tickets,status,assigned,0',
      'tickets,status,planned,0',
      'tickets,status,pending,0',
      'tickets,status,solved,1',
      'tickets,status,closed,2',
      'tickets,category,Hébergement > Site web,2',
      'tickets,category,,1',
      'tickets,category,Messagerie,1',
      'tickets,month,2019-01,3',
      'tickets,month,2019-02,0',
      'tickets,month,2019-03,1',
      'seconds-to-take,count,,3',
      'seconds-to-take,median,,1200',
      'seconds-to-take,ninety-percent,,1200',
      'seconds-to-solve,count,,3',
      'seconds-to-solve,median,,7200',
      'seconds-to-solve,ninety-percent,,36000',
    ])
  })

  test('of many tickets take few requests', async () => {
    const site = await openSandbox({ glpi, tickets: 3000 })
    const { out } = await newDesk(site, { user: 'teo' }).ipeos(['ticket', 'stats', '--since', '10 years', '--json'])
    expect(JSON.parse(out)[0]).toMatchObject({ by: 'total', value: expect.toSatisfy((value) => value > 2900) })
    expect(site.requests.filter(({ path }) => path.includes('/search/')).length).toBeLessThan(6)
  })
})

describe('on a terminal', () => {
  test.each([
    [40, 'fr'],
    [80, 'en'],
  ])('bars fit %d columns in %s', async (columns, lang) => {
    const { out } = await (await bobsDesk()).ipeos([...of2019, '--lang', lang], { columns, env: { NO_COLOR: '1' } })
    expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(columns)
    expect(out).toMatch(lang === 'fr' ? /clos +2 {2}█+\n/ : /closed +2 {2}█+\n/)
  })

  test('the longest bar is that of the most, and nothing stands for none', async () => {
    const { out } = await (await bobsDesk()).ipeos(of2019, { columns: 80, env: { NO_COLOR: '1' } })
    const [january = '', february = '', march = ''] = out
      .split('\n')
      .filter((line) => /20(19)/.test(line))
      .slice(1)
    const bar = (line: string) => /█*$/.exec(line)?.[0].length
    expect([bar(january), bar(february), bar(march)]).toEqual([40, 0, 13])
  })

  test('nothing is drawn where plain lines are asked for', async () => {
    const { out } = await (await bobsDesk()).ipeos([...of2019, '--plain'], { columns: 80 })
    expect(out).not.toContain('█')
    expect(out).toContain('closed: 2')
  })

  test('many months are told by the year', async () => {
    const { ipeos } = await bobsDesk()
    const { out } = await ipeos(['ticket', 'stats', '--since', '2010-01-01', '--until', '2019-12-31'], {
      columns: 80,
      env: { NO_COLOR: '1' },
    })
    expect(out).toMatch(/\n2018 +0\n2019 +5 +█+\n/)
  })

  test('a period without a ticket is said to be one', async () => {
    const { ipeos } = await bobsDesk()
    const result = await ipeos(['ticket', 'stats', '--until', '1999-12-31'], { columns: 80 })
    expect([result.code, result.out, result.notes]).toEqual([0, '', expect.stringContaining('ipeos ticket stats')])
  })
})

test('without a period it is about the last twelve months, this one with them', async () => {
  const { ipeos } = newDesk(await openSandbox())
  const { out } = await ipeos(['ticket', 'stats', '--json'], { world: { now: () => new Date() } })
  const months = (JSON.parse(out) as Array<{ by: string; name: string }>).filter(({ by }) => by === 'month')
  expect([months.length, months.at(-1)?.name]).toEqual([12, new Date().toISOString().slice(0, 7)])
})
