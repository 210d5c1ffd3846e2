import { beforeAll, describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Caller, login, searchPath } from './caller.ts'

const AT = new Date('2026-06-01T10:00:00Z')
const day = (days: number) => new Date(AT.getTime() - days * 86_400_000)

/** Bob has four tickets in the seed; these come before them in time. */
async function bobsTickets(glpi: '10.0' | '11.0' = '11.0'): Promise<{ sandbox: Sandbox; bob: Caller; ids: number[] }> {
  const sandbox = await openSandbox({ glpi, clock: () => AT })
  const add = (title: string, more: object) => sandbox.addTicket({ title, requester: 'bob', ...more })
  const ids = [
    add('Écran noir', { urgency: 5, category: 1, opened: day(900) }),
    add('Ecran figé', { urgency: 2, category: 3, status: 'assigned', opened: day(800) }),
    add('Courriel perdu', { urgency: 3, category: 5, status: 'closed', opened: day(700) }),
    add('DNS à changer', { urgency: 3, category: 4, status: 'solved', opened: day(600), timeToResolve: day(650) }),
  ]
  return { sandbox, bob: await login(sandbox, 'bob'), ids }
}

describe('a list', () => {
  test('is answered in part with 206 and Content-Range, whole with 200', async () => {
    const { bob } = await bobsTickets()
    const part = await bob.get('/Ticket?range=0-1')
    const whole = await bob.get('/Ticket?range=0-7')
    expect([part.status, part.headers.get('content-range'), part.json.length]).toEqual([206, '0-1/8', 2])
    expect([whole.status, whole.headers.get('content-range'), whole.json.length]).toEqual([200, '0-7/8', 8])
  })

  test('past its end answers 400', async () => {
    const { bob } = await bobsTickets()
    const answered = await bob.get('/Ticket?range=8-17')
    expect([answered.status, answered.json[0]]).toEqual([400, 'ERROR_RANGE_EXCEED_TOTAL'])
  })

  test('that is empty answers 200 without Content-Range', async () => {
    const { bob, ids } = await bobsTickets()
    const answered = await bob.get(`/Ticket/${ids[0]}/ITILFollowup?range=0-9`)
    expect([answered.status, answered.json, answered.headers.get('content-range')]).toEqual([200, [], null])
  })

  test('is sorted by a column, either way', async () => {
    const { bob } = await bobsTickets()
    const up = await bob.get('/Ticket?sort=date&range=0-99')
    const down = await bob.get('/Ticket?sort=date&order=DESC&range=0-99')
    const dates = (json: Array<{ date: string }>) => json.map(({ date }) => date)
    expect(dates(up.json)).toEqual(dates(down.json).reverse())
    expect(up.json[0].name).toBe('Écran noir')
  })

  test('cannot be sorted by a column that is not there', async () => {
    const { bob } = await bobsTickets()
    expect((await bob.get('/Ticket?sort=nope')).status).toBe(400)
  })

  test('is narrowed by searchText', async () => {
    const { bob } = await bobsTickets()
    expect((await bob.get('/Ticket?searchText[name]=courriel')).json).toHaveLength(1)
  })

  test('shows a new ticket at once', async () => {
    const { sandbox, bob } = await bobsTickets()
    await bob.get('/Ticket?range=0-0')
    sandbox.addTicket({ title: 'Tout neuf', requester: 'bob' })
    expect((await bob.get('/Ticket?range=0-0')).headers.get('content-range')).toBe('0-0/9')
  })
})

