import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Context } from '../../app/context.ts'
import { Failed, WrongUsage } from '../../errors/error.ts'
import { type CatalogueKind, catalogueKinds } from '../../sandbox/forms/catalogue-kind.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { type SignInKind, signInKinds, signInSettings } from '../../sandbox/web/account/sign-in-kind.ts'
import { sandboxFolder } from '../../settings/folders.ts'
import { described, knowValues } from '../command-facts.ts'

export interface StartOptions {
  /** A usual one, or else a free one, where none is named. */
  port?: number
  data?: string
  glpi: '10.0' | '11.0'
  tickets?: number
  catalogue?: CatalogueKind
  entities?: 'nested' | 'apart'
  equipment?: 'one' | 'several'
  passwordPolicy?: boolean
  /** Whose password is out of date. */
  passwordExpired?: string
  signIn?: SignInKind
}

export function addSandboxStart(sandbox: Command, context: Context, run = startSandbox): void {
  const { t } = context
  const command = described(sandbox.command('start'), 'sandbox.start', t)
    .option('--port <port>', t('sandbox.start.port'), wholeNumber('wrong-port', 65_535))
    .option('--data <folder>', t('sandbox.data'))
    .addOption(new Option('--glpi <version>', t('sandbox.start.glpi')).choices(['10.0', '11.0']).default('11.0'))
    .option('--tickets <count>', t('sandbox.start.tickets'), wholeNumber('wrong-tickets', 1_000_000))
    .addOption(new Option('--catalogue <kind>', t('sandbox.start.catalogue')).choices([...catalogueKinds]))
    .addOption(new Option('--entities <kind>', t('sandbox.start.entities')).choices(['nested', 'apart']))
    .addOption(new Option('--equipment <kind>', t('sandbox.start.equipment')).choices(['one', 'several']))
    .option('--password-policy', t('sandbox.start.password-policy'))
    .addOption(new Option('--password-expired <name>', t('sandbox.start.password-expired')).choices(people))
    .addOption(new Option('--sign-in <kind>', t('sandbox.start.sign-in')).choices([...signInKinds]))
    .action((flags: StartOptions) => run(flags, context))
  command.examples = [
    'ipeos sandbox start --port 8080',
    'ipeos sandbox start --glpi 11.0 --equipment several',
    'ipeos ticket list --url http://127.0.0.1:8080',
  ]
  knowValues(command, { '--data': 'folder' })
}

const people = ['alice', 'henri', 'bob', 'teo', 'glpi']

/** Serves the embedded platform on loopback until the process is stopped. On stdout, where it listens; for scripts in words that stay. */
export async function startSandbox(
  { port, data, glpi, catalogue, passwordPolicy, passwordExpired, signIn, ...content }: StartOptions,
  context: Context,
): Promise<never> {
  const { settings, terminal, clock } = context
  const { openOrPutAside } = await import('./data-folder.ts')
  // Empty as of an unset variable: the folder that one is in is hardly meant.
  const folder = !data ? sandboxFolder(settings.folders) : resolve(data)
  const { openSandbox } = await import('../../sandbox/sandbox.ts')
  const sandbox = await openOrPutAside(folder, clock.now(), async () => {
    await takeForGood(folder, context)
    const { catalogueOf } = await import('../../sandbox/forms/site-forms.ts')
    const { stockPolicy } = await import('../../sandbox/configuration.ts')
    const configuration = {
      ...(catalogue === undefined ? {} : { catalogue: catalogueOf(catalogue) }),
      ...(passwordPolicy ? { passwordPolicy: { ...stockPolicy, isUsed: true } } : {}),
      ...(signIn === undefined ? {} : signInSettings(signIn)),
    }
    return openSandbox({ glpi, data: folder, configuration, everyday: true, ...contentOf(content) })
  })
  if (passwordExpired !== undefined) sandbox.expirePassword(passwordExpired)
  const { url } = await (port === undefined ? serveAnywhere(sandbox) : serveAt(sandbox, port))
  terminal.print(terminal.outputIsTerminal ? url : `listening on ${url}`)
  terminal.note('sandbox.started', { glpi, folder })
  await tellPasswords(sandbox, { url, expired: passwordExpired }, context)
  return new Promise(() => undefined)
}

/** How to log in there: as alice, and as who is to find an expired password. */
async function tellPasswords(
  sandbox: Sandbox,
  { url, expired }: { url: string; expired: string | undefined },
  { terminal }: Context,
): Promise<void> {
  const { firstPassword } = await import('../../sandbox/seed/accounts.ts')
  for (const user of new Set(['alice', expired ?? 'alice'])) {
    terminal.note(`sandbox.log-in.${sandbox.passwordOf(user)}`, { url, user, password: firstPassword(user) })
  }
}

function contentOf({ tickets, entities, equipment }: Pick<StartOptions, 'tickets' | 'entities' | 'equipment'>) {
  return {
    ...(tickets === undefined ? {} : { tickets }),
    ...(entities === undefined ? {} : { entities }),
    ...(equipment === undefined ? {} : { belongings: equipment === 'several' }),
  }
}

/** The same each time, so that a login to it stays one. */
const usualPort = 8470

async function serveAnywhere(sandbox: Sandbox) {
  try {
    return await serveAt(sandbox, usualPort)
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    return serveAt(sandbox, 0)
  }
}

async function serveAt(sandbox: Sandbox, port: number) {
  const { serve } = await import('../../sandbox/serve.ts')
  return serve(sandbox, { port }).catch((cause: NodeJS.ErrnoException) => {
    throw new Failed(cause.code === 'EADDRINUSE' ? 'port-taken' : 'port-refused', { port }, { cause })
  })
}

/** Milliseconds; while it runs it is touched far more often. */
const longestRun = 24 * 3_600_000

/**
 * Two that are started on one folder would each go on as if it were alone, with other options: the second is refused.
 * Commands with --sandbox may use it meanwhile. What a killed process held is free.
 */
async function takeForGood(folder: string, { holder }: Context): Promise<void> {
  const { holderOf, lock } = await import('../../files/lock.ts')
  const { makeFolder } = await import('../../files/make-folder.ts')
  const path = join(folder, 'started.lock')
  await makeFolder(folder, 0o700)
  if (await lock(path, { holder, longest: longestRun })) return
  throw new Failed('sandbox-in-use', { folder, pid: String((await holderOf(path)) ?? '?') })
}

function wholeNumber(code: 'wrong-port' | 'wrong-tickets', most: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(number <= most)) throw new WrongUsage(code, { text, most })
    return number
  }
}
