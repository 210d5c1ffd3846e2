import { type Command, Option } from 'commander'
import { WrongUsage } from '../../../errors/error.ts'

/** What somebody may try to change, and the platform keeps as it was when the ticket was opened. */
export interface FixedFlags {
  type?: string
  impact?: string
  location?: string
  about?: string
  observer?: string
}

const values = { type: 'type', impact: 'level', location: 'place', about: 'equipment', observer: 'person' } as const

/** Takes what is refused afterwards: «unknown option» would send people looking for another word. */
export function addFixed(command: Command): Command {
  for (const [name, value] of Object.entries(values)) command.addOption(new Option(`--${name} <${value}>`).hideHelp())
  return command
}

/** Throws `WrongUsage` for what cannot be changed, before the platform is asked (GLPI-CUSTOMER.md, «First»). */
export function refuseFixed<Flags extends FixedFlags>(
  { type, impact, location, about, observer, ...flags }: Flags,
  id: number | undefined,
): Omit<Flags, keyof FixedFlags> {
  const number = id ?? ''
  if (observer !== undefined) throw new WrongUsage('observers-apart', { id: number })
  const given = { type, impact, location, about }
  const [fixed] = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  if (fixed !== undefined) throw new WrongUsage('stays-as-opened', { field: fixed, id: number })
  return flags
}
