import type { Context } from '../../../app/context.ts'
import type { ShownTicket } from '../../../itil/ticket.ts'
import { listText } from '../../../records/format/list.ts'
import type { DataRecord } from '../../../records/shape.ts'
import { ticketPageRecord } from '../../../records/ticket/page.ts'
import { sheetOf } from '../../output.ts'
import { Failures } from '../several/each-ticket.ts'
import { fetchShown, pageOf, type ShowOutput } from './shown-ticket.ts'

/** Shows one ticket after the other, each once it is read: pages below each other, or a list of their fields. */
export async function showSeveral(ids: number[], output: ShowOutput, context: Context): Promise<void> {
  const failures = new Failures(ids.length, context)
  await context.terminal.pour(textsOf(ids, output, failures, context))
  failures.throwIfAny()
}

async function* textsOf(
  ids: number[],
  output: ShowOutput,
  failures: Failures,
  context: Context,
): AsyncGenerator<string> {
  const writer = await writerOf(output, context)
  for (const id of ids) {
    if (failures.isOver) break
    let text: string | undefined
    await failures.watch(id, async () => {
      text = await writer.one(await fetchShown(id, context))
    })
    if (text !== undefined) yield text
  }
  yield writer.end()
}

interface Writer {
  one(shown: ShownTicket): Promise<string>
  end(): string
}

async function writerOf(output: ShowOutput, context: Context): Promise<Writer> {
  if ('page' in output) {
    let between = ''
    return {
      one: async (shown) => {
        const text = `${between}${await pageOf(shown, output.page, context)}\n`
        between = output.page === 'for-people' ? '\n\n' : '\n'
        return text
      },
      end: () => '',
    }
  }
  const sheet = sheetOf(context)
  const { as, fields } = output.record
  const list = await listText(as, fields, (record: DataRecord) => record, { sheet })
  return { one: async (shown) => list.page([await ticketPageRecord(shown, context.dates())]), end: () => list.end() }
}
