import type { Context } from '../../app/context.ts'
import { sizeWord } from '../../i18n/size.ts'
import { type Check, type Finding, fine, skipped, warned } from './check.ts'
import type { Visit } from './visit.ts'

/** What one comes for: tickets, the form, files, dates that are right. Only read. */
export function useChecks(context: Context, visit: Visit): Check[] {
  return [
    { id: 'tickets', needs: ['session'], look: () => listTickets(visit) },
    { id: 'form', needs: ['session'], look: () => readForm(context, visit) },
    { id: 'upload', needs: ['session'], look: () => lookAtLimit(context, visit) },
    { id: 'clock', needs: ['session'], look: () => compareClocks(visit) },
  ]
}

async function listTickets(visit: Visit): Promise<Finding> {
  const { platform } = await visit.login()
  const { tickets, total } = await platform.tickets.list({ first: 0, count: 1 })
  const [last] = tickets
  return last ? fine('doctor.seen.tickets', { total, id: last.id }) : fine('doctor.seen.no-tickets')
}

async function readForm({ t }: Context, visit: Visit): Promise<Finding> {
  const { platform } = await visit.login()
  const { source, reason, categories, mandatory } = await platform.form.read({ refresh: true })
  if (source === 'none') {
    const why = reason ? t(reason) : ''
    return warned({ key: 'doctor.seen.no-form', parameters: { why } }, { key: 'doctor.repair.no-form' })
  }
  const { mandatoryWords } = await import('../../views/ticket/form.ts')
  return fine(`doctor.seen.form.${source}`, { count: categories.length, fields: mandatoryWords(mandatory, t) })
}

/** The form says how much the web server takes; the configuration, how much GLPI would. */
async function lookAtLimit({ t }: Context, visit: Visit): Promise<Finding> {
  const { platform } = await visit.login()
  const [{ fileLimit: configured }, { fileLimit }] = await Promise.all([platform.session(), platform.form.read()])
  const size = sizeWord(fileLimit, t.language)
  if (fileLimit <= 0) return warned({ key: 'doctor.seen.no-files' }, { key: 'doctor.repair.upload' })
  if (fileLimit >= configured) return fine('doctor.seen.upload', { size })
  const parameters = { size, configured: sizeWord(configured, t.language) }
  return warned({ key: 'doctor.seen.upload-less', parameters }, { key: 'doctor.repair.upload' })
}

/** Milliseconds: dates of tickets are told by the minute. */
const tolerance = 2 * 60_000

async function compareClocks(visit: Visit): Promise<Finding> {
  const { clockAhead, zoneMoved } = await visit.inspection()
  if (zoneMoved !== 0) {
    const parameters = { minutes: Math.abs(zoneMoved) }
    const key = zoneMoved > 0 ? 'doctor.seen.zone-ahead' : 'doctor.seen.zone-behind'
    return warned({ key, parameters }, { key: 'doctor.repair.zone' })
  }
  if (clockAhead === undefined) return skipped('doctor.seen.not-known')
  const difference = Math.abs(clockAhead)
  if (difference <= tolerance) return fine('doctor.seen.clock')
  const key = clockAhead > 0 ? 'doctor.seen.clock-behind' : 'doctor.seen.clock-ahead'
  return warned({ key, parameters: { minutes: Math.round(difference / 60_000) } }, { key: 'doctor.repair.clock' })
}
