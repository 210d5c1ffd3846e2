import type { Translate } from '../i18n/translate.ts'
import {
  type Checked,
  type CheckGroup,
  type CheckId,
  type CheckStatus,
  checkGroups,
  checkRecord,
} from '../records/check.ts'
import { padded, widthOf, wrapped } from '../terminal/width.ts'
import type { Look } from './look.ts'

/** The group that begins with this check, if one does: its head. */
export function headBefore(id: CheckId, { style, t }: Look): string | undefined {
  const groups = Object.keys(checkGroups) as CheckGroup[]
  const group = groups.find((name) => checkGroups[name][0] === id)
  return group && style.bold(t(`doctor.group.${group}`))
}

/** A line for one check, and below it how to put it right. */
export function viewCheck(checked: Checked, look: Look): string {
  const { style, t, width } = look
  const { seen, repair } = checkRecord(checked, t)
  const found = seen ?? ''
  const label = t(`doctor.check.${checked.id}`)
  if (style.plain) {
    const line = style.labelled(`${t(`doctor.status.${checked.status}`)} ${label}`, found)
    return [line, ...(repair ? [style.labelled(t('doctor.repair'), repair)] : [])].join('\n')
  }
  const room = labelRoom(t)
  const isWide = width - room - 4 >= 30
  const indent = isWide ? room + 4 : 4
  const text = below(found, width, indent)
  const fits = widthOf(label) + widthOf(found) + 4 <= width
  const head = `${markOf(checked.status, style)} ${isWide ? `${padded(label, room)}  ` : fits ? `${label}  ` : `${label}\n    `}`
  const line = head + (checked.status === 'skipped' ? style.dim(text) : text)
  return repair ? `${line}\n${' '.repeat(indent)}${style.cyan('→')} ${below(repair, width, indent + 2)}` : line
}

function below(text: string, width: number, indent: number): string {
  return wrapped(text, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`)
}

function labelRoom(t: Translate): number {
  const ids = Object.values(checkGroups).flat()
  return Math.max(...ids.map((id) => widthOf(t(`doctor.check.${id}`))))
}

function markOf(status: CheckStatus, style: Look['style']): string {
  if (status === 'ok') return style.green('✓')
  if (status === 'failed') return style.red('✗')
  return status === 'warning' ? style.magenta('!') : style.dim('–')
}
