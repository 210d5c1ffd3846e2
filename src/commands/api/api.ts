import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import type { ApiMethod } from '../../glpi/api/api.ts'
import { described, knowValues } from '../command-facts.ts'
import { addFilters } from '../output.ts'
import { type ApiFlags, type ApiOptions, filterOption } from './call.ts'
import { fieldOptions } from './field.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly ApiMethod[]

export function addApi(program: Command, context: Context, run = api): void {
  const { t } = context
  const fields = fieldOptions()
  const command = described(program.command('api'), 'api', t)
    .argument('<method>', t('api.argument.method'), methodOf)
    .argument('<path>', t('api.argument.path'))
    .option('-f, --raw-field <key=value>', t('api.option.raw-field'), fields.raw)
    .option('-F, --field <key=value>', t('api.option.field'), fields.typed)
    .option('--input <file>', t('api.option.input'))
    .option('--paginate', t('api.option.paginate'))
    .option('--ndjson', t('api.option.ndjson'))
    .option('-i, --include', t('api.option.include'))
    .option('-o, --output <file>', t('api.option.output'))
  addFilters(command, t).action((method: ApiMethod, path: string, flags: ApiFlags) =>
    run({ method, path, ...flags }, context),
  )
  command.filtersAnswer = true
  knowValues(command, { '--input': 'file', '--output': 'file' }).examples = [
    'ipeos api GET Ticket/15 --jq .name',
    "ipeos api GET search/Ticket -f 'forcedisplay[0]=1' --paginate",
    "ipeos api POST Ticket -f 'input[name]=Imprimante' -f 'input[content]=Elle ne répond plus.'",
  ]
}

function methodOf(text: string): ApiMethod {
  const method = methods.find((one) => one === text.toUpperCase())
  if (method) return method
  throw new WrongUsage('wrong-method', { method: text, methods: methods.join(', ') })
}

/** Sends one call of the API as this account, and prints what it answers, whatever that is. */
export async function api(options: ApiOptions, context: Context): Promise<void> {
  refuseMixtures(options)
  const [{ callOf }, { showAnswer, showPages }] = await Promise.all([import('./call.ts'), import('./show-answer.ts')])
  const call = await callOf(options, context)
  const platform = await context.platform()
  if (options.paginate) return showPages(platform.api.pages(call), options, context)
  const answer = await context.terminal.during(context.t('api.waiting'), platform.api.send(call))
  await showAnswer(answer, options, context)
}

/** Pages come by GET, as one list, and nowhere else than on stdout. */
function refuseMixtures(options: ApiOptions): void {
  const { method, paginate, ndjson, include, output, input } = options
  const filter = filterOption(options)
  const other = include ? '--include' : output === undefined ? undefined : '--output'
  if (filter && other) throw new WrongUsage('filter-alone', { option: filter, other })
  if (paginate && (method !== 'GET' || include || output !== undefined)) throw new WrongUsage('paginate-alone')
  if (ndjson && !paginate) throw new WrongUsage('ndjson-alone')
  if (method === 'GET' && input !== undefined) throw new WrongUsage('input-of-get')
}
