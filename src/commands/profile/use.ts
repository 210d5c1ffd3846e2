import { Argument, type Command } from 'commander'
import type { Context } from '../../context.ts'
import { WrongUsage } from '../../errors.ts'
import type { HeldProfile } from '../../glpi/role.ts'
import { askedRole } from '../../settings/saved-account.ts'
import { chosen, profileKind } from '../choose.ts'
import { inSomeRole, refuseUnlessKept } from '../role.ts'

export function addUse(profile: Command, context: Context, run = use): void {
  const { t } = context
  const name = new Argument('[name]', t('profile.use.name'))
  name.live = 'profile'
  const command = profile
    .command('use')
    .summary(t('profile.use.summary'))
    .description(t('profile.use.description'))
    .addArgument(name)
    .action((wanted: string | undefined) => run(wanted, context))
  command.examples = ['ipeos profile use Self-Service', 'ipeos ticket list --profile Self-Service']
}

/** Takes a profile for this command and the next ones; an entity that was chosen before went with the former one. */
async function use(wanted: string | undefined, context: Context): Promise<void> {
  const { account, terminal, t } = context
  if (wanted === undefined && !terminal.interactive)
    throw new WrongUsage('profile.use.missing', {}, { hint: { key: 'role.no-profile.hint' } })
  refuseUnlessKept(context, 'profile')
  const platform = await inSomeRole(context)
  const offered = await terminal.during(t('profile.loading'), platform.roles.profiles())
  const profile = wanted === undefined ? await ask(offered, context) : chosen(wanted, offered, profileKind)
  const { entity: former, profile: before } = account.role()
  const keeps = before?.id === profile.id && former
  const named = { id: profile.id, name: profile.name }
  const role = { profile: named, ...(keeps && { entity: keeps }) }
  const person = await platform.roles.take(askedRole(role) ?? {})
  await account.keepRole(role)
  terminal.note('profile.use.done', { profile: person.profile.name, entity: person.entity.name })
  if (former && !keeps) terminal.note('profile.use.entity-gone')
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
