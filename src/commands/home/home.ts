import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { homeRecord, homeShape } from '../../records/home.ts'
import { described } from '../command-facts.ts'
import { throwIfLeftOut } from '../left-out.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'

export function addHome(program: Command, context: Context, run = home): void {
  const { t } = context
  const command = described(program.command('home'), 'home', t).action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, homeShape).examples = ['ipeos home', 'ipeos home --json open,awaiting']
}

async function home(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t, account, clock, drafts } = context
  const output = await outputOf(flags, homeShape, context)
  if (!output) return
  if (output.as === 'table' && (await account.source()) === undefined) return welcome(context)
  const { readHome } = await import('./read-home.ts')
  const { patience } = await import('./in-time.ts')
  const { viewHome } = await import('../../views/home.ts')
  const { idleDrafts, currentOwner } = await import('../../drafts/own-drafts.ts')
  const readPage = async () => {
    const platform = await context.platform()
    const page = await readHome(platform, { now: clock.now(), patience })
    return { ...page, drafts: await idleDrafts(drafts, await currentOwner(platform)) }
  }
  const page = await terminal.during(t('home.loading'), readPage())
  if (output.as !== 'table') await printOne(homeRecord(page, account.url, context.dates()), output, context)
  else await terminal.page(viewHome(page, lookOf(context), context.menuFollows))
  throwIfLeftOut(page.unlisted)
}

/** For whoever is not logged in: how to begin. */
async function welcome({ terminal, t, account, settings, accounts, menuFollows }: Context): Promise<void> {
  const platform = settings.sandbox ? t('login.sandbox') : account.url
  const commands = [
    t('home.welcome-login'),
    t('home.welcome-password'),
    t('home.welcome-lost'),
    ...(settings.sandbox ? [] : [t('home.welcome-sandbox')]),
    ...(accounts.list().length > 0 ? [t('account.to-use')] : []),
  ]
  const { wrapped } = await import('../../terminal/width.ts')
  // What they do is offered otherwise.
  const lines = [t('home.welcome', { platform }), ...(menuFollows ? [] : commands)]
  for (const line of lines) terminal.print(wrapped(line, terminal.width))
}
