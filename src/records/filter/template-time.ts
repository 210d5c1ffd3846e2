const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A moment (ISO 8601), by its own clock, in a layout of Go: `Mon 2 Jan 2006 15:04`. */
export function goTime(layout: string, moment: string): string {
  const [, offset = 'Z'] = /([+-]\d\d:\d\d|Z)$/.exec(moment) ?? []
  const clock = new Date(`${moment.replace(/(?:[+-]\d\d:\d\d|Z)$/, '')}Z`)
  const [hour, month] = [clock.getUTCHours(), months[clock.getUTCMonth()] ?? '']
  const weekday = weekdays[clock.getUTCDay()] ?? ''
  const two = (value: number) => String(value).padStart(2, '0')
  const half = hour % 12 || 12
  const parts: Record<string, string> = {
    ...{ 2006: String(clock.getUTCFullYear()), '06': two(clock.getUTCFullYear() % 100) },
    ...{ January: month, Jan: month.slice(0, 3), Monday: weekday, Mon: weekday.slice(0, 3) },
    ...{ '01': two(clock.getUTCMonth() + 1), 1: String(clock.getUTCMonth() + 1) },
    ...{ '02': two(clock.getUTCDate()), _2: String(clock.getUTCDate()).padStart(2), 2: String(clock.getUTCDate()) },
    ...{ 15: two(hour), '03': two(half), 3: String(half), PM: hour < 12 ? 'AM' : 'PM', pm: hour < 12 ? 'am' : 'pm' },
    ...{ '04': two(clock.getUTCMinutes()), 4: String(clock.getUTCMinutes()) },
    ...{ '05': two(clock.getUTCSeconds()), 5: String(clock.getUTCSeconds()) },
    ...{ 'Z07:00': offset, '-07:00': offset === 'Z' ? '+00:00' : offset },
    ...{ '-0700': offset === 'Z' ? '+0000' : offset.replace(':', ''), MST: offset === 'Z' ? 'UTC' : offset },
  }
  const known = /2006|January|Jan|Monday|Mon|MST|Z07:00|-07:00|-0700|01|02|03|04|05|06|15|PM|pm|_2|1|2|3|4|5/g
  return layout.replace(known, (part) => parts[part] ?? part)
}
