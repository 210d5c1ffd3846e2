import type { TemplateField } from '../configuration.ts'
import { escapeHtml } from '../html-text.ts'
import { actorsToken } from './actors-10.ts'
import {
  type DropdownParameters,
  defaultEmail,
  deviceOptions,
  dropdownParameters,
  helpdeskMenu,
  urgencyOptions,
  wordsFor,
} from './form-parts.ts'
import { accessDenied, html } from './page.ts'
import { csrfToken, type Visitor } from './visitor.ts'

/** `/front/helpdesk.public.php?create_ticket=1` of GLPI 10 (GLPI.md, "The ticket form", step 2). */
export function formPage10(visitor: Visitor): Response {
  const { site, viewer } = visitor
  const { language } = viewer.user
  if (!site.configuration.formAvailable || viewer.profile.interface !== 'helpdesk') return accessDenied(language)
  return html(200, {
    language,
    title: wordsFor(visitor).title,
    csrfToken: csrfToken(visitor),
    menu: helpdeskMenu(visitor),
    body: form(visitor),
  })
}

function form(visitor: Visitor): string {
  const { site, viewer } = visitor
  const { configuration } = site
  return `    <select name="glpilist_limit" aria-label="limit"><option value="20" selected>20</option><option value="50">50</option></select>
    <form name="helpdeskform" method="post" action="${configuration.basePath}/front/tracking.injector.php" enctype="multipart/form-data">
      <input type="hidden" name="_from_helpdesk" value="1" />
      <input type="hidden" name="requesttypes_id" value="1" />
      <input type="hidden" name="entities_id" value="${viewer.session.entities_id}" />
      <input type="hidden" name="_users_id_requester" value="${viewer.user.id}" />
${rows(visitor).join('\n')}
      <button type="submit" name="add" class="btn btn-primary">${wordsFor(visitor).send}</button>
      <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}" />
    </form>
${dropdownScript(visitor, 'dropdown_itilcategories_id201', dropdownParameters(visitor, 'ITILCategory'))}
${isHidden(visitor, 'observers') ? '' : actorsScript(visitor)}
${isHidden(visitor, 'location') ? '' : dropdownScript(visitor, 'dropdown_locations_id501', dropdownParameters(visitor, 'Location'))}
${pageScript(visitor)}`
}

/** A line of the form for each field that the template shows; of a hidden one what it holds already, if anything. */
function rows(visitor: Visitor): string[] {
  const words = wordsFor(visitor)
  const { preset = {} } = visitor.site.configuration.template
  const row = (field: TemplateField, label: string, control: string): string => {
    const held = preset[field]
    if (!isHidden(visitor, field))
      return `      <div class="row mb-2"><label class="col-form-label">${escapeHtml(label)}</label>
        <div class="col">${control}</div></div>`
    return held === undefined ? '' : `      <input type="hidden" name="${NAMES[field]}" value="${escapeHtml(held)}" />`
  }
  const notify = `<select name="_users_id_requester_notif[use_notification][]"><option value="1" selected>${words.yes}</option><option value="0">${words.no}</option></select>`
  return [
    row('type', words.type, typeSelect(visitor)),
    row('category', words.category, categorySelect(visitor)),
    row('urgency', words.urgency, urgencySelect(visitor)),
    `      <div class="row mb-2"><label class="col-form-label">${words.notify}</label>\n        <div class="col">${notify}</div></div>`,
    row('observers', words.observers, observersSelect(visitor)),
    row('equipment', words.myDevices, equipmentSelect(visitor)),
    row('location', words.location, locationSelect(visitor)),
    row(
      'title',
      words.name,
      `<input type="text" class="form-control" name="name" value="${escapeHtml(preset.title ?? '')}" maxlength="250"${marks(visitor, 'title')} />`,
    ),
    row(
      'description',
      words.content,
      `<textarea class="form-control" name="content" id="content601" rows="12"${marks(visitor, 'description')}>${escapeHtml(preset.description ?? '')}</textarea>`,
    ),
    row('files', words.file, fileUpload(visitor)),
  ]
}

const NAMES: Record<TemplateField, string> = {
  ...{ type: 'type', category: 'itilcategories_id', urgency: 'urgency', observers: '_users_id_observer' },
  ...{ equipment: 'my_items', location: 'locations_id', title: 'name', description: 'content', files: '_filename' },
}

function isHidden({ site }: Visitor, field: TemplateField): boolean {
  return site.configuration.template.hidden?.includes(field) ?? false
}

/** What a control says of itself: that it must be answered, that it cannot be changed. */
function marks({ site }: Visitor, field: TemplateField): string {
  const { mandatoryFields, template } = site.configuration
  const mandatory = mandatoryFields.some((one) => one === field)
  // Drop-downs that are filled by a script bear a number, the other ones their own name (GLPI.md, "The ticket form").
  const required = field === 'category' ? ' required="1"' : ' required="required"'
  const isText = field === 'title' || field === 'description'
  const locked = isText ? ' readonly="readonly"' : ' disabled="disabled"'
  return `${mandatory ? required : ''}${template.readOnly?.includes(field) ? locked : ''}`
}

