import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../support/desk.ts'

const payload = (name: string): string => readFileSync(new URL(`payload/${name}.json`, import.meta.url), 'utf8')

async function monitored() {
  const site = await openSandbox()
  const desk = newDesk(site)
  const json = async (words: string[]) => JSON.parse((await desk.ipeos(words)).out)
  return {
    site,
    desk,
    alert: (stdin: string, more: string[] = [], options: CallOptions = {}) =>
      desk.ipeos(['alert', ...more], { stdin, ...options }),
    /** What is said in variables, with nothing on stdin. */
    inVariables: (env: Record<string, string>, more: string[] = []) =>
      desk.ipeos(['alert', ...more], { stdin: '', env }),
    outcomes: async (stdin: string, more: string[] = []) =>
      JSON.parse((await desk.ipeos(['alert', '--json', ...more], { stdin })).out),
    shown: (id: string | number) => json(['ticket', 'show', String(id), '--json']),
    tickets: () => json(['ticket', 'list', '--all', '--status', 'all', '--json', 'id,title,status']),
    drafts: () => json(['draft', 'list', '--json']),
  }
}

const firing = (fingerprint: string, description = 'Still so.') => webhook(fingerprint, 'firing', description)
const resolved = (fingerprint: string) => webhook(fingerprint, 'resolved', 'It was so.')
function webhook(fingerprint: string, status: string, description: string): string {
  const one = { status, fingerprint, labels: { alertname: `Alert ${fingerprint}` }, annotations: { description } }
  return JSON.stringify({ version: '4', groupKey: '{}', receiver: 'ipeos', status, alerts: [one] })
}

describe('ipeos alert, of Alertmanager,', () => {
  test('opens a ticket for each problem, as urgent as it is severe, and prints their numbers', async () => {
    const { alert, shown } = await monitored()
    const { code, out } = await alert(payload('alertmanager'))
    expect(code).toBe(0)
    const [first = '', second = '', ...more] = out.trim().split('\n')
    expect(more).toEqual([])
    expect(await shown(first)).toMatchObject({ title: 'Disk full on srv1', urgency: 'very-high' })
    const { description } = await shown(first)
    expect(description).toMatch(/\/var has 3 % left\.[\s\S]*Since: 2027-03-04T13:02[\s\S]*instance=srv1:9100/)
    expect(description).not.toContain('0001-01-01')
    expect(await shown(second)).toMatchObject({ title: 'InstanceDown — srv2:9100', urgency: 'medium' })
  })

  test('adds what comes again, and that it is over, to the ticket of the problem', async () => {
    const { alert, outcomes, shown, tickets } = await monitored()
    const before = (await tickets()).length
    const [id = ''] = (await alert(payload('alertmanager'))).out.split('\n')
    expect(await outcomes(payload('alertmanager'))).toMatchObject([
      { fingerprint: '1a30ba71cca2921f', action: 'added', ticket: Number(id) },
      { action: 'added' },
    ])
    expect(await outcomes(payload('alertmanager-resolved'))).toMatchObject([
      { state: 'recovered', action: 'recovered', ticket: Number(id), error: null },
    ])
    const { timeline, status } = await shown(id)
    expect(status).toBe('new')
    expect(timeline).toMatchObject([
      { text: expect.stringContaining('3 % left') },
      { text: expect.stringMatching(/^The problem is over, monitoring says\.[\s\S]*Over since: 2027-03-04T14:12/) },
    ])
    expect(await tickets()).toHaveLength(before + 2)
  })

  test('says so when a problem is over that has no ticket (0), and writes nothing', async () => {
    const { alert, site } = await monitored()
    const { code, out, notes } = await alert(payload('alertmanager-resolved'))
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(notes).toContain('No ticket of this problem is open')
    expect(site.writes).toEqual([])
  })

  test('leaves out what says the same too soon, but never that it is over', async () => {
    const { outcomes, shown } = await monitored()
    const hourly = ['--dedupe-every', '1h']
    const [{ ticket }] = await outcomes(firing('a'), hourly)
    expect(await outcomes(firing('a'), hourly)).toMatchObject([{ action: 'left-out', ticket }])
    expect(await outcomes(resolved('a'), hourly)).toMatchObject([{ action: 'recovered', ticket }])
    expect(await outcomes(firing('a'), hourly)).toMatchObject([{ action: 'added', ticket }])
    expect(await outcomes(firing('a'), hourly)).toMatchObject([{ action: 'left-out', ticket }])
    const { timeline } = await shown(ticket)
    expect(timeline).toMatchObject([
      { text: expect.stringMatching(/is over[\s\S]*1 repeat at .* was left out/) },
      { text: expect.stringContaining('Still so.') },
    ])
  })

  test('says how many alerts were cut off, and reads a payload without any', async () => {
    const { alert } = await monitored()
    expect((await alert(payload('grafana'))).notes).toContain('2 alerts were cut off')
    const none = await alert('{"version":"4","groupKey":"{}","receiver":"ipeos","alerts":[]}')
    expect(none).toMatchObject({ code: 0, out: '', notes: expect.stringContaining('nothing to do') })
  })
})

