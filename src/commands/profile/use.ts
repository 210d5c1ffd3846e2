import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { HeldProfile, Named } from '../../itil/person.ts'
import { askedRole, type SavedRole } from '../../settings/account/saved-account.ts'
import { chosen } from '../choice/choose.ts'
import { described, knowValues } from '../command-facts.ts'
import { inSomeRole, refuseUnlessKept } from '../role.ts'

export function addUse(profile: Command, context: Context, run = use): void {
  const { t } = context
  const command = described(profile.command('use'), 'profile.use', t)
    .argument('[name]', t('profile.use.name'))
    .action((wanted: string | undefined) => run(wanted, context))
  knowValues(command, { name: 'profile' }).examples = [
    'ipeos profile use Self-Service',
    'ipeos ticket list --profile Self-Service',
  ]
}

/** Takes a profile for this command and the next ones; an entity that was chosen before went with the former one. */
async function use(wanted: string | undefined, context: Context): Promise<void> {
  const { account, terminal, t } = context
  if (wanted === undefined && !terminal.interactive) throw new WrongUsage('which-profile')
  await refuseUnlessKept(context, 'profile')
  const platform = await inSomeRole(context)
  const offered = await terminal.during(t('profile.loading'), platform.roles.profiles())
  const profile = wanted === undefined ? await ask(offered, context) : chosen(wanted, offered, 'unknown-profile')
  const { entity: former, profile: before } = account.role()
  const named = { id: profile.id, name: profile.name }
  const keeps = before?.id === profile.id && former
  const entity = (await entityOfCall(named, platform, context)) || keeps
  const role = { profile: named, ...(entity && { entity }) }
  const person = await platform.roles.take(askedRole(role) ?? {})
  await account.keepRole(role)
  terminal.done('profile.use.done', { profile: person.profile.name, entity: person.entity.name })
  if (former && !entity) terminal.remark('profile.use.entity-gone')
}

/** Where `--entity` says one, it is chosen with the profile. */
async function entityOfCall(
  profile: Named,
  { roles }: Platform,
  { settings }: Context,
): Promise<SavedRole['entity'] | undefined> {
  const { entity } = settings
  if (entity === undefined) return undefined
  if (entity.toLowerCase() === 'all') return 'all'
  await roles.take({ profile: profile.id })
  return chosen(entity, await roles.entities(), 'unknown-entity')
}

async function ask(offered: HeldProfile[], { prompts, t, account }: Context): Promise<HeldProfile> {
  const { plain } = await import('../../terminal/sanitize.ts')
  const current = offered.find(({ id }) => id === account.role().profile?.id)
  return prompts.select({
    message: t('profile.use.ask'),
    choices: offered.map((value) => ({
      name: plain(`${value.name} (${value.entities.map(({ name }) => name).join(', ')})`),
      value,
    })),
    ...(current && { default: current }),
  })
}
