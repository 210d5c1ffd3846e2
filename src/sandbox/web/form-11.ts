import type { Answers } from '../forms/answers.ts'
import { type Seen, seenWith } from '../forms/conditions.ts'
import {
  type Comment,
  type FormDefinition,
  type Question,
  questionsOf,
  type SectionDefinition,
} from '../forms/definition.ts'
import { formFor, titleOf } from '../forms/visible.ts'
import { escapeHtml } from '../html-text.ts'
import { parsePhpQuery, textAt } from '../php-query.ts'
import { helpdeskMenu, isMandatory, wordsFor } from './form-parts.ts'
import { html } from './page.ts'
import { controlOf } from './question-11.ts'
import { refusal } from './refusal.ts'
import { csrfToken, refused, type Visitor } from './visitor.ts'

const MARK = 'data-glpi-form-renderer'

/** `/Form/Render/N` of GLPI 11 (GLPI-11-FORMS.md, 4). */
export function formPage11(visitor: Visitor, id: string): Response {
  if (!/^[1-9]\d*$/.test(id)) return refusal('bad request', refused(visitor))
  const token = textAt(parsePhpQuery(new URL(visitor.request.url).search), 'token')
  const found = formFor(visitor.site, Number(id), token)
  if ('refused' in found) return refusal(found.refused, refused(visitor))
  if (!visitor.site.configuration.formAvailable) return refusal('not allowed', refused(visitor))
  const form = asConfigured(visitor, found.form)
  const { language } = visitor.viewer.user
  // The title of the page is the stored name.
  return html(200, {
    ...{ language, title: form.name, csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor) },
    body: body(visitor, form),
  })
}

/** A form with what the site makes mandatory of a stock one. */
export function asConfigured({ site }: Pick<Visitor, 'site'>, form: FormDefinition): FormDefinition {
  const question = <Block extends FormDefinition['sections'][number]['blocks'][number]>(block: Block): Block =>
    block.block === 'question' && block.field
      ? { ...block, mandatory: isMandatory(site.configuration, block.field) }
      : block
  return { ...form, sections: form.sections.map((section) => ({ ...section, blocks: section.blocks.map(question) })) }
}

/** The answers that the page is drawn with. */
function defaultsOf(form: FormDefinition): Answers {
  const presets = questionsOf(form).flatMap((question) =>
    question.default === undefined ? [] : [[question.id, question.default.split(',')] as const],
  )
  return new Map(presets.map(([id, values]) => [id, { values, itemtype: undefined, files: [], isList: false }]))
}

function body(visitor: Visitor, form: FormDefinition): string {
  const { site, viewer } = visitor
  const seen = seenWith(form, defaultsOf(form))
  const isSingle = form.sections.length === 1
  const sections = form.sections.map((section, index) => sectionOf(visitor, { section, index, seen, isSingle }))
  const hidden = seen.form ? '' : ` ${MARK}-hidden-by-condition`
  return `    <select name="language" aria-label="Language"><option value="fr_FR">Français</option><option value="en_GB">English</option></select>
    <form id="forms_form_answers" method="POST" action="${site.configuration.basePath}/Form/SubmitAnswers" data-glpi-form-render-layout="">
      <input type="hidden" name="forms_id" value="${form.id}">
      <h1>${escapeHtml(titleOf(form, viewer.user.language))}</h1>
      <div data-testid="form-description">${form.header}</div>
${delegation(visitor)}${sections.join('\n')}
      <button type="button" ${MARK}-action="submit"${hidden}>${wordsFor(visitor).send}</button>
    </form>`
}

/** For whom one may send it, where a group lets one (GLPI-11-FORMS.md, 11). */
function delegation({ site, viewer }: Visitor): string {
  const people = site.configuration.delegates.flatMap((id) => site.store.get('User', id) ?? [])
  if (people.length === 0) return ''
  const options = [viewer.user, ...people].map(({ id, realname, firstname }) => {
    const chosen = id === viewer.user.id ? ' selected' : ''
    return `<option value="${id}"${chosen}>${escapeHtml(`${realname} ${firstname}`)}</option>`
  })
  return `      <select name="delegation_users_id">${options.join('')}</select>\n`
}

interface ShownSection {
  section: SectionDefinition
  index: number
  seen: Seen
  isSingle: boolean
}

function sectionOf(visitor: Visitor, { section, index, seen, isSingle }: ShownSection): string {
  const { language } = visitor.viewer.user
  const name = (language === 'fr_FR' ? section.fr_FR?.name : undefined) ?? section.name
  const head = isSingle
    ? ''
    : `      <h2>${escapeHtml(name)}</h2>\n      <div class="section-description">${section.description}</div>\n`
  const blocks = section.blocks.map((block) => {
    const shown = block.block === 'question' ? questionOf(visitor, block, index, seen) : commentOf(block, index, seen)
    return `      <section ${MARK}-horizontal-blocks>\n${shown}\n      </section>`
  })
  return `    <div ${MARK}-section="${index}" ${MARK}-id="${section.id}" ${MARK}-uuid="${section.uuid}"${hiddenUnless(seen.sections.get(section.id))}>
${head}${blocks.join('\n')}
    </div>`
}

function questionOf(visitor: Visitor, question: Question, index: number, seen: Seen): string {
  const { language } = visitor.viewer.user
  const label = (language === 'fr_FR' ? question.fr_FR?.name : undefined) ?? question.name
  const star = question.mandatory ? ' <span class="text-danger">*</span>' : ''
  const help = question.help ? `<div class="block-description">${question.help}</div>` : ''
  const marks = `${MARK}-id="${question.id}" ${MARK}-uuid="${question.uuid}" ${MARK}-parent-section="${index}" ${MARK}-criteria`
  const hidden = hiddenUnless(seen.questions.get(question.id))
  return `        <section ${MARK}-question ${marks}${hidden} aria-label="${escapeHtml(question.name)}">
          <h3>${escapeHtml(label)}${star}</h3>
          ${help}${controlOf(visitor, question)}
        </section>`
}

function commentOf(comment: Comment, index: number, seen: Seen): string {
  const marks = `${MARK}-id="${comment.id}" ${MARK}-uuid="${comment.uuid}" ${MARK}-parent-section="${index}"`
  return `        <section ${MARK}-comment ${marks}${hiddenUnless(seen.comments.get(comment.id))}>
          <h3>${escapeHtml(comment.name)}</h3>
          <div class="block-description">${comment.text}</div>
        </section>`
}

function hiddenUnless(isSeen: boolean | undefined): string {
  return isSeen ? '' : ` ${MARK}-hidden-by-condition`
}
