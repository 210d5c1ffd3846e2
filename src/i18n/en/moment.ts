export const moment = {
  'moment.not-understood': '“{text}” is not a date that I understand.',
  'moment.partly': 'I do not understand “{rest}” in “{text}”.',
  'moment.no-such-day': '“{text}”: there is no such date.',
  'moment.no-such-hour': '“{text}”: there is no such hour.',
  'moment.other-weekday': '“{text}”: that day is a {weekday}.',
  'moment.examples': 'For example: tomorrow 14:00, Monday 9:30, 10/01/2027 9am (day first), +2h, 2027-01-10 09:00.',
}