describe('on a ticket that is solved', () => {
  async function solved() {
    const place = await monitored()
    const [{ ticket }] = await place.outcomes(firing('a'))
    await solve(place.site, ticket)
    return { ...place, ticket }
  }

  test('that it is over refuses no solution: nothing is written, and that is said', async () => {
    const { outcomes, alert, shown, ticket } = await solved()
    expect(await outcomes(resolved('a'))).toMatchObject([{ action: 'nothing', ticket }])
    expect((await alert(resolved('a'))).notes).toContain(`Ticket no. ${ticket} of this problem is solved`)
    expect((await shown(ticket)).status).toBe('solved')
  })

  test('--accept-recovery accepts the solution that waits, with its word', async () => {
    const { outcomes, shown, ticket } = await solved()
    expect(await outcomes(resolved('a'), ['--accept-recovery'])).toMatchObject([{ action: 'accepted', ticket }])
    const { status, timeline } = await shown(ticket)
    expect(status).toBe('closed')
    expect(JSON.stringify(timeline)).toContain('The problem is over')
    expect(await outcomes(resolved('a'), ['--accept-recovery'])).toMatchObject([{ action: 'nothing', ticket }])
  })

  test('that it happens again is news: another ticket is opened', async () => {
    const { outcomes, shown, ticket } = await solved()
    const [again] = await outcomes(firing('a'))
    expect(again.action).toBe('opened')
    expect(again.ticket).not.toBe(ticket)
    expect((await shown(ticket)).status).toBe('solved')
  })
})

async function solve(site: Sandbox, id: number): Promise<void> {
  const api = 'http://sandbox.test/apirest.php'
  const login = `Basic ${Buffer.from('teo:teo-secret').toString('base64')}`
  const opened = await site.fetch(new Request(`${api}/initSession`, { headers: { Authorization: login } }))
  const { session_token } = (await opened.json()) as { session_token: string }
  const body = JSON.stringify({ input: { itemtype: 'Ticket', items_id: id, content: 'Repaired.' } })
  const headers = { 'Session-Token': session_token, 'Content-Type': 'application/json' }
  const answer = await site.fetch(new Request(`${api}/ITILSolution`, { method: 'POST', headers, body }))
  expect(answer.status).toBe(201)
}

test('of Grafana, with its values, and where to look', async () => {
  const { outcomes, shown } = await monitored()
  const [{ ticket, source }] = await outcomes(payload('grafana'))
  expect(source).toBe('grafana')
  const { title, description } = await shown(ticket)
  expect(title).toBe('Memory is high in us-1')
  expect(description).toMatch(/Values: B=44\.2\d+, C=1[\s\S]*Dashboard: https:\/\/grafana\.example\.org\/d\/abc/)
})

