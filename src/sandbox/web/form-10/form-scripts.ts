import { actorsToken } from '../actors-10.ts'
import { type DropdownParameters, defaultEmail } from '../form-parts.ts'
import type { Visitor } from '../visitor.ts'

/** Who may observe is asked for by a script (GLPI-CUSTOMER.md, a). */
export function actorsScript(visitor: Visitor, template: number): string {
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
                itiltemplates_id: ${template},
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
export function dropdownScript(
  { site }: Visitor,
  id: string,
  { itemtype, condition, _idor_token }: DropdownParameters,
  onChange?: string,
): string {
  const changed = onChange ? `\n        $('#${id}').on('change', function(e) {${onChange}});` : ''
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
        });${changed}
      });
      //]]>
    </script>`
}

export function pageScript(visitor: Visitor): string {
  const { documentMaxSizeMb } = visitor.site.configuration
  return `    <script type="text/javascript">
      $(function() {
        $('#fileupload701').fileupload({ dataType: 'json', maxFileSize: ${documentMaxSizeMb * 1024 * 1024}, acceptFileTypes: undefined });
        new ActorsSelect({ user_id: ${visitor.viewer.user.id}, use_notification: 1, default_email: ${JSON.stringify(defaultEmail(visitor))}, alternative_email: "" });
      });
    </script>`
}
