import type { TemplateField } from '../../configuration.ts'
import { escapeHtml } from '../../html-text.ts'
import { type PhpValues, parsePhpQuery, textAt } from '../../php-query.ts'
import { deniedAjax } from '../dropdown.ts'
import { deviceOptions, dropdownParameters, helpdeskMenu, urgencyOptions, wordsFor } from '../form-parts.ts'
import { accessDenied, failurePage, html } from '../page.ts'
import { csrfToken, spendCsrfToken, type Visitor } from '../visitor.ts'
import { actorsScript, dropdownScript, pageScript } from './form-scripts.ts'
import { NAMES, type ShownForm, shownForm } from './shown.ts'

/** `/front/helpdesk.public.php?create_ticket=1` of GLPI 10 (GLPI.md, "The ticket form", step 2). */
export function formPage10(visitor: Visitor): Response {
  return formPage(visitor)
}

/**
 * `POST /front/tracking.injector.php` of GLPI 10: where the type or the category changes, the page sends all that its form
 * holds, without the button `add`, and what comes back is the form anew. Read in GLPI's source (10.0); the token of the
 * form is good for one such request. To open a ticket by it is not done here.
 */
export async function formAnew10(visitor: Visitor): Promise<Response> {
  const { site, viewer, request } = visitor
  const posted = await postedForm(request)
  if (Object.keys(posted).length === 0) {
    const Location = `${site.configuration.basePath}/front/helpdesk.public.php`
    return new Response(null, { status: 302, headers: { Location, 'Content-Type': 'text/html; charset=UTF-8' } })
  }
  if (!spendCsrfToken(visitor, textAt(posted, '_glpi_csrf_token'))) return deniedAjax(visitor)
  if (viewer.profile.interface !== 'helpdesk') return accessDenied(viewer.user.language)
  return 'add' in posted ? failurePage() : formPage(visitor, posted)
}

/** As PHP takes either of them. */
async function postedForm(request: Request): Promise<PhpValues> {
  if (!request.headers.get('content-type')?.startsWith('multipart/')) return parsePhpQuery(await request.text())
  const texts = new URLSearchParams()
  for (const [name, value] of await request.formData()) if (typeof value === 'string') texts.append(name, value)
  return parsePhpQuery(texts.toString())
}

function formPage(visitor: Visitor, posted?: PhpValues): Response {
  const { site, viewer } = visitor
  const { language } = viewer.user
  if (!site.configuration.formAvailable || viewer.profile.interface !== 'helpdesk') return accessDenied(language)
  const shown = shownForm(visitor, csrfToken(visitor), posted)
  return html(200, {
    language,
    title: wordsFor(visitor).title,
    csrfToken: shown.csrfToken,
    menu: helpdeskMenu(visitor),
    body: form(shown),
  })
}

function form(shown: ShownForm): string {
  const { visitor, template, held } = shown
  const { site, viewer } = visitor
  const { configuration } = site
  const category = dropdownParameters(visitor, 'ITILCategory', held.type)
  return `    <select name="glpilist_limit" aria-label="limit"><option value="20" selected>20</option><option value="50">50</option></select>
    <form name="helpdeskform" method="post" action="${configuration.basePath}/front/tracking.injector.php" enctype="multipart/form-data">
      <input type="hidden" name="_skip_default_actor" value="1" />
      <input type="hidden" name="tickettemplates_id" value="${template.id}" />
      <input type="hidden" name="_predefined_fields" value="${shown.predefined}" />
      <input type="hidden" name="_from_helpdesk" value="1" />
      <input type="hidden" name="requesttypes_id" value="1" />
      <input type="hidden" name="entities_id" value="${viewer.session.entities_id}" />
      <input type="hidden" name="_users_id_requester" value="${viewer.user.id}" />
${rows(shown).join('\n')}
      <button type="submit" name="add" class="btn btn-primary">${wordsFor(visitor).send}</button>
      <input type="hidden" name="_glpi_csrf_token" value="${shown.csrfToken}" />
    </form>
${dropdownScript(visitor, 'dropdown_itilcategories_id201', category, 'this.form.submit()')}
${isHidden(shown, 'observers') ? '' : actorsScript(visitor, template.id)}
${isHidden(shown, 'location') ? '' : dropdownScript(visitor, 'dropdown_locations_id501', dropdownParameters(visitor, 'Location'))}
${pageScript(visitor)}`
}