describe('of Zabbix,', () => {
  test('as a webhook gives it: one ticket a trigger, updates and the end go there', async () => {
    const { outcomes, shown } = await monitored()
    const problem = JSON.parse(payload('zabbix'))
    const [{ ticket, fingerprint }] = await outcomes(JSON.stringify(problem))
    expect(fingerprint).toBe('16199')
    expect(await shown(ticket)).toMatchObject({ title: 'srv1: Disk space is low (used > 90%)', urgency: 'high' })
    const update = { ...problem, event_update_status: '1', alert_message: 'teo acknowledged it.' }
    expect(await outcomes(JSON.stringify(update))).toMatchObject([{ state: 'note', action: 'added', ticket }])
    const over = { ...problem, event_value: '0', event_recovery_id: '48300', event_recovery_time: '15:00:00' }
    expect(await outcomes(JSON.stringify(over))).toMatchObject([{ state: 'recovered', action: 'recovered', ticket }])
  })

  test('as a script gives it, in variables', async () => {
    const { inVariables, shown } = await monitored()
    const variables = {
      ...{ ZABBIX_ALERT_SUBJECT: 'Problem: CPU', ZABBIX_ALERT_MESSAGE: 'Load 40', ZABBIX_EVENT_ID: '7' },
      ...{ ZABBIX_EVENT_VALUE: '1', ZABBIX_TRIGGER_ID: '12', ZABBIX_HOST_NAME: 'srv3', ZABBIX_EVENT_NSEVERITY: '5' },
    }
    const { code, out } = await inVariables(variables)
    expect(code).toBe(0)
    expect(await shown(out.trim())).toMatchObject({ title: 'srv3: Problem: CPU', urgency: 'very-high' })
  })
})

describe('of Nagios and Icinga, in variables,', () => {
  const service = {
    ...{
      NAGIOS_NOTIFICATIONTYPE: 'PROBLEM',
      NAGIOS_HOSTNAME: 'srv1',
      NAGIOS_HOSTALIAS: 'srv1',
      NAGIOS_HOSTSTATE: 'UP',
    },
    ...{ NAGIOS_SERVICEDESC: 'HTTP', NAGIOS_SERVICESTATE: 'CRITICAL', NAGIOS_SERVICEOUTPUT: 'Connection refused' },
    ...{ NAGIOS_LONGSERVICEOUTPUT: 'line one\\nline two', NAGIOS_LONGDATETIME: 'Thu Mar 4 14:02:08 CET 2027' },
  }

  test('a service has a ticket, its end and acknowledgement go there, and its host has another', async () => {
    const { inVariables, shown } = await monitored()
    const first = await inVariables(service)
    expect(first.code).toBe(0)
    const id = first.out.trim()
    const { title, urgency, description } = await shown(id)
    expect({ title, urgency }).toEqual({ title: 'srv1 / HTTP: CRITICAL', urgency: 'very-high' })
    expect(description).toMatch(/Connection refused\nline one\nline two[\s\S]*Since: Thu Mar 4/)
    const noted = { ...service, NAGIOS_NOTIFICATIONTYPE: 'ACKNOWLEDGEMENT', NAGIOS_NOTIFICATIONCOMMENT: 'I am at it.' }
    expect((await inVariables({ ...noted, NAGIOS_NOTIFICATIONAUTHOR: 'teo' })).out.trim()).toBe(id)
    const over = { ...service, NAGIOS_NOTIFICATIONTYPE: 'RECOVERY', NAGIOS_SERVICESTATE: 'OK' }
    expect((await inVariables(over)).out.trim()).toBe(id)
    expect((await shown(id)).timeline).toMatchObject([
      { text: expect.stringMatching(/^ACKNOWLEDGEMENT[\s\S]*I am at it\.[\s\S]*By: teo/) },
      { text: expect.stringContaining('The problem is over') },
    ])
    const { NAGIOS_SERVICEDESC: _desc, NAGIOS_SERVICESTATE: _state, ...ofHost } = service
    const host = await inVariables({ ...ofHost, NAGIOS_HOSTSTATE: 'DOWN', NAGIOS_HOSTOUTPUT: 'No answer' })
    expect(host.out.trim()).not.toBe(id)
    expect((await shown(host.out.trim())).title).toBe('srv1: DOWN')
  })

  test('an acknowledgement alone opens nothing', async () => {
    const { inVariables, site } = await monitored()
    const { code, out } = await inVariables({ ...service, NAGIOS_NOTIFICATIONTYPE: 'ACKNOWLEDGEMENT' })
    expect({ code, out, writes: site.writes }).toEqual({ code: 0, out: '', writes: [] })
  })

  test.each([
    ['its name, however it is shown', { HOSTNAME: 'web2', HOSTDISPLAYNAME: 'Web two' }, 'web2!disk'],
    ['what it is shown as, beside the HOSTNAME of a shell', { HOSTNAME: hostname(), HOSTDISPLAYNAME: 'w2' }, 'w2!disk'],
    ['what it is shown as, where that is all', { HOSTDISPLAYNAME: 'w2' }, 'w2!disk'],
  ])('a host of Icinga is known by %s', async (_by, host, fingerprint) => {
    const { inVariables } = await monitored()
    const env = { NOTIFICATIONTYPE: 'PROBLEM', SERVICENAME: 'disk', SERVICESTATE: 'WARNING', ...host }
    const { out } = await inVariables(env, ['--json', 'fingerprint'])
    expect(JSON.parse(out)).toEqual([{ fingerprint }])
  })

  test('Icinga names them without a beginning', async () => {
    const { inVariables, shown } = await monitored()
    const icinga = {
      ...{ NOTIFICATIONTYPE: 'PROBLEM', HOSTNAME: 'srv4', HOSTDISPLAYNAME: 'Server 4', SERVICENAME: 'disk' },
      ...{ SERVICEDISPLAYNAME: 'Disk /', SERVICESTATE: 'WARNING', SERVICEOUTPUT: 'DISK WARNING' },
    }
    const { code, out } = await inVariables(icinga)
    expect(code).toBe(0)
    expect(await shown(out.trim())).toMatchObject({ title: 'Server 4 / Disk /: WARNING', urgency: 'medium' })
  })
})

