import { Argument } from 'commander'
import { WrongUsage } from '../../errors/error.ts'

/** `15`, `#15`, `n°15`, or the address of its page: GLPI 10's `ticket.form.php?id=15`, GLPI 11's `/Ticket/15`. */
export function ticketNumber(value: string): number {
  const text = value.trim()
  const digits =
    /^(?:#|n°\s*)?(\d+)$/.exec(text)?.[1] ??
    /^https?:\/\/\S*\/ticket\.form\.php\?(?:\S*&)?id=(\d+)(?:[&#]|$)/i.exec(text)?.[1] ??
    /^https?:\/\/\S*\/ticket\/(\d+)(?:[/?#]|$)/i.exec(text)?.[1]
  const number = Number(digits)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new WrongUsage('not-a-ticket', { value })
}

/** A ticket as an argument of a command: `<ticket>`, `[ticket]`, `[tickets...]`. */
export function ticketArgument(name: string, description: string): Argument {
  const argument = new Argument(name, description).argParser(ticketNumber)
  argument.live = 'ticket'
  return argument
}
