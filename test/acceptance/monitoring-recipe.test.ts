import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pages } from '../support/docs.ts'
import { shellStory } from '../support/shell-story.ts'

const payload = (name: string): string =>
  readFileSync(new URL(`../commands/alert/payload/${name}.json`, import.meta.url), 'utf8')

/** What a page gives to be copied, where the reader of this test may write: `/usr/local/bin/x` is `$HOME/usr/local/bin/x`. */
function recipesOf(page: string): string {
  return (pages.get(page) ?? '')
    .replaceAll('/usr/', '$HOME/usr/')
    .replaceAll('/etc/ipeos/', '$HOME/etc/ipeos/')
    .replaceAll('/var/lib/ipeos', '$HOME/state')
    .replaceAll('IPEOS_USER=monitoring', 'IPEOS_USER=alice')
}

/** Writes the scripts of the page where it says, and gives a shell the rest to be called. */
function installed(page: string): string {
  const scripts = [...recipesOf(page).matchAll(/^```shell\n(#!\/bin\/sh\n# (\S+)\n[\s\S]*?)^```$/gm)]
  expect(scripts).toHaveLength(3)
  const written = scripts.map(
    ([, text = '', path = '']) => `mkdir -p "$(dirname "${path}")"
cat >"${path}" <<'SCRIPT'
${text}SCRIPT
chmod +x "${path}"`,
  )
  return `unset IPEOS_USER IPEOS_PASSWORD
mkdir -p $HOME/etc/ipeos; echo alice-secret >$HOME/etc/ipeos/monitoring.password
${written.join('\n')}
shown() { IPEOS_USER=alice IPEOS_PASSWORD=alice-secret ipeos ticket show "$1" --json title,urgency,timeline; }
post() {
  { printf 'POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Type: application/json\\r\\nContent-Length: %s\\r\\n\\r\\n' $(wc -c <"$1")
    cat "$1"; } | $HOME/usr/local/bin/ipeos-alert-http
}
up
`
}

const file = (name: string, text: string): string => `cat >${name} <<'PAYLOAD'\n${text}PAYLOAD\n`