describe('of any other JSON', () => {
  const checks = JSON.stringify({
    items: [
      { check: { 'the name': 'Backup', id: 7 }, status: 'failed', level: 'error', log: ['no room', 'left'] },
      { check: { 'the name': 'Mail', id: 8 }, status: 'fine' },
    ],
  })
  const map = ['--map', 'alerts=.items,title=.check."the name",fingerprint=.check.id', '--map', 'state=.status']
  const rest = ['--map', 'severity=.level,text=.log[0],recovered=fine|well']

  test('a map says where things stand, and what means that it is over', async () => {
    const { outcomes, shown } = await monitored()
    const read = await outcomes(checks, [...map, ...rest])
    expect(read).toMatchObject([
      { fingerprint: '7', state: 'firing', action: 'opened' },
      { fingerprint: '8', state: 'recovered', action: 'nothing' },
    ])
    expect(await shown(read[0].ticket)).toMatchObject({ title: 'Backup', urgency: 'high' })
    expect((await shown(read[0].ticket)).description).toMatch(/^no room/)
  })

  test('without a map, title, text, fingerprint and state are where they are called so', async () => {
    const { outcomes } = await monitored()
    expect(await outcomes('{"title":"Backup","text":"No room","fingerprint":"b","state":"failed"}')).toMatchObject([
      { source: 'json', fingerprint: 'b', title: 'Backup', action: 'opened' },
    ])
  })

  test.each([['title'], ['titel=.a'], ['title=a b'], ['title=.a[x]']])(
    'a map that was mistyped is refused (2): %s',
    async (word) => {
      const { alert, site } = await monitored()
      expect((await alert(checks, ['--map', word])).code).toBe(2)
      expect(site.writes).toEqual([])
    },
  )

  test('a map that is gone keeps no alert from arriving', async () => {
    const { alert } = await monitored()
    const { code, out, notes } = await alert(checks, ['--map-file', 'gone.json'])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
    expect(notes).toContain('gone.json')
  })
})

