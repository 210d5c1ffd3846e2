import { plainSentence } from '../../../../glpi/html.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import type { FormBlock, FormPage, FormQuestion, FormSection, QuestionKind } from '../../../../itil/site-form.ts'
import { fitForTerminal } from '../../../../records/format/json.ts'
import { plain } from '../../../../terminal/sanitize.ts'
import { wrapped } from '../../../../terminal/width.ts'
import { kindWords } from '../../../../views/form/form.ts'
import { nameOf } from '../question-name.ts'

/** Columns of a comment. */
const width = 96

/**
 * An answers file of a form that waits to be filled in: a line each question, what is known of it in comments above. What
 * the form proposes stands there already; what comes with some answers only is a comment itself.
 */
export function answersTemplate(page: FormPage, url: string, t: Translate): string {
  const command = t('answer.template.command', { id: page.id })
  const head = [page.title, url, t('answer.template.about'), command, t('answer.template.comments')]
  const sections = page.sections.map((section) => sectionLines(section, page, t))
  const lines = sections.flatMap((lines, place) => (place === 0 ? lines : ['', ...lines]))
  return [...head.flatMap((text) => comment(text, '')), '{', ...lines, '}', ''].join('\n')
}

function sectionLines(section: FormSection, page: FormPage, t: Translate): string[] {
  const { title, description, blocks, conditional } = section
  const only = conditional ? ` (${t('catalog.conditional')})` : ''
  const head = [...(title ? comment(`## ${title}${only}`) : []), ...comment(description)]
  const parts = blocks.map((block) => blockLines(block, section, page, t))
  return [...head, ...parts.flatMap((lines, place) => (place === 0 && head.length === 0 ? lines : ['', ...lines]))]
}

function blockLines(block: FormBlock, section: FormSection, page: FormPage, t: Translate): string[] {
  if (block.block === 'comment') return comment(`${block.title}${t('catalog.colon')}${block.text}`)
  const marks = [
    kindWords(block, t),
    ...(block.mandatory ? [t('catalog.mandatory')] : []),
    ...(block.conditional ? [t('catalog.conditional')] : []),
  ]
  const about = `${marks.join(', ')}${exampleOf(block, t) ?? choicesOf(block, t)}`
  const preset = block.kind === 'long-text' ? plainSentence(block.preset) : ''
  const name = fitForTerminal(JSON.stringify(nameOf({ question: block, section }, page)))
  const line = `${name}: ${fitForTerminal(JSON.stringify(proposed(block)))},`
  const isAside = block.kind === 'unknown' || block.conditional || section.conditional
  const more = preset === '' ? [] : comment(t('catalog.preset', { text: preset }))
  return [...comment(about), ...comment(block.help), ...more, `  ${isAside ? '// ' : ''}${line}`]
}

const examples: Partial<Record<QuestionKind, string>> = {
  date: '2030-01-07',
  time: '08:30',
  'date-time': '2030-01-07 08:30',
  file: '{"file": "…"}',
}

function exampleOf({ kind }: FormQuestion, t: Translate): string | undefined {
  const example = examples[kind]
  return example && t('answer.template.example', { example })
}

/** More are not read, but asked for by a search. */
const mostChoices = 40

function choicesOf({ choices }: FormQuestion, t: Translate): string {
  if (choices.length === 0) return ''
  const more = choices.length > mostChoices ? ' …' : ''
  const labels = choices.slice(0, mostChoices).map(({ label }) => plain(label))
  return `${t('catalog.colon')}${labels.join(' | ')}${more}`
}

/** What the form proposes; null where it would not be the same as a text. */
function proposed({ kind, preset, choices, several }: FormQuestion): string | string[] | null {
  const chosen = choices.filter((choice) => choice.chosen).map(({ label }) => label)
  if (several || kind === 'file') return chosen
  if (kind === 'long-text' && preset !== '') return null
  return chosen[0] ?? preset
}

function comment(text: string, indent = '  '): string[] {
  const line = plain(text).trim()
  if (line === '') return []
  return wrapped(line, width)
    .split('\n')
    .map((part) => `${indent}// ${part}`)
}
