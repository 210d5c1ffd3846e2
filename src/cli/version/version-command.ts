import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { described } from '../../commands/command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printOne } from '../../commands/output.ts'
import { versionRecord, versionShape } from '../../records/version.ts'
import type { Release } from './newest-release.ts'

export interface VersionOptions extends OutputFlags {
  check?: boolean
}

/** `ipeos version`, and `ipeos version --check`: nothing else ever looks for a newer one. */
export function addVersion(program: Command, context: Context, run = showVersion): void {
  const { t } = context
  const command = described(program.command('version'), 'version', t)
    .option('--check', t('version.option.check'))
    .action((flags: VersionOptions) => run(flags, context))
  addOutputFlags(command, t, versionShape).examples = ['ipeos version', 'ipeos version --check']
}

async function showVersion(flags: VersionOptions, context: Context): Promise<void> {
  const { terminal, version } = context
  const output = await outputOf(flags, versionShape, context, 'table')
  if (!output) return
  const { newestRelease, isNewer } = await import('./newest-release.ts')
  const release = flags.check ? await newestRelease(context) : undefined
  const newer = release && isNewer(release.version, version)
  if (output.as !== 'table') return printOne(versionRecord(version, release, newer), output, context)
  terminal.print(version)
  if (release) tellRelease(release, newer === true, context)
}

/** A newer one is told whoever wants to hear of nothing while all is well (`--quiet`), too. */
function tellRelease({ version: latest, released, page }: Release, isNewer: boolean, context: Context): void {
  const { terminal, dates } = context
  if (!isNewer) {
    terminal.done('version.newest')
    return
  }
  if (released) terminal.remark('version.newer-of', { latest, day: dates().day(new Date(`${released}T12:00`)) })
  else terminal.remark('version.newer', { latest })
  if (page) terminal.note('version.page', { page })
  else terminal.note('version.no-page')
}