describe('what cannot be read', () => {
  test.each([
    ['a payload that was cut', payload('alertmanager').slice(0, 300)],
    ['a form that nobody knows', '{"hello":["world"]}'],
    ['no JSON at all', 'RAID degraded on srv9'],
  ])('opens a ticket with all of its text, and a warning: %s', async (_what, text) => {
    const { alert, shown } = await monitored()
    const { code, out, notes } = await alert(text)
    expect(code).toBe(0)
    expect(notes).toContain('This is no alert')
    const { title, description } = await shown(out.trim())
    expect(title).toBe('Alert that could not be read')
    expect(description.replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''))
  })

  test('goes to one ticket, and is never left out', async () => {
    const { outcomes } = await monitored()
    const [{ ticket }] = await outcomes('one', ['--dedupe-every', '1h'])
    expect(await outcomes('two', ['--dedupe-every', '1h'])).toMatchObject([{ action: 'added', ticket }])
  })

  test('among others that can, keeps none of them back', async () => {
    const { outcomes } = await monitored()
    const mixed = JSON.parse(payload('alertmanager'))
    mixed.alerts.splice(1, 1, 'nonsense')
    expect(await outcomes(JSON.stringify(mixed))).toMatchObject([
      { source: 'alertmanager', action: 'opened' },
      { source: 'text', action: 'opened' },
    ])
  })

  test('of nothing at all, says what was looked for (2)', async () => {
    const { alert } = await monitored()
    const { code, notes } = await alert(' \n')
    expect(code).toBe(2)
    expect(notes).toMatch(/NAGIOS_NOTIFICATIONTYPE[\s\S]*ZABBIX_EVENT_ID/)
  })
})

describe('while the platform is away', () => {
  test('each that waits is told once, at the end, with the command that sends them all', async () => {
    const { site, alert, drafts } = await monitored()
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
    const { code, notes } = await alert(payload('alertmanager'))
    expect(code).toBe(6)
    expect(notes).toContain('2 alerts wait: ipeos draft send --all')
    expect(notes).not.toContain('Nothing is lost')
    const waiting = { stage: 'waiting', command: 'ipeos draft send --all' }
    expect(await drafts()).toMatchObject([waiting, waiting])
  })

  test('one that can be kept nowhere is lost (1), and said so with its text', async () => {
    const { site, desk } = await monitored()
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
    const env = { IPEOS_STATE_DIR: '/dev/null/none' }
    const { code, notes } = await desk.ipeos(['alert'], { stdin: firing('a', 'Gone.'), env })
    expect({ code, notes }).toEqual({ code: 1, notes: expect.stringMatching(/Lost: Alert a\.[\s\S]*Gone\./) })
    expect(notes).not.toMatch(/sent all the same|waits/)
    const told = await desk.ipeos(['alert', '--json'], { stdin: firing('a'), env })
    expect(JSON.parse(told.out)).toMatchObject([{ action: 'failed' }])
    expect(JSON.parse(told.notes.trim().split('\n').at(-1) ?? '')).toMatchObject({ code: 'alert-lost', exitCode: 1 })
  })

  test('each alert is kept (6), those of a problem in one draft, and draft send --all opens its ticket', async () => {
    const { site, alert, drafts, desk, shown } = await monitored()
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
    expect(await alert(payload('alertmanager'))).toMatchObject({ code: 6, out: '' })
    expect((await alert(payload('alertmanager-resolved'))).code).toBe(6)
    site.faults.clear()
    expect((await drafts()).map(({ title }: { title: string }) => title).sort()).toEqual([
      'Disk full on srv1',
      'InstanceDown — srv2:9100',
    ])
    const { code, out } = await desk.ipeos(['draft', 'send', '--all'])
    expect(code).toBe(0)
    const ids = out.trim().split('\n')
    expect(ids).toHaveLength(2)
    const both = await Promise.all(ids.map(shown))
    const { description, urgency } = both.find(({ title }) => title === 'Disk full on srv1')
    expect({ description, urgency }).toEqual({
      description: expect.stringMatching(/3 % left[\s\S]*The problem is over/),
      urgency: 'very-high',
    })
    expect(await drafts()).toEqual([])
  })

  test('that a problem is over waits, and goes to its ticket, or nowhere', async () => {
    const { site, alert, outcomes, desk, shown, drafts } = await monitored()
    const [{ ticket }] = await outcomes(firing('a'))
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /search\/Ticket/ } })
    expect((await alert(resolved('a'))).code).toBe(6)
    expect((await alert(resolved('b'))).code).toBe(6)
    site.faults.clear()
    expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
    expect((await shown(ticket)).timeline).toMatchObject([{ text: expect.stringContaining('is over') }])
    expect(await drafts()).toEqual([])
  })

  test('that it is over joins what was understood already, and could not be sent: one ticket tells both', async () => {
    const { site, alert, outcomes, shown, drafts } = await monitored()
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /search\/Ticket/ } })
    expect((await alert(firing('a', 'Gone.'), ['--category', '3', '--urgency', 'high'])).code).toBe(6)
    site.faults.clear()
    const [{ action, ticket }] = await outcomes(resolved('a'))
    expect(action).toBe('opened')
    expect(await shown(ticket)).toMatchObject({
      ...{ category: 'Hébergement > Site web', urgency: 'high' },
      description: expect.stringMatching(/^Gone\.[\s\S]*The problem is over/),
    })
    expect(await drafts()).toEqual([])
  })

  test('with the first one of several stopped, the others wait at once', async () => {
    const { site, outcomes } = await monitored()
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
    expect(await outcomes(payload('alertmanager'))).toMatchObject([
      { action: 'kept', ticket: null, error: expect.any(String) },
      { action: 'kept', ticket: null, error: expect.any(String) },
    ])
  })
})

