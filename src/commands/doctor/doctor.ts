import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { ExitAs } from '../../errors/error.ts'
import { type Checked, checkRecord, checkShape } from '../../records/check.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, isForPeople, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'

export function addDoctor(program: Command, context: Context, run = doctor): void {
  const { t } = context
  const command = described(program.command('doctor'), 'doctor', t).action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, checkShape).examples = ['ipeos doctor', 'ipeos doctor --json id,status,repair']
}

/** Looks at all that a call depends on, one thing after the other; fails as the first of them that does. */
export async function doctor(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, checkShape, context, 'table')
  if (!output) return
  const [{ checksOf }, { examiner }, { headBefore, viewCheck }] = await Promise.all([
    import('./checks.ts'),
    import('./check.ts'),
    import('../../views/check.ts'),
  ])
  const isRead = isForPeople(output)
  const look = lookOf(context)
  const examine = examiner(context.settings.timeout)
  const all: Checked[] = []
  for (const check of checksOf(context)) {
    const head = headBefore(check.id, look)
    if (isRead && head) terminal.print(all.length > 0 ? `\n${head}` : head)
    const checked = await terminal.during(t(`doctor.check.${check.id}`), examine(check))
    all.push(checked)
    if (isRead) terminal.print(viewCheck(checked, look))
  }
  const records = all.map((checked) => checkRecord(checked, t))
  if (output.as !== 'table') await printList(records, output, context)
  else if (output.fields) await printTable(records, output.fields, context)
  if (isRead && terminal.outputIsTerminal) terminal.show('')
  sumUp(all, context)
}

function sumUp(all: Checked[], { terminal, t }: Context): void {
  const troubles = all.filter(({ status }) => status === 'failed')
  const [first] = troubles
  if (first) {
    const parameters = { count: troubles.length, first: t(`doctor.check.${first.id}`) }
    throw new ExitAs(first.exitCode ?? 1, 'doctor-failed', parameters, { hint: first.repair })
  }
  const warnings = all.filter(({ status }) => status === 'warning').length
  if (warnings > 0) terminal.note('doctor.warned', { count: warnings })
  else terminal.note('doctor.well')
}
