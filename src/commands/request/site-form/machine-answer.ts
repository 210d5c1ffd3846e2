import type { Problem } from '../../../errors/error.ts'
import type { FormQuestion } from '../../../itil/site-form.ts'
import type { MachineIdentity } from '../../../terminal/program/this-machine.ts'
import { machineAmong } from '../this-machine.ts'

/** Which of the devices that a question offers is the computer on which the command runs. */
export function machineIn(
  { choices }: FormQuestion,
  machine: MachineIdentity,
): { value: string } | { problem: Problem } {
  const equipment = choices.map(({ value, label }) => ({
    key: value,
    name: label.split(' - ')[1]?.trim() || label,
    label,
  }))
  const found = machineAmong(machine, { source: 'web-form', equipment })
  return 'key' in found ? { value: found.key } : found
}
