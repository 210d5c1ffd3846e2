import { sizeWord } from '../../i18n/size.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { FormBlock, FormPage, FormQuestion, FormSection, SiteForm } from '../../itil/site-form.ts'
import { plain } from '../../terminal/sanitize.ts'
import { table } from '../../terminal/table.ts'
import { wrapped } from '../../terminal/width.ts'
import type { Look } from '../look.ts'

/** The forms of a site as people read them; as many columns as fit the width. */
export function formTable(forms: Array<SiteForm & { url: string }>, { style, t, width }: Look): string {
  const columns = [
    {
      head: t('list.number'),
      cells: forms.map(({ id }) => `#${id}`),
      align: 'right' as const,
      paint: (text: string, row: number) => style.link(style.bold(text), forms[row]?.url ?? ''),
    },
    { head: t('catalog.head.title'), cells: forms.map(({ title }) => plain(title)), minWidth: 24 },
    {
      head: t('catalog.head.category'),
      cells: forms.map(({ path }) => plain(path.join(' > '))),
      dropRank: 2,
      minWidth: 12,
    },
    {
      head: t('catalog.head.about'),
      cells: forms.map(({ description }) => plain(description)),
      ...{ dropRank: 1, minWidth: 20, paint: style.dim },
    },
  ]
  return table(columns, width, style)
}

/** All that a form asks, section by section, for a person. */
export function formPage({ title, header, sections, delegates }: FormPage, url: string, look: Look): string {
  const { style, t, width } = look
  const names = delegates.map(({ label }) => plain(label)).join(', ')
  const forOthers = names === '' ? [] : [wrapped(style.dim(t('catalog.for-others', { names })), width)]
  const head = [style.bold(plain(title)), ...(header ? ['', wrapped(plain(header), width)] : [])]
  const parts = sections.map((section) => sectionLines(section, look).join('\n'))
  return `${[head.join('\n'), ...parts, ...forOthers, style.dim(t('catalog.on-web', { url: plain(url) }))].join('\n\n')}\n`
}

function sectionLines({ title, description, conditional, blocks }: FormSection, look: Look): string[] {
  const { style, t, width } = look
  const only = conditional ? ` ${style.dim(`(${t('catalog.conditional')})`)}` : ''
  const head = title ? [`${style.bold(plain(title))}${only}`] : []
  const about = description ? [wrapped(style.dim(plain(description)), width)] : []
  return [...head, ...about, ...blocks.flatMap((block) => blockLines(block, look))]
}

function blockLines(block: FormBlock, look: Look): string[] {
  const { style, t, width } = look
  if (block.block === 'comment')
    return [wrapped(`${plain(block.title)}${t('catalog.colon')}${plain(block.text)}`, width)]
  const marks = [
    kindWords(block, t),
    ...(block.mandatory ? [t('catalog.mandatory')] : []),
    ...(block.conditional ? [t('catalog.conditional')] : []),
  ]
  const line = `${style.drawn('•', '-')} ${plain(block.label)} ${style.dim(`(${marks.join(', ')})`)}`
  const more = [
    ...(block.help ? [plain(block.help)] : []),
    ...block.choices.map(({ label, chosen }) => choiceLine(plain(label), chosen, look)),
    ...(block.preset && block.kind !== 'long-text' ? [t('catalog.preset', { text: plain(block.preset) })] : []),
  ]
  return [wrapped(line, width), ...more.map((text) => `    ${wrapped(text, width - 4).replaceAll('\n', '\n    ')}`)]
}

function choiceLine(label: string, chosen: boolean, { t }: Look): string {
  return chosen ? t('catalog.preset', { text: label }) : label
}

/** What kind of answer a question takes. */
export function kindWords({ kind, several, fileLimit }: FormQuestion, t: Translate): string {
  if (kind === 'file' && fileLimit) return t('catalog.kind.file-limit', { size: sizeWord(fileLimit, t.language) })
  if (kind === 'choice' && several) return t('catalog.kind.choices')
  return kind === 'person' && several ? t('catalog.kind.people') : t(`catalog.kind.${kind}`)
}
