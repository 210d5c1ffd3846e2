import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { Named } from '../../itil/person.ts'
import { chosen } from '../choice/choose.ts'
import { described, knowValues } from '../command-facts.ts'
import { inSomeRole, refuseUnlessKept } from '../role.ts'

export interface UseOptions {
  wanted?: string
  alone?: boolean
}

export function addUse(entity: Command, context: Context, run = use): void {
  const { t } = context
  const command = described(entity.command('use'), 'entity.use', t)
    .argument('[name]', t('entity.use.name'))
    .option('--alone', t('entity.use.option.alone'))
    .action((wanted: string | undefined, flags: Pick<UseOptions, 'alone'>) =>
      run({ ...flags, ...(wanted === undefined ? {} : { wanted }) }, context),
    )
  knowValues(command, { name: 'entity' }).examples = [
    'ipeos entity use IPEOS-WTC',
    'ipeos entity use all',
    'ipeos ticket list --entity IPEOS-WTC',
  ]
}

/** Goes to an entity for this command and the next ones; the profile stays. */
async function use({ wanted, alone }: UseOptions, context: Context): Promise<void> {
  const { account, terminal, t } = context
  if (wanted === undefined && !terminal.interactive) throw new WrongUsage('which-entity')
  if (alone && wanted?.toLowerCase() === 'all') throw new WrongUsage('below-alone')
  await refuseUnlessKept(context, 'entity')
  const platform = await inSomeRole(context)
  const entity = wanted?.toLowerCase() === 'all' ? 'all' : await named(wanted, await offered(), context)
  const profile = await profileToKeep(platform, context)
  const person = await platform.roles.take({
    ...(profile && { profile: profile.id }),
    ...(entity === 'all' ? { entity } : { entity: entity.id, ...(alone && { alone }) }),
  })
  const kept = entity === 'all' ? entity : { ...person.entity, ...(alone && { alone }) }
  await account.keepRole({ ...(profile && { profile }), entity: kept })
  terminal.done('entity.use.done', { entity: person.entity.name, profile: person.profile.name })
  if (person.reach) terminal.note(`entity.reach.${person.reach}`)

  function offered(): Promise<Named[]> {
    return terminal.during(t('entity.loading'), platform.roles.entities())
  }
}

/** An entity is chosen for a profile: the one of this call, where it says one, else the one that the account chose. */
async function profileToKeep({ roles }: Platform, { settings, account }: Context): Promise<Named | undefined> {
  if (settings.profile === undefined) return account.role().profile
  const { id, name } = chosen(settings.profile, await roles.profiles(), 'unknown-profile')
  return { id, name }
}

async function named(wanted: string | undefined, offered: Named[], { prompts, t }: Context): Promise<Named | 'all'> {
  if (wanted !== undefined) return chosen(wanted, offered, 'unknown-entity')
  const { plain } = await import('../../terminal/sanitize.ts')
  return prompts.search<Named | 'all'>({
    message: t('entity.use.ask'),
    choices: [
      ...offered.map((value) => ({ name: plain(value.name), value })),
      ...(offered.length > 1 ? [{ name: t('entity.use.all'), value: 'all' as const }] : []),
    ],
  })
}
