import { escapeHtml } from '../html-text.ts'
import { deviceOptions, dropdownParameters, helpdeskMenu, isMandatory, urgencyOptions, wordsFor } from './form-parts.ts'
import { accessDenied, html } from './page.ts'
import { csrfToken, type Visitor } from './visitor.ts'

interface Form {
  id: number
  /** The words of forms are stored, not translated: a stock server has them in English for everybody. */
  name: string
  description: string
  /** The number of its first question. */
  firstQuestion: number
}

const FORMS: Form[] = [
  { id: 1, name: 'Report an issue', description: 'Ask for support from our helpdesk team.', firstQuestion: 1 },
  { id: 2, name: 'Request a service', description: 'Ask for a service to be provided by our team.', firstQuestion: 9 },
]

/** `/ServiceCatalog` of GLPI 11: the forms that there are (GLPI.md, "The ticket form", step 3). */
export function catalogPage(visitor: Visitor): Response {
  const { site, viewer } = visitor
  if (!site.configuration.formAvailable) return accessDenied(viewer.user.language)
  const cards = FORMS.map(
    ({ id, name, description }) => `      <section class="card" aria-label="${escapeHtml(name)}">
        <a class="stretched-link" href="${site.configuration.basePath}/Form/Render/${id}"><h2>${escapeHtml(name)}</h2></a>
        <div class="text-secondary"><p>${escapeHtml(description)}</p></div>
      </section>`,
  )
  return page(visitor, 'Service catalog', `    <div class="service-catalog">\n${cards.join('\n')}\n    </div>`)
}

/** `/Form/Render/N` of GLPI 11; undefined when there is no such form. */
export function formPage11(visitor: Visitor, id: number): Response | undefined {
  const form = FORMS.find((one) => one.id === id)
  if (!form) return undefined
  if (!visitor.site.configuration.formAvailable) return accessDenied(visitor.viewer.user.language)
  return page(visitor, form.name, body(visitor, form))
}

function page(visitor: Visitor, title: string, content: string): Response {
  const { language } = visitor.viewer.user
  return html(200, { language, title, csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor), body: content })
}

function body(visitor: Visitor, form: Form): string {
  const { configuration } = visitor.site
  const required = (field: Parameters<typeof isMandatory>[1]) => (isMandatory(configuration, field) ? ' required' : '')
  const name = (offset: number) => `answers_${form.firstQuestion + offset}`
  const question = (
    label: string,
    isRequired: boolean,
    field: string,
  ) => `      <section data-glpi-form-renderer-question aria-label="${label}">
        <h3>${label}${isRequired ? ' <span class="text-danger">*</span>' : ''}</h3>
        ${field}
      </section>`
  const ask = (label: string, field: Parameters<typeof isMandatory>[1], markup: string) =>
    question(label, isMandatory(configuration, field), markup)
  return `    <select name="language" aria-label="Language"><option value="fr_FR">Français</option><option value="en_GB">English</option></select>
    <form method="POST" data-glpi-form-renderer-form action="${configuration.basePath}/Form/SubmitAnswers" enctype="multipart/form-data">
      <input type="hidden" name="forms_id" value="${form.id}">
      <h1>${escapeHtml(form.name)}</h1>
${ask('Urgency', 'urgency', `<select name="${name(0)}" aria-label="Urgency" class="form-select"${required('urgency')}>${urgencyOptions(visitor)}</select>`)}
${ask('Category', 'category', dropdown(visitor, { name: name(1), itemtype: 'ITILCategory', label: 'Category', required: required('category') }))}
${ask('User devices', 'equipment', `<select class="form-select" name="${name(2)}" aria-label="User devices"${required('equipment')}><option value="0">-----</option>${deviceOptions(visitor)}</select>`)}
${question('Observers', false, `<select name="${name(3)}[]" multiple aria-label="Observers"></select>`)}
${ask('Location', 'location', dropdown(visitor, { name: name(4), itemtype: 'Location', label: 'Location', required: required('location') }))}
${ask('Title', 'title', `<input type="text" class="form-control" name="${name(5)}" value="" aria-label="Title"${required('title')}>`)}
${ask('Description', 'description', `<textarea name="${name(6)}" id="textarea_${name(6)}" rows="10" aria-label="Description"${required('description')}></textarea>`)}
${question('Attachments', false, attachments(visitor, name(7)))}
      <button type="button" data-glpi-form-renderer-action="submit">${wordsFor(visitor).send}</button>
      <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}">
    </form>`
}

interface Dropdown {
  name: string
  itemtype: string
  label: string
  required: string
}

/** A drop-down whose options come by Ajax; its parameters stand as JSON in a script. */
function dropdown(visitor: Visitor, { name, itemtype, label, required }: Dropdown): string {
  const parameters = {
    ...dropdownParameters(visitor, itemtype),
    ...{ displaywith: [], emptylabel: '-----', display_emptychoice: 1, used: [], toadd: [], entity_restrict: -1 },
    ...{ permit_select_parent: 0 },
  }
  return `<input type="hidden" name="${name}[itemtype]" value="${itemtype}">
        <select name="${name}[items_id]" id="dropdown_${name}_items_id" class="form-select" aria-label="${label}"${required}></select>
        <script>
          $(() => window.setupAjaxDropdown({"field_id":"dropdown_${name}_items_id","url":"\\/ajax\\/getDropdownValue.php","parameters":${JSON.stringify(parameters)}}));
        </script>`
}

function attachments({ site }: Visitor, name: string): string {
  const { documentMaxSizeMb } = site.configuration
  return `<input type="file" name="_uploader_${name}[]" multiple aria-label="Attachments">
        <script>
          $('#fileupload').fileupload({ dataType: 'json', maxFileSize: ${documentMaxSizeMb * 1024 * 1024} });
        </script>`
}
