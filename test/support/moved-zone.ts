import type { Sandbox } from '../../src/sandbox/sandbox.ts'

const naive = /\d{4}-\d\d-\d\d[ T+]\d\d(?::|%3A)\d\d(?::|%3A)\d\d/gi

/** A platform whose zone may be moved while it runs, as a database writes its moments in the zone of its server. */
export interface MovedZone extends Pick<Sandbox, 'fetch'> {
  /** Minutes that all of its dates are ahead of where they were. */
  minutes: number
}

/** `now`: what its answers say the time is, in UTC; undefined where they do not say it. */
export function movedZone(site: Pick<Sandbox, 'fetch'>, now: (() => Date) | undefined): MovedZone {
  const moved: MovedZone = {
    minutes: 0,
    async fetch(request) {
      const back = new URL(request.url)
      back.search = back.search.replace(naive, (date) => by(-moved.minutes, date))
      const response = await site.fetch(new Request(back, request))
      const headers = new Headers(response.headers)
      headers.delete('Content-Length')
      if (now) headers.set('Date', now().toUTCString())
      const text = await response.text()
      return new Response(
        text.replace(naive, (date) => by(moved.minutes, date)),
        { status: response.status, headers },
      )
    },
  }
  return moved
}

function by(minutes: number, date: string): string {
  const [, day = '', between = '', time = ''] = /^(.{10})(.)(.*)$/.exec(date) ?? []
  const moment = Date.parse(`${day}T${time.replace(/%3A/gi, ':')}Z`) + minutes * 60_000
  const [newDay = '', newTime = ''] = new Date(moment).toISOString().slice(0, 19).split('T')
  return `${newDay}${between}${time.includes(':') ? newTime : newTime.replaceAll(':', '%3A')}`
}