describe('a search', () => {
  let bob: Caller
  let ids: number[]
  beforeAll(async () => {
    ;({ bob, ids } = await bobsTickets())
  })

  const found = async (path: string): Promise<number[]> => {
    const { json } = await bob.get(`${path}&forcedisplay[0]=2&range=0-99`)
    return (json.data ?? []).map((row: Record<string, number>) => row['2']).filter((id: number) => ids.includes(id))
  }
  const places = (found: number[]) => found.map((id) => ids.indexOf(id))

  test.each([
    { field: 1, searchtype: 'contains', value: 'ECRAN', finds: [0, 1] },
    { field: 1, searchtype: 'contains', value: '^écran', finds: [0, 1] },
    { field: 1, searchtype: 'contains', value: 'noir$', finds: [0] },
    { field: 1, searchtype: 'notcontains', value: 'ecran', finds: [2, 3] },
    { field: 1, searchtype: 'equals', value: 'Courriel perdu', finds: [2] },
    { field: 10, searchtype: 'equals', value: '3', finds: [2, 3] },
    { field: 10, searchtype: 'notequals', value: '3', finds: [0, 1] },
    { field: 10, searchtype: 'morethan', value: '3', finds: [0] },
    { field: 12, searchtype: 'equals', value: 'notold', finds: [0, 1] },
    { field: 12, searchtype: 'equals', value: 'old', finds: [2, 3] },
    { field: 12, searchtype: 'equals', value: 'notclosed', finds: [0, 1, 3] },
    { field: 12, searchtype: 'equals', value: 'process', finds: [1] },
    { field: 12, searchtype: 'equals', value: 'all', finds: [0, 1, 2, 3] },
    { field: 12, searchtype: 'equals', value: '5', finds: [3] },
    { field: 7, searchtype: 'equals', value: '2', finds: [] },
    { field: 7, searchtype: 'under', value: '2', finds: [1, 3] },
    { field: 7, searchtype: 'contains', value: 'site web', finds: [1] },
    { field: 4, searchtype: 'equals', value: '11', finds: [0, 1, 2, 3] },
    { field: 4, searchtype: 'equals', value: 'myself', finds: [0, 1, 2, 3] },
    { field: 15, searchtype: 'morethan', value: '2024-04-01 00:00:00', finds: [2, 3] },
    { field: 15, searchtype: 'lessthan', value: '-750DAY', finds: [0, 1] },
    { field: 16, searchtype: 'contains', value: 'NULL', finds: [0, 1, 3] },
    { field: 82, searchtype: 'equals', value: '1', finds: [3] },
  ])('$field $searchtype «$value» finds $finds', async ({ field, searchtype, value, finds }) => {
    expect(places(await found(searchPath(field, searchtype, value)))).toEqual(finds)
  })

  const criterion = (index: number, field: number, searchtype: string, value: string, link = '') =>
    `criteria[${index}][field]=${field}&criteria[${index}][searchtype]=${searchtype}&criteria[${index}][value]=${value}` +
    (link ? `&criteria[${index}][link]=${encodeURIComponent(link)}` : '')

  test.each([
    { link: 'AND', finds: [1] },
    { link: 'OR', finds: [0, 1, 3] },
    { link: 'AND NOT', finds: [0] },
  ])('joins two criteria with $link', async ({ link, finds }) => {
    const path = `/search/Ticket?${criterion(0, 1, 'contains', 'ecran')}&${criterion(1, 7, 'under', '2', link)}`
    expect(places(await found(path))).toEqual(finds)
  })

  test('binds AND tighter than OR', async () => {
    const path = `/search/Ticket?${criterion(0, 1, 'contains', 'noir')}&${criterion(1, 1, 'contains', 'DNS', 'OR')}&${criterion(2, 12, 'equals', '5', 'AND')}`
    expect(places(await found(path))).toEqual([0, 3])
  })

  test('takes criteria inside a criterion', async () => {
    const inner = (index: number, value: string, link: string) =>
      `criteria[1][criteria][${index}][field]=1&criteria[1][criteria][${index}][value]=${value}&criteria[1][criteria][${index}][link]=${link}`
    const path = `/search/Ticket?${criterion(0, 12, 'equals', 'all')}&criteria[1][link]=AND&${inner(0, 'noir', 'AND')}&${inner(1, 'dns', 'OR')}`
    expect(places(await found(path))).toEqual([0, 3])
  })

  test('refuses an unknown field', async () => {
    const answered = await bob.get(searchPath(987654, 'contains', 'x'))
    expect([answered.status, answered.json[0]]).toEqual([400, 'ERROR'])
  })

  test('that finds nothing has no data', async () => {
    const answered = await bob.get(searchPath(1, 'contains', 'zzzzzz', '&range=0-9'))
    expect(answered).toMatchObject({ status: 200, json: { totalcount: 0, count: 0, 'content-range': '0--1/0' } })
    expect(answered.json).not.toHaveProperty('data')
    expect(answered.headers.get('content-range')).toBeNull()
  })

  test('sorts by a field, and pages cut the same order', async () => {
    const sorted = searchPath(12, 'equals', 'all', '&sort=15&order=ASC&forcedisplay[0]=2')
    const whole = await bob.get(`${sorted}&range=0-7`)
    const pages = await Promise.all(['0-2', '3-5', '6-7'].map((range) => bob.get(`${sorted}&range=${range}`)))
    expect(pages.flatMap(({ json }) => json.data)).toEqual(whole.json.data)
    expect(pages.map(({ status }) => status)).toEqual([206, 206, 206])
  })

  test('gives full names in HTML with giveItems', async () => {
    const { json } = await bob.get(
      searchPath(1, 'contains', 'figé', '&forcedisplay[0]=4&forcedisplay[1]=5&giveItems=true'),
    )
    expect(json.data).toEqual([{ 1: 'Ecran figé', 2: expect.any(Number), 4: '11', 5: '10' }])
    expect(json.data_html[0]['5']).toBe('Marchand Téo ')
  })

  test('gives a list where a field holds several values', async () => {
    const { sandbox } = await bobsTickets()
    sandbox.addTicket({ title: 'À plusieurs', requester: 'bob', equipment: ['Computer:1', 'Computer:2'] })
    const { json } = await (await login(sandbox, 'bob')).get(
      searchPath(1, 'contains', 'plusieurs', '&forcedisplay[0]=13&forcedisplay[1]=7'),
    )
    expect(json.data).toEqual([{ 1: 'À plusieurs', 2: expect.any(Number), 7: null, 13: ['1', '2'] }])
  })

  test('sorts by title on 10.0 when not told otherwise', async () => {
    const old = await bobsTickets('10.0')
    const { json } = await old.bob.get(searchPath(1, 'contains', 'cr', '&forcedisplay[0]=1'))
    expect(json.sort).toEqual(['1'])
  })

  test('of the FAQ takes field 6 on 10.0 and refuses it on 11.0', async () => {
    const path =
      '/search/KnowbaseItem?criteria[0][field]=6&criteria[0][searchtype]=contains&criteria[0][value]=zimbra&forcedisplay[0]=6'
    const old = await bobsTickets('10.0')
    expect((await old.bob.get(path)).json.data).toEqual([{ 6: 'Configurer Zimbra sur Thunderbird' }])
    expect((await bob.get(path)).status).toBe(400)
  })

  test('of reservable items answers an HTML scrap: 200 on 10.0, 500 on 11.0', async () => {
    const old = await bobsTickets('10.0')
    const [on10, on11] = [await old.bob.get('/search/ReservationItem'), await bob.get('/search/ReservationItem')]
    expect([on10.status, on10.json, on11.status, on11.json]).toEqual([200, undefined, 500, undefined])
  })
})