describe.each(['docs/monitoring.md', 'docs/fr/monitoring.md'])('the recipe of %s', (page) => {
  test('for Alertmanager and Grafana answers their requests, and brings what they say', async () => {
    const story = await shellStory(`${installed(page)}
      ${file('firing.json', payload('alertmanager'))}${file('over.json', payload('alertmanager-resolved'))}
      ${file('grafana.json', payload('grafana'))}
      for each in firing over grafana; do post $each.json 2>$each.notes | head -n 1; done
      shown $(sed -n '/^[0-9]*$/{p;q}' firing.notes) >ticket.json
      shown $(sed -n '/^[0-9]*$/p' grafana.notes) >grafana-ticket.json
      down
      post firing.json 2>>notes | head -n 1
      IPEOS_USER=alice IPEOS_PASSWORD=alice-secret IPEOS_STATE_DIR=$HOME/state ipeos draft list --json kind >waiting.json
    `)
    const answers = story.out.split('\n').map((line) => line.trim())
    expect(answers).toEqual([...Array(4).fill('HTTP/1.1 200 OK'), ''])
    expect(story.json('ticket.json')).toMatchObject({
      ...{ title: 'Disk full on srv1', urgency: 'very-high' },
      timeline: [{ text: expect.stringContaining('2027-03-04T14:12:08') }],
    })
    expect(story.json('grafana-ticket.json')).toMatchObject({ title: 'Memory is high in us-1' })
    expect(story.json('waiting.json')).toHaveLength(2)
  })

  test('answers that an alert must come again only where it is gone, not where it waits', async () => {
    const story = await shellStory(`${installed(page)}
      ${file('firing.json', payload('alertmanager'))}
      down
      echo wrong >$HOME/etc/ipeos/monitoring.password
      post firing.json 2>>notes | head -n 1
      echo alice-secret >$HOME/etc/ipeos/monitoring.password
      echo 'a file' >full
      sed -i "s,IPEOS_STATE_DIR=[^ ]*,IPEOS_STATE_DIR=$HOME/full/x," $HOME/usr/local/bin/ipeos-alert
      post firing.json 2>lost | head -n 1
      up
      post firing.json 2>>notes | head -n 1
      down
    `)
    const answers = story.out.split('\n').map((line) => line.trim())
    expect(answers).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 500 Not taken', 'HTTP/1.1 200 OK', ''])
    expect(story.files.lost).toMatch(/Lost: Disk full on srv1\.[\s\S]*3 % left[\s\S]*2 of 2 alerts could neither/)
  })

  test('for Zabbix gives its script what its media type gives', async () => {
    const told = recipesOf(page).split('## Zabbix')[1]?.split('```')[0] ?? ''
    const parameters = [...told.matchAll(/`(\{[A-Z.]+\})`/g)]
    const values = (value: string): Record<string, string> => ({
      ...{ '{ALERT.SUBJECT}': 'Problem: Disk', '{ALERT.MESSAGE}': "It's full: $HOME", '{EVENT.ID}': '48211' },
      ...{ '{EVENT.VALUE}': value, '{EVENT.UPDATE.STATUS}': '0', '{TRIGGER.ID}': '16199', '{HOST.NAME}': 'srv1' },
      ...{ '{EVENT.NAME}': 'Disk space is low', '{EVENT.NSEVERITY}': '4' },
    })
    const call = (value: string) =>
      parameters.map(([, macro = '']) => quoted(values(value)[macro] ?? 'not known')).join(' ')
    const story = await shellStory(`${installed(page)}
      $HOME/usr/lib/zabbix/alertscripts/ipeos-alert ${call('1')} >number 2>notes
      $HOME/usr/lib/zabbix/alertscripts/ipeos-alert ${call('0')} >again 2>>notes
      shown $(cat number) >ticket.json
      down
    `)
    expect(parameters).toHaveLength(9)
    expect(story.files.again).toBe(story.files.number)
    expect(story.json('ticket.json')).toMatchObject({
      ...{ title: 'srv1: Disk space is low', urgency: 'high' },
      timeline: [{ text: expect.stringContaining("It's full: $HOME") }],
    })
  })

  test('for Nagios runs its command with the macros in variables', async () => {
    const command = /command_line +(.*)/.exec(recipesOf(page))?.[1] ?? 'none'
    const story = await shellStory(`${installed(page)}
      export NAGIOS_HOSTNAME=srv1 NAGIOS_HOSTALIAS=srv1 NAGIOS_HOSTSTATE=UP NAGIOS_SERVICEDESC='Disk /'
      NAGIOS_NOTIFICATIONTYPE=PROBLEM NAGIOS_SERVICESTATE=CRITICAL NAGIOS_SERVICEOUTPUT='3 % left' ${command} >number 2>notes
      NAGIOS_NOTIFICATIONTYPE=RECOVERY NAGIOS_SERVICESTATE=OK NAGIOS_SERVICEOUTPUT='60 % left' ${command} >again 2>>notes
      shown $(cat number) >ticket.json
      down
    `)
    expect(story.files.again).toBe(story.files.number)
    expect(story.json('ticket.json')).toMatchObject({
      ...{ title: 'srv1 / Disk /: CRITICAL', urgency: 'very-high' },
      timeline: [{ text: expect.stringContaining('60 % left') }],
    })
  })

  test('for Icinga runs its commands with the variables that they name', async () => {
    const part = recipesOf(page).split('## Icinga')[1] ?? ''
    const command = /command = \[ "([^"]*)" \]/.exec(part)?.[1] ?? 'none'
    const macros: Record<string, string> = {
      ...{ 'host.name': 'srv4', 'host.display_name': 'Server 4', 'host.state': 'DOWN', 'host.output': 'No answer' },
      ...{ 'service.name': 'disk', 'service.display_name': 'Disk /', 'service.state': 'WARNING' },
      ...{ 'service.output': '8 % left', 'notification.type': 'PROBLEM', 'icinga.long_date_time': '2027-03-04 14:02' },
      ...{ 'notification.author': '', 'notification.comment': '', address: '192.0.2.4' },
    }
    const variablesOf = (object: string): string => {
      const text = new RegExp(`NotificationCommand "${object}" \\{([\\s\\S]*?)\\n\\}`).exec(part)?.[1] ?? ''
      const named = [...text.matchAll(/^ +([A-Z]+) = "\$([a-z._]+)\$"$/gm)]
      return named.map(([, name = '', macro = '']) => `${name}=${quoted(macros[macro] ?? 'not known')}`).join(' ')
    }
    const both = variablesOf('ipeos-alert')
    const story = await shellStory(`${installed(page)}
      env ${both} ${variablesOf('ipeos-service-alert')} ${command} >service 2>notes
      env ${both} ${variablesOf('ipeos-host-alert')} ${command} >host 2>>notes
      shown $(cat service) >service.json
      shown $(cat host) >host.json
      down
    `)
    expect(story.json('service.json')).toMatchObject({ title: 'Server 4 / Disk /: WARNING', urgency: 'medium' })
    expect(story.json('host.json')).toMatchObject({ title: 'Server 4: DOWN', urgency: 'very-high' })
  })
})

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
