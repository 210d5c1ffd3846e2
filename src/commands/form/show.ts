import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { FormPage } from '../../itil/site-form.ts'
import { formPageRecord, formPageShape } from '../../records/form/form-page.ts'
import { fitForTerminal } from '../../records/format/json.ts'
import { findForm, formArgument } from '../choice/find-form.ts'
import { described } from '../command-facts.ts'
import { openPage } from '../handover/open-page.ts'
import { addOutputFlags, lookOfPage, type OutputFlags, outputOf, printOne } from '../output.ts'
import { rememberQuestions } from '../request/site-form/remember-questions.ts'

interface ShowOptions extends OutputFlags {
  /** A number, the address of its page, or its title. */
  form: string
  web?: boolean
  /** An empty answers file, or the schema of one, is wanted in the place of the form. */
  answersTemplate?: boolean
  answersSchema?: boolean
}

export function addFormShow(form: Command, context: Context, run = show): void {
  const { t } = context
  const command = described(form.command('show'), 'catalog.show', t)
    .addArgument(formArgument(t))
    .option('-w, --web', t('catalog.option.web'))
    .option('--answers-template', t('catalog.option.answers-template'))
    .option('--answers-schema', t('catalog.option.answers-schema'))
    .action((named: string, flags: Omit<ShowOptions, 'form'>) => run({ form: named, ...flags }, context))
  addOutputFlags(command, t, formPageShape).examples = [
    'ipeos form show imprimante',
    'ipeos form show 1 --json sections',
    'ipeos form show 3 --answers-template > reponses.json',
    'ipeos form show 3 --answers-schema',
  ]
}

async function show(
  { form: named, web, answersTemplate, answersSchema, ...flags }: ShowOptions,
  context: Context,
): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, formPageShape, context, 'table')
  if (!output) return
  const { forms } = await context.platform()
  const reading = findForm(named, forms).then((id) => forms.read(id))
  const page = await terminal.during(t('catalog.loading'), reading)
  await rememberQuestions(page, context)
  const url = await forms.link(page.id)
  if (web) return openPage(url, context)
  if (answersTemplate || answersSchema) return printAnswersFile(page, { url, isSchema: answersSchema }, context)
  if (output.as !== 'table') return printOne(formPageRecord(page, url), output, context)
  const { formPage } = await import('../../views/form/form.ts')
  await terminal.page(formPage(page, url, lookOfPage(context)))
  if (terminal.outputIsTerminal) terminal.note('catalog.may-open', { id: page.id })
}

/** What an answers file of this form may hold, to be filled in, or for a program. */
async function printAnswersFile(
  page: FormPage,
  { url, isSchema }: { url: string; isSchema: boolean | undefined },
  { terminal, t }: Context,
): Promise<void> {
  if (isSchema) {
    const { answersSchema } = await import('../request/site-form/template/answers-schema.ts')
    return terminal.print(fitForTerminal(JSON.stringify(answersSchema(page), null, 2)))
  }
  const { answersTemplate } = await import('../request/site-form/template/answers-template.ts')
  terminal.print(answersTemplate(page, url, t))
}