/** A line of the form for each field that the template shows; of a hidden one what it holds already, if anything. */
function rows(shown: ShownForm): string[] {
  const { visitor, held } = shown
  const words = wordsFor(visitor)
  const row = (field: TemplateField, label: string, control: string): string => {
    if (!isHidden(shown, field))
      return `      <div class="row mb-2"><label class="col-form-label">${escapeHtml(label)}</label>
        <div class="col">${control}</div></div>`
    const preset = shown.template.preset[field]
    return preset === undefined
      ? ''
      : `      <input type="hidden" name="${NAMES[field]}" value="${escapeHtml(preset)}" />`
  }
  const notify = `<select name="_users_id_requester_notif[use_notification][]"><option value="1" selected>${words.yes}</option><option value="0">${words.no}</option></select>`
  return [
    row('type', words.type, typeSelect(shown)),
    row('category', words.category, categorySelect(shown)),
    row('urgency', words.urgency, urgencySelect(shown)),
    `      <div class="row mb-2"><label class="col-form-label">${words.notify}</label>\n        <div class="col">${notify}</div></div>`,
    row('observers', words.observers, observersSelect(shown)),
    row('equipment', words.myDevices, equipmentSelect(shown)),
    row('location', words.location, locationSelect(shown)),
    row(
      'title',
      words.name,
      `<input type="text" class="form-control" name="name" value="${escapeHtml(held.title)}" maxlength="250"${marks(shown, 'title')} />`,
    ),
    row(
      'description',
      words.content,
      `<textarea class="form-control" name="content" id="content601" rows="12"${marks(shown, 'description')}>${escapeHtml(held.description)}</textarea>`,
    ),
    row('files', words.file, fileUpload(visitor)),
  ]
}

function isHidden({ template }: ShownForm, field: TemplateField): boolean {
  return template.hidden.includes(field)
}

/** What a control says of itself: that it must be answered, that it cannot be changed. */
function marks({ template }: ShownForm, field: TemplateField): string {
  const mandatory = template.mandatory.some((one) => one === field)
  // Drop-downs that are filled by a script bear a number, the other ones their own name (GLPI.md, "The ticket form").
  const required = field === 'category' ? ' required="1"' : ' required="required"'
  const isText = field === 'title' || field === 'description'
  const locked = isText ? ' readonly="readonly"' : ' disabled="disabled"'
  return `${mandatory ? required : ''}${template.readOnly.includes(field) ? locked : ''}`
}

function typeSelect(shown: ShownForm): string {
  const { types } = wordsFor(shown.visitor)
  const option = (type: 1 | 2) =>
    `<option value="${type}"${shown.held.type === String(type) ? ' selected' : ''}>${types[type]}</option>`
  return `<select class="form-select" name="type" id="dropdown_type101" size="1" onChange='this.form.submit()'${marks(shown, 'type')}>${option(1)}${option(2)}</select>`
}

function categorySelect(shown: ShownForm): string {
  const held = shown.visitor.site.store.get('ITILCategory', Number(shown.held.category))
  return `<select name="itilcategories_id" id="dropdown_itilcategories_id201" class="form-select"${marks(shown, 'category')}>${heldOption(held)}</select>`
}

function locationSelect(shown: ShownForm): string {
  const held = shown.visitor.site.store.get('Location', Number(shown.held.location))
  return `<select name="locations_id" id="dropdown_locations_id501" class="form-select"${marks(shown, 'location')}>${heldOption(held)}</select>`
}

/** The rest is asked for by a script. */
function heldOption(held: { id: number; completename: string } | undefined): string {
  return held ? `<option value="${held.id}" selected>${escapeHtml(held.completename)}</option>` : ''
}

function urgencySelect(shown: ShownForm): string {
  const options = urgencyOptions(shown.visitor, Number(shown.held.urgency))
  return `<select name="urgency" id="dropdown_urgency301" class="form-select" size="1"${marks(shown, 'urgency')}>${options}</select>`
}

function observersSelect(shown: ShownForm): string {
  return `<select id="actors_observer801" class="form-select" multiple="true" data-actor-type="observer"${marks(shown, 'observers')}></select>`
}

/** Its marks are single here. */
function equipmentSelect(shown: ShownForm): string {
  const { general } = wordsFor(shown.visitor)
  const held = `<option value='${shown.held.equipment}'`
  const offered = deviceOptions(shown.visitor).replace(held, `${held} selected`)
  return `<select name='my_items' id='dropdown_my_items401' class='form-select'${marks(shown, 'equipment')}><option value=''>-----</option><option value='0'>${general}</option>${offered}</select>`
}

function fileUpload(visitor: Visitor): string {
  const { file, fileLimit } = wordsFor(visitor)
  const { documentMaxSizeMb } = visitor.site.configuration
  return `<div class="fileupload"><span>${file} (${documentMaxSizeMb} Mio ${fileLimit})</span><input id="fileupload701" type="file" name="_uploader_filename[]" /></div>`
}
