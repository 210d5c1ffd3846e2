import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export interface WhoamiOptions {
  json?: true | string
}

export function addWhoami(program: Command, context: Context, run = whoami): void {
  const { t } = context
  program
    .command('whoami')
    .summary(t('whoami.summary'))
    .description(t('whoami.description'))
    .option('--json [fields]', t('whoami.option.json'))
    .action((flags: WhoamiOptions) => run(flags, context))
}

/** Has the platform say who this is: a session alone would not prove that the credential still holds. */
export async function whoami({ json }: WhoamiOptions, context: Context): Promise<void> {
  const { account, terminal, t } = context
  const { identityFields, identityRecord, viewIdentity } = await import('../../views/identity.ts')
  const { fieldsOf, toJson, toTsv } = await import('../../views/records.ts')
  if (json !== undefined) fieldsOf(json, identityFields)

  const platform = await context.platform()
  const person = await platform.whoAmI()
  const { glpiVersion } = await platform.session()
  const email = person.email ?? (await platform.form.read()).email
  const record = identityRecord({ person, email, glpiVersion, url: account.url, source: await account.source() })
  if (json !== undefined) terminal.print(toJson(record, json))
  else if (terminal.outputIsTerminal) terminal.print(viewIdentity(record, terminal.style, t, terminal.width))
  else
    terminal.print(
      toTsv(
        Object.entries(record).map(([field, value]) => ({ field, value })),
        ['field', 'value'],
      ),
    )
}
