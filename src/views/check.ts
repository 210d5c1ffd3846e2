import type { ExitCode } from '../errors/error.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import {
  type CheckGroup,
  type CheckId,
  type CheckStatus,
  checkGroups,
  type checkShape,
} from '../records/check-shape.ts'
import type { DataRecord } from '../records/records.ts'
import { plain } from '../terminal/sanitize.ts'
import { padded, widthOf, wrapped } from '../terminal/width.ts'
import type { Look } from './look.ts'

/** What was looked at, and what came of it. */
export interface Checked {
  id: CheckId
  status: CheckStatus
  /** What was found there. */
  seen?: Message
  /** The one thing that puts it right. */
  repair?: Message
  exitCode?: ExitCode
  milliseconds: number
}

/** The same for scripts. */
export function checkRecord(checked: Checked, t: Translate): DataRecord<keyof typeof checkShape.fields> {
  const { id, status, exitCode, milliseconds } = checked
  const { seen, repair } = saidOf(checked, t)
  return { id, status, seen: seen ?? null, repair: repair ?? null, exitCode: exitCode ?? null, milliseconds }
}

/** The group that begins with this check, if one does: its head. */
export function headBefore(id: CheckId, { style, t }: Look): string | undefined {
  const groups = Object.keys(checkGroups) as CheckGroup[]
  const group = groups.find((name) => checkGroups[name][0] === id)
  return group && style.bold(t(`doctor.group.${group}`))
}

/** A line for one check, and below it how to put it right. */
export function viewCheck(checked: Checked, look: Look): string {
  const { style, t, width } = look
  const { seen: said = '', repair } = saidOf(checked, t)
  const label = t(`doctor.check.${checked.id}`)
  if (style.plain) {
    const line = style.labelled(`${t(`doctor.status.${checked.status}`)} ${label}`, said)
    return [line, ...(repair ? [style.labelled(t('doctor.repair'), repair)] : [])].join('\n')
  }
  const room = labelRoom(t)
  const isWide = width - room - 4 >= 30
  const indent = isWide ? room + 4 : 4
  const seen = below(said, width, indent)
  const fits = widthOf(label) + widthOf(said) + 4 <= width
  const head = `${markOf(checked.status, style)} ${isWide ? `${padded(label, room)}  ` : fits ? `${label}  ` : `${label}\n    `}`
  const line = head + (checked.status === 'skipped' ? style.dim(seen) : seen)
  return repair ? `${line}\n${' '.repeat(indent)}${style.cyan('→')} ${below(repair, width, indent + 2)}` : line
}

function below(text: string, width: number, indent: number): string {
  return wrapped(text, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`)
}

function saidOf({ seen, repair }: Checked, t: Translate): { seen?: string; repair?: string } {
  // Of several things to do, each has a line.
  return { ...(seen && { seen: plain(t(seen)) }), ...(repair && { repair: plain(t(repair), { multiline: true }) }) }
}

function labelRoom(t: Translate): number {
  const ids = Object.values(checkGroups).flat()
  return Math.max(...ids.map((id) => widthOf(t(`doctor.check.${id}`))))
}

function markOf(status: CheckStatus, style: Look['style']): string {
  if (status === 'ok') return style.green('✓')
  if (status === 'failed') return style.red('✗')
  return status === 'warning' ? style.yellow('!') : style.dim('–')
}
