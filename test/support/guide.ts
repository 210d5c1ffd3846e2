import { PassThrough } from 'node:stream'
import type { World } from '../../src/app/world.ts'
import { type Language, loadTranslator, type Translate } from '../../src/i18n/translate.ts'
import type { Prompts } from '../../src/terminal/prompts/prompts.ts'
import { ended } from '../../src/terminal/prompts/question-ending.ts'
import type { Desk } from './desk.ts'
import { type Answer, scriptedPrompts } from './scripted-prompts.ts'

const block = /^```console\n([\s\S]*?)^```$/gm

export interface Reader {
  desk: Desk
  language: Language
  /** What the reader answers to the questions of a command. */
  answers: Readonly<Record<string, Answer[]>>
  env?: Record<string, string>
  world: Partial<World>
}

/** The guide with every `$ ipeos …` of its consoles run, in order, and followed by what is then on the screen. */
export async function played(guide: string, reader: Reader): Promise<string> {
  let result = ''
  let end = 0
  for (const found of guide.matchAll(block)) {
    result += guide.slice(end, found.index)
    const commands = [...(found[1] ?? '').matchAll(/^\$ (ipeos\b.*)$/gm)].map(([, command = '']) => command)
    const shown: string[] = []
    for (const command of commands) shown.push(`$ ${command}\n${await screen(command, reader)}`)
    result += `\`\`\`console\n${shown.join('')}\`\`\``
    end = found.index + found[0].length
  }
  return result + guide.slice(end)
}

/** What one command leaves on a terminal of 80 columns, its questions with their answers included. */
async function screen(command: string, { desk, language, answers, env, world }: Reader): Promise<string> {
  const chunks: string[] = []
  const output = Object.assign(new PassThrough(), {
    ...{ isTTY: true, columns: 80 },
    // What a spinner asks of a terminal: on a busy machine one comes.
    ...{ cursorTo: () => true, moveCursor: () => true, clearLine: () => output.write('\u001b[2K') },
  })
  output.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')))
  const prompts = scriptedPrompts(answers[command] ?? [])
  const stream = output as unknown as World['stdout']
  const t = await loadTranslator(language)
  await t.ready()
  const yesOrNo = (value: boolean) => t(value ? 'terminal.yes' : 'terminal.no')
  const told = {
    ...world,
    stdout: stream,
    stderr: stream,
    prompts: echoing(prompts, { yesOrNo, t }, (line) => chunks.push(line)),
  }
  await desk.ipeos(wordsOf(command).slice(1), {
    columns: 80,
    env: { LANG: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8', NO_COLOR: '1', ...env },
    world: told,
  })
  const text = chunks
    .join('')
    // A bar draws itself over what it drew before, as a spinner does.
    .replace(/[^\n]*\u001b\[2K/g, '')
    .replace(/\u001b\[\?\d+[hl]/g, '')
    .replace(/[ \u00a0]+$/gm, '')
  if (/unexpected question|no such choice/.test(text)) throw new Error(`${command}\n${text}`)
  prompts.finish()
  return text.endsWith('\n') || text === '' ? text : `${text}\n`
}

/** As a shell splits them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
}

/** Shows each question with its answer, as it stays on the screen once it is answered. */
function echoing(
  prompts: Prompts,
  { yesOrNo, t }: { yesOrNo(value: boolean): string; t: Translate },
  show: (line: string) => void,
): Prompts {
  const answered = (message: string, answer: string) => show(`✔ ${ended(message, t)} ${answer}\n`)
  const choosing =
    (ask: Prompts['select']): Prompts['select'] =>
    async (question) => {
      const value = await ask(question)
      answered(question.message, question.choices.find((choice) => choice.value === value)?.name ?? String(value))
      return value
    }
  const typing =
    (ask: Prompts['input']): Prompts['input'] =>
    async (question) => {
      const value = await ask(question)
      answered(question.message, value)
      return value
    }
  return {
    ...prompts,
    files: async (question) => {
      const taken = await prompts.files(question)
      show(`✔ ${t('files.answered', { count: taken.length, names: taken.map(question.name).join(', ') })}\n`)
      return taken
    },
    select: choosing(prompts.select),
    search: choosing(prompts.search),
    input: typing(prompts.input),
    text: typing(prompts.text),
    password: async (question) => {
      const value = await prompts.password(question)
      answered(question.message, '')
      return value
    },
    confirm: async (question) => {
      const value = await prompts.confirm(question)
      answered(question.message, yesOrNo(value))
      return value
    },
  }
}