test.each([
  ['at once', false],
  ['after it waited', true],
])('options that the platform does not know are noted in the ticket, which is opened %s', async (_when, waits) => {
  const { site, alert, desk, shown } = await monitored()
  const wrong = ['--category', 'No such thing', '--about', 'nobody', '--urgency', 'tomorrow', '--email', 'nowhere']
  if (waits) {
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
    expect((await alert(firing('a', 'Gone.'), wrong)).code).toBe(6)
    site.faults.clear()
  }
  const { code, out } = await (waits ? desk.ipeos(['draft', 'send', '--all']) : alert(firing('a', 'Gone.'), wrong))
  expect(code).toBe(0)
  const { description } = await shown(out.trim())
  expect(description).toMatch(/^Gone\./)
  for (const word of ['No such thing', 'nobody', 'tomorrow', 'nowhere']) expect(description).toContain(word)
})

test('some sent and some not is 7, and what was not is kept', async () => {
  const { site, alert, outcomes, drafts } = await monitored()
  const [{ ticket }] = await outcomes(firing('1a30ba71cca2921f'))
  const refusing = fetchHttp((request) =>
    request.method === 'POST' && request.url.includes('ITILFollowup')
      ? Promise.resolve(Response.json(['ERROR_GLPI_ADD', 'Not here.'], { status: 400 }))
      : site.fetch(request),
  )
  const { code, out, notes } = await alert(payload('alertmanager'), [], { world: { http: refusing } })
  expect({ code, out }).toEqual({ code: 7, out: expect.stringMatching(/^\d+\n$/) })
  expect(notes).toMatch(/Not sent: Disk full on srv1[\s\S]*1 of 2 alerts was not sent/)
  expect(await drafts()).toMatchObject([{ kind: 'comment', ticketId: ticket }])
})

test('a text that is longer than a ticket takes is cut', async () => {
  const { outcomes, shown } = await monitored()
  const [{ action, ticket }] = await outcomes(firing('a', 'x'.repeat(400_000)))
  expect(action).toBe('opened')
  expect((await shown(ticket)).description.length).toBeLessThan(200_000)
})

test('--dry-run shows what each says and where it would go, and sends nothing', async () => {
  const { alert, outcomes, site } = await monitored()
  const [{ ticket }] = await outcomes(firing('1a30ba71cca2921f'))
  const before = site.writes.length
  const { code, out, notes } = await alert(payload('alertmanager'), ['--dry-run'])
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('/var has 3 % left.') })
  expect(notes).toMatch(new RegExp(`added to ticket no\\. ${ticket}[\\s\\S]*A ticket would be opened`))
  expect(site.writes).toHaveLength(before)
})
