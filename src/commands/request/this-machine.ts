import type { Context } from '../../app/context.ts'
import type { Problem } from '../../errors/error.ts'
import { foldedPath } from '../../i18n/folded.ts'
import type { Equipment, TicketForm } from '../../itil/ticket-form.ts'
import type { MachineIdentity } from '../../terminal/program/this-machine.ts'
import { match } from '../choice/match.ts'
import type { RequestFlags } from './request.ts'

/** What stands in the place of a name: the computer on which the command runs. */
const words = ['this-machine', 'cette-machine']

/** Whether `--about` means the computer on which the command runs. */
export function isThisMachine(about: string): boolean {
  return words.includes(about.trim().toLowerCase())
}

/** This machine, where one of these requests is about it. */
export async function machineFor(
  requests: Pick<RequestFlags, 'about'>[],
  { machineIdentity }: Pick<Context, 'machineIdentity'>,
): Promise<MachineIdentity | undefined> {
  return requests.some(({ about = [] }) => about.some(isThisMachine)) ? machineIdentity() : undefined
}

/** The same flags, with the number of this machine where they name it so; without it, and why, where it is not to be told. */
export function namingMachine(
  flags: RequestFlags,
  machine: MachineIdentity | undefined,
  form: TicketForm,
): { flags: RequestFlags; problems: Problem[] } {
  const { about = [], ...others } = flags
  if (!machine || !about.some(isThisMachine)) return { flags, problems: [] }
  const found = machineAmong(machine, form)
  if ('key' in found) {
    const named = about.map((word) => (isThisMachine(word) ? found.key : word))
    return { flags: { ...others, about: named }, problems: [] }
  }
  const rest = about.filter((word) => !isThisMachine(word))
  return { flags: { ...others, ...(rest.length > 0 && { about: rest }) }, problems: [found.problem] }
}

/**
 * The one of my equipment that is this machine: by a number that is on it, else by its name, with or without a domain.
 * Never by half a name: the wrong computer would be repaired.
 */
export function machineAmong(
  machine: MachineIdentity,
  form: Pick<TicketForm, 'source' | 'equipment'>,
): { key: string } | { problem: Problem } {
  if (form.source === 'none') return { problem: { field: 'equipment', key: 'machine.no-list' } }
  const shown = [machine.hostName, ...machine.numbers].join(', ')
  const byNumber = form.equipment.filter((item) => hasNumber(item, machine))
  const candidates = byNumber.length > 0 ? byNumber : form.equipment.filter((item) => hasName(item, machine))
  const [only, ...others] = candidates
  if (only && others.length === 0) return { key: only.key }
  if (only) {
    const names = candidates.map(({ label }) => label).join(', ')
    return { problem: { field: 'equipment', key: 'machine.ambiguous', parameters: { machine: shown, names } } }
  }
  if (form.equipment.length === 0)
    return { problem: { field: 'equipment', key: 'machine.none', parameters: { machine: shown } } }
  const names = nearest(machine, form).join(', ')
  const key = names === '' ? 'machine.unlike' : 'machine.unknown'
  return { problem: { field: 'equipment', key, parameters: { machine: shown, names } } }
}

/** The platform writes serial and inventory number after the name: «Ordinateur - poste-alice - 5CG1234 - WTC-0003». */
function hasNumber({ label }: Equipment, { numbers }: MachineIdentity): boolean {
  const parts = foldedPath(label).split(' - ')
  return numbers.some((number) => parts.includes(foldedPath(number)))
}

function hasName({ name }: Equipment, { hostName }: MachineIdentity): boolean {
  const [own, wanted] = [foldedPath(name), foldedPath(hostName)]
  if (wanted === '' || wanted === 'localhost') return false
  // Two domains that differ are two machines.
  return own === wanted || own === short(wanted) || (short(own) === wanted && own !== wanted)
}

function short(name: string): string {
  return name.replace(/\..*$/s, '')
}

function nearest({ hostName }: MachineIdentity, { equipment }: Pick<TicketForm, 'equipment'>): string[] {
  const names = equipment.map((item) => ({ value: item.label, keys: [], names: [item.label, item.name] }))
  const found = match(short(hostName), names)
  if ('found' in found) return [found.found]
  return 'ambiguous' in found ? found.ambiguous : found.near
}