test('listSearchOptions tells each field', async () => {
  const alice = await login(await openSandbox(), 'alice')
  const { json } = await alice.get('/listSearchOptions/Ticket')
  expect(json['12']).toMatchObject({ name: 'Statut', table: 'glpi_tickets', field: 'status' })
  expect(json['7']).toMatchObject({ name: 'Catégorie', field: 'completename', datatype: 'dropdown' })
})

test('a platform may refuse a range that only ends beyond the list, and says how many there are', async () => {
  const sandbox = await openSandbox({ configuration: { refusesLongRanges: true } })
  const bob = await login(sandbox, 'bob')
  const refused = await bob.get('/Ticket?range=0-49')
  expect([refused.status, refused.json[0], refused.json[1]]).toEqual([
    400,
    'ERROR_RANGE_EXCEED_TOTAL',
    expect.stringContaining(': 4'),
  ])
  expect((await bob.get('/Ticket?range=0-3')).json).toHaveLength(4)
})

test('a search whose page holds a broken ticket fails, unless it is asked for its number alone', async () => {
  const sandbox = await openSandbox()
  const bob = await login(sandbox, 'bob')
  const [{ id }] = (await bob.get('/Ticket?range=0-0')).json
  Object.assign(sandbox.configuration, { brokenTickets: [id] })
  expect((await bob.get('/search/Ticket?forcedisplay[0]=2&forcedisplay[1]=1')).status).toBe(500)
  expect((await bob.get('/search/Ticket?forcedisplay[0]=2')).status).toBe(200)
  expect((await bob.get(`/Ticket/${id}`)).status).toBe(200)
})
