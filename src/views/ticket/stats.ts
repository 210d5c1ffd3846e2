import { lasting } from '../../dates/dates.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import type { Figures, Period, Spread } from '../../records/ticket/stats.ts'
import { plain } from '../../terminal/sanitize.ts'
import { cut, padded, widthOf, wrapped } from '../../terminal/width.ts'
import type { Look } from '../look.ts'
import { paintStatus, statusWord } from '../word.ts'

interface Bar {
  label: string
  value: number
  paint?: (text: string) => string
}

/** The most that are told one by one; the rest together. */
const mostCategories = 10
/** More months are told by the year. */
const mostMonths = 24
const longestBar = 40
const gap = '  '

/** Figures as people read them: bars that fit the width; in plain mode a line each, without anything drawn. */
export function ticketStats(figures: Figures, period: Period, look: Look): string {
  const { t, style, width, dates } = look
  const parameters = { count: figures.total, from: period.from ? dates.day(period.from) : '' }
  const title = t(period.from ? 'stats.total-since' : 'stats.total', parameters)
  const statuses = figures.byStatus
    .filter(([, value]) => value > 0)
    .map(([status, value]) => ({
      label: statusWord(status, t),
      value,
      paint: (text: string) => paintStatus(status, text, style),
    }))
  return [
    wrapped(style.bold(title), width),
    section('stats.by-status', statuses, look),
    section('stats.by-category', categoryBars(figures, look), look),
    section('stats.by-month', monthBars(figures, period, look), look),
    [
      ...timeLine('stats.time-to-take', figures.timeToTake, look),
      ...timeLine('stats.time-to-solve', figures.timeToSolve, look),
    ].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function categoryBars(figures: Figures, { t }: Look): Bar[] {
  const all = figures.byCategory.map(([name, value]) => ({ label: plain(name) || t('stats.no-category'), value }))
  const rest = all.slice(mostCategories)
  if (rest.length < 2) return all
  const value = rest.reduce((sum, one) => sum + one.value, 0)
  return [...all.slice(0, mostCategories), { label: t('stats.other-categories', { count: rest.length }), value }]
}

function monthBars(figures: Figures, { from, until }: Period, { t }: Look): Bar[] {
  const months = figures.byMonth(from, until)
  if (months.length <= mostMonths) {
    const locale = t.language === 'fr' ? 'fr' : 'en-GB'
    const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
    return months.map(([month, value]) => ({ label: format.format(new Date(`${month}-15T00:00:00Z`)), value }))
  }
  const years = new Map<string, number>()
  for (const [month, value] of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + value)
  return [...years].map(([label, value]) => ({ label, value }))
}

function section(head: MessageKey, bars: Bar[], look: Look): string {
  const { t, style } = look
  if (bars.length === 0) return ''
  return [style.bold(t(head)), ...(style.plain ? lines(bars, look) : drawn(bars, look))].join('\n')
}

function lines(bars: Bar[], { t, style, width }: Look): string[] {
  return bars.map(({ label, value }) => wrapped(style.labelled(label, t('stats.number', { value })), width))
}

function drawn(bars: Bar[], { t, style, width }: Look): string[] {
  const numbers = bars.map(({ value }) => t('stats.number', { value }))
  const numberWidth = Math.max(...numbers.map(widthOf))
  const labelWidth = Math.min(Math.max(...bars.map(({ label }) => widthOf(label))), Math.floor(width / 2))
  const room = Math.max(1, Math.min(longestBar, width - labelWidth - numberWidth - 2 * gap.length))
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return bars.map(({ label, value, paint = style.cyan }, place) => {
    // However few there are, something of them is seen.
    const length = value === 0 ? 0 : Math.max(1, Math.round((value / most) * room))
    const number = (numbers[place] ?? '').padStart(numberWidth)
    return `${padded(cut(label, labelWidth), labelWidth)}${gap}${number}${gap}${paint('█'.repeat(length))}`.trimEnd()
  })
}

function timeLine(head: MessageKey, spread: Spread | undefined, { t, style, width }: Look): string[] {
  if (!spread) return []
  const { language } = t
  const half = lasting(spread.median, language)
  const ninety = lasting(spread.ninety, language)
  return [wrapped(style.labelled(t(head), t('stats.spread', { half, ninety })), width)]
}
