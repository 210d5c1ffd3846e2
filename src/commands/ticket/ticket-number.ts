import { Argument } from 'commander'
import { WrongUsage } from '../../errors/error.ts'

/** `15`, `#15`, `n°15`, or the address of its page: GLPI 10's `ticket.form.php?id=15`, GLPI 11's `/Ticket/15`. */
export function ticketNumber(value: string): number {
  const text = value.trim()
  const number = Number(/^(?:#|n°\s*)?(\d+)$/.exec(text)?.[1] ?? numberInAddress(text))
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new WrongUsage('not-a-ticket', { value })
}

function numberInAddress(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined
  const { pathname, searchParams } = new URL(text)
  if (!/\/ticket\.form\.php$/i.test(pathname)) return /\/ticket\/(\d+)(?:\/|$)/i.exec(pathname)?.[1]
  return /^\d+$/.exec(searchParams.get('id') ?? '')?.[0]
}

/** A ticket as an argument of a command: `<ticket>`, `[ticket]`, `[tickets...]`. */
export function ticketArgument(name: string, description: string): Argument {
  const argument = new Argument(name, description).argParser(ticketNumber)
  argument.live = 'ticket'
  return argument
}
