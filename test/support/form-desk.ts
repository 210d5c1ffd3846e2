import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/app/context.ts'
import { askAndConfirmForm, askForm } from '../../src/commands/request/site-form/ask/ask-form.ts'
import type { FormAsking } from '../../src/commands/request/site-form/ask/form-asking.ts'
import type { FormRequest } from '../../src/commands/request/site-form/form-request.ts'
import { dates } from '../../src/dates/dates.ts'
import { givenFiles } from '../../src/files/given-file.ts'
import type { OpenForm } from '../../src/glpi/forms/open-form.ts'
import type { Language, MessageKey, MessageParameters } from '../../src/i18n/translate.ts'
import { createStyle } from '../../src/terminal/create-style.ts'
import { plain } from '../../src/terminal/sanitize.ts'
import { type Answer, scriptedPrompts } from './scripted-prompts.ts'
import { translator } from './translator.ts'

export interface FormCall extends Partial<Omit<FormAsking, 'context'>> {
  answers: Answer[]
  known?: Partial<FormRequest>
  /** Shows the whole before it leaves. */
  confirms?: boolean
  language?: Language
  fileLimit?: number
}

/** A person who answers a form by a script: the request that comes of it, what was kept meanwhile, and all that was said. */
export async function formAnswered(open: OpenForm, { answers, known = {}, ...call }: FormCall) {
  const { confirms = false, language = 'en', fileLimit = 2_000_000, ...asking } = call
  const t = translator(language)
  await t.ready()
  const style = createStyle({ colors: false, links: false })
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-form-'))
  const said: string[] = []
  const kept: Array<Partial<FormRequest>> = []
  const prompts = scriptedPrompts(answers)
  const say = (key: MessageKey, parameters?: MessageParameters) => said.push(plain(t(key, parameters)))
  const terminal = {
    ...{ style, noteStyle: style, width: 80, note: say, warn: say, remark: say },
    show: (text: string) => said.push(text),
    during: <Result>(_message: string, work: Promise<Result>) => work,
  }
  const context = {
    ...{ t, terminal, prompts, files: givenFiles(folder, folder) },
    ...{ settings: { notify: true, email: undefined, suggest: false, debug: false }, sleep: async () => undefined },
    platform: async () => ({ session: async () => ({ fileLimit }) }),
    dates: () => dates({ language, now: new Date(), timeZone: 'Europe/Paris' }),
  } as unknown as Context
  const ask = confirms ? askAndConfirmForm : askForm
  const request = await ask(open, known, {
    keep: async (part) => void kept.push(structuredClone({ answers: part.answers ?? {} })),
    ...{ url: 'https://support.example/Form/Render/3', brief: false, typed: {} },
    ...{ opening: () => undefined, suggest: () => undefined },
    ...asking,
    context,
  })
  prompts.finish()
  return { request, kept, said, folder, text: said.join('\n') }
}

/** A form that is open on no site: what is seen of it is as this says. */
export function openForm(page: OpenForm['page'], parts: Partial<OpenForm> = {}): OpenForm {
  const blocks = page.sections.flatMap((section) => section.blocks)
  const ids = (kind: 'question' | 'comment') => new Set(blocks.filter((one) => one.block === kind).map(({ id }) => id))
  return {
    page,
    visible: async () => ({
      button: true,
      sections: new Set(page.sections.map(({ id }) => id)),
      questions: ids('question'),
      comments: ids('comment'),
    }),
    check: async () => [],
    choices: async () => ({ choices: [], more: false }),
    submit: async () => ({ tickets: [] }),
    ...parts,
  }
}
