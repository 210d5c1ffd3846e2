import { escapeHtml } from '../html-text.ts'
import {
  type DropdownParameters,
  defaultEmail,
  deviceOptions,
  dropdownParameters,
  helpdeskMenu,
  isMandatory,
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
  const words = wordsFor(visitor)
  const required = (field: Parameters<typeof isMandatory>[1]) =>
    isMandatory(configuration, field) ? ' required="required"' : ''
  const row = (
    label: string,
    field: string,
  ) => `      <div class="row mb-2"><label class="col-form-label">${escapeHtml(label)}</label>
        <div class="col">${field}</div></div>`
  return `    <select name="glpilist_limit" aria-label="limit"><option value="20" selected>20</option><option value="50">50</option></select>
    <form name="helpdeskform" method="post" action="${configuration.basePath}/front/tracking.injector.php" enctype="multipart/form-data">
      <input type="hidden" name="_from_helpdesk" value="1" />
      <input type="hidden" name="requesttypes_id" value="1" />
      <input type="hidden" name="entities_id" value="${viewer.session.entities_id}" />
      <input type="hidden" name="_users_id_requester" value="${viewer.user.id}" />
${row(words.type, `<select class="form-select" name="type" id="dropdown_type101" size="1"><option value="1" selected>${words.types[1]}</option><option value="2">${words.types[2]}</option></select>`)}
${row(words.category, `<select name="itilcategories_id" id="dropdown_itilcategories_id201" class="form-select"${isMandatory(configuration, 'category') ? ' required="1"' : ''}></select>`)}
${row(words.urgency, `<select name="urgency" id="dropdown_urgency301" class="form-select" size="1"${required('urgency')}>${urgencyOptions(visitor)}</select>`)}
${row(words.notify, `<select name="_users_id_requester_notif[use_notification][]"><option value="1" selected>${words.yes}</option><option value="0">${words.no}</option></select>`)}
${row(words.myDevices, `<select name="my_items" id="dropdown_my_items401" class="form-select"${required('equipment')}><option value="">-----</option><option value="0">${words.general}</option>${deviceOptions(visitor)}</select>`)}
${row(words.location, `<select name="locations_id" id="dropdown_locations_id501" class="form-select"${required('location')}></select>`)}
${row(words.name, `<input type="text" class="form-control" name="name" value="" maxlength="250"${required('title')} />`)}
${row(words.content, `<textarea class="form-control" name="content" id="content601" rows="12"${required('description')}></textarea>`)}
${row(words.file, `<div class="fileupload"><span>${words.file} (${configuration.documentMaxSizeMb} Mio ${words.fileLimit})</span><input id="fileupload701" type="file" name="_uploader_filename[]" /></div>`)}
      <button type="submit" name="add" class="btn btn-primary">${words.send}</button>
      <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}" />
    </form>
${dropdownScript(visitor, 'dropdown_locations_id501', dropdownParameters(visitor, 'Location'))}
${dropdownScript(visitor, 'dropdown_itilcategories_id201', dropdownParameters(visitor, 'ITILCategory'))}
${pageScript(visitor)}`
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
                condition: "${condition}",
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