function typeSelect(visitor: Visitor): string {
  const { types } = wordsFor(visitor)
  const chosen = visitor.site.configuration.template.preset?.type ?? '1'
  const option = (type: 1 | 2) =>
    `<option value="${type}"${chosen === String(type) ? ' selected' : ''}>${types[type]}</option>`
  return `<select class="form-select" name="type" id="dropdown_type101" size="1"${marks(visitor, 'type')}>${option(1)}${option(2)}</select>`
}

function categorySelect(visitor: Visitor): string {
  const { store, configuration } = visitor.site
  const held = store.get('ITILCategory', Number(configuration.template.preset?.category))
  return `<select name="itilcategories_id" id="dropdown_itilcategories_id201" class="form-select"${marks(visitor, 'category')}>${heldOption(held)}</select>`
}

function locationSelect(visitor: Visitor): string {
  const { store, configuration } = visitor.site
  const held = store.get('Location', Number(configuration.template.preset?.location))
  return `<select name="locations_id" id="dropdown_locations_id501" class="form-select"${marks(visitor, 'location')}>${heldOption(held)}</select>`
}

/** The rest is asked for by a script. */
function heldOption(held: { id: number; completename: string } | undefined): string {
  return held ? `<option value="${held.id}" selected>${escapeHtml(held.completename)}</option>` : ''
}

function urgencySelect(visitor: Visitor): string {
  const chosen = Number(visitor.site.configuration.template.preset?.urgency ?? 3)
  return `<select name="urgency" id="dropdown_urgency301" class="form-select" size="1"${marks(visitor, 'urgency')}>${urgencyOptions(visitor, chosen)}</select>`
}

function observersSelect(visitor: Visitor): string {
  return `<select id="actors_observer801" class="form-select" multiple="true" data-actor-type="observer"${marks(visitor, 'observers')}></select>`
}

/** Its marks are single here. */
function equipmentSelect(visitor: Visitor): string {
  const { general } = wordsFor(visitor)
  return `<select name='my_items' id='dropdown_my_items401' class='form-select'${marks(visitor, 'equipment')}><option value=''>-----</option><option value='0'>${general}</option>${deviceOptions(visitor)}</select>`
}

function fileUpload(visitor: Visitor): string {
  const { file, fileLimit } = wordsFor(visitor)
  const { documentMaxSizeMb } = visitor.site.configuration
  return `<div class="fileupload"><span>${file} (${documentMaxSizeMb} Mio ${fileLimit})</span><input id="fileupload701" type="file" name="_uploader_filename[]" /></div>`
}

/** Who may observe is asked for by a script (GLPI-CUSTOMER.md, a). */
function actorsScript(visitor: Visitor): string {
  const { basePath, observersByAddress } = visitor.site.configuration
  const createTag = observersByAddress
    ? `
          createTag: function(params) { return isEmail(params.term) ? { id: params.term, text: params.term } : null; },`
    : ''
  return `    <script type="text/javascript">
      $(function() {
        $('#actors_observer801').select2({
          tags: true, width: '100%',${createTag}
          ajax: {
            url: '${basePath}/ajax/actors.php', dataType: 'json', type: 'POST',
            data: function (params) {
              return {
                action: 'getActors',
                actortype: 'observer',
                users_right: 'all',
                entity_restrict: -1,
                searchText: params.term,
                _idor_token: '${actorsToken(visitor)}',
                itiltemplate_class: 'TicketTemplate',
                itiltemplates_id: 1,
                itemtype: 'Ticket',
                items_id: -1,
                returned_itemtypes: ['User', 'Group'],
                page: params.page || 1,
              };
            },
          },
        });
      });
    </script>`
}

/** Bare JavaScript, as GLPI 10 writes it. */
function dropdownScript(
  { site }: Visitor,
  id: string,
  { itemtype, condition, _idor_token }: DropdownParameters,
): string {
  return `    <script type="text/javascript">
      //<![CDATA[
      $(function() {
        $('#${id}').select2({
          width: '100%', dropdownAutoWidth: true, minimumInputLength: 0,
          ajax: {
            url: '${site.configuration.basePath}/ajax/getDropdownValue.php', dataType: 'json', type: 'POST',
            data: function (params) {
              query = params;
              return $.extend({}, {
                itemtype: "${itemtype}",
                display_emptychoice: 1,
                emptylabel: "-----",
                entity_restrict: -1,
                permit_select_parent: 0,
                condition: ${condition === '' ? '[]' : `"${condition}"`},
                _idor_token: "${_idor_token}",
                displaywith: [], used: [],
              }, { searchText: params.term, page_limit: 100, page: params.page || 1 });
            },
          },
        });
      });
      //]]>
    </script>`
}

function pageScript(visitor: Visitor): string {
  const { documentMaxSizeMb } = visitor.site.configuration
  return `    <script type="text/javascript">
      $(function() {
        $('#fileupload701').fileupload({ dataType: 'json', maxFileSize: ${documentMaxSizeMb * 1024 * 1024}, acceptFileTypes: undefined });
        new ActorsSelect({ user_id: ${visitor.viewer.user.id}, use_notification: 1, default_email: ${JSON.stringify(defaultEmail(visitor))}, alternative_email: "" });
      });
    </script>`
}
