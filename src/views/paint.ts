import type { TicketStatus } from '../itil/status.ts'
import type { Urgency } from '../itil/urgency.ts'
import type { Style } from '../terminal/style.ts'

type Paint = (text: string, style: Style) => string

const statusPaint: Record<TicketStatus, Paint> = {
  new: (text, style) => style.blue(text),
  assigned: (text, style) => style.cyan(text),
  planned: (text, style) => style.cyan(text),
  pending: (text, style) => style.yellow(text),
  solved: (text, style) => style.green(text),
  closed: (text, style) => style.dim(text),
}

const urgencyPaint: Record<Urgency, Paint> = {
  'very-low': (text, style) => style.dim(text),
  low: (text, style) => style.dim(text),
  medium: (text) => text,
  high: (text, style) => style.yellow(text),
  'very-high': (text, style) => style.bold(style.red(text)),
}

export function paintStatus(status: TicketStatus, text: string, style: Style): string {
  return statusPaint[status](text, style)
}

export function paintUrgency(urgency: Urgency, text: string, style: Style): string {
  return urgencyPaint[urgency](text, style)
}
