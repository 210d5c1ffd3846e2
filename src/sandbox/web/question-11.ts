import type { Question } from '../forms/definition.ts'
import { escapeHtml } from '../html-text.ts'
import { acceptedExtensions } from '../ticket/file-type.ts'
import { deviceOptions, dropdownParameters, offeredUrgencies, wordsFor } from './form-parts.ts'
import type { Visitor } from './visitor.ts'

/** Of what PHP takes as an upload, the part that a piece of a big file has. */
const CHUNK = 0.9
const DEFAULT_UPLOAD = 2 * 1024 * 1024

interface Asked {
  question: Question
  visitor: Visitor
  /** `answers_K`. */
  name: string
  required: string
}

/** The control by which a question is answered; its names and values are those of GLPI-11-FORMS.md, 4. */
export function controlOf(visitor: Visitor, question: Question): string {
  const required = question.mandatory ? ' required' : ''
  return CONTROLS[question.kind]({ question, visitor, name: `answers_${question.id}`, required })
}

const CONTROLS: Record<Question['kind'], (asked: Asked) => string> = {
  'short text': (asked) => input(asked, 'text'),
  email: (asked) => input(asked, 'email'),
  number: (asked) => input(asked, 'number', ' step="any"'),
  'date and time': (asked) => input(asked, kindOfDate(asked.question)),
  'long text': longText,
  radio: (asked) => ticks(asked, 'radio'),
  checkbox: (asked) => ticks(asked, 'checkbox'),
  'drop-down': dropDown,
  urgency: ({ question, visitor, name }) => {
    const { urgencies } = wordsFor(visitor)
    const levels = offeredUrgencies(visitor.site.configuration)
    return numbers(
      name,
      levels.map((level) => [String(level), urgencies[level]]),
      question.default ?? '0',
    )
  },
  'request type': ({ question, visitor, name }) => {
    const { types } = wordsFor(visitor)
    return numbers(
      name,
      [
        ['1', types[1]],
        ['2', types[2]],
      ],
      question.default ?? '0',
    )
  },
  object: itemSelect,
  'drop-down item': itemSelect,
  'my devices': ({ question, visitor, name }) => {
    const devices = deviceOptions(visitor)
    if (question.multiple) return several(name, devices)
    return `<select name='${name}' class='form-select'><option value='0'>-----</option>${devices}</select>`
  },
  requester: (asked) => people(asked, 'is_requester', ['User', 'Group'], 'all'),
  observer: (asked) => people(asked, 'is_watcher', ['User', 'Group'], 'all'),
  assignee: (asked) => people(asked, 'is_assign', ['User', 'Group', 'Supplier'], 'own_ticket'),
  file: (asked) => `<h3>${wordsFor(asked.visitor).file}</h3>${uploader(asked)}`,
  'plug-in': ({ name }) => `<input type="hidden" name="${name}" value=""><canvas class="signature-pad"></canvas>`,
}

function input({ question, name, required }: Asked, type: string, more = ''): string {
  const value = escapeHtml(question.default ?? '')
  return `<input type="${type}"${more} class="form-control" name="${name}" value="${value}"${required}>`
}

function kindOfDate({ date, time }: Question): string {
  return date && time ? 'datetime-local' : date ? 'date' : 'time'
}

function longText(asked: Asked): string {
  const { question, name } = asked
  return `<textarea name="${name}" id="textarea_${name}" rows="10">${escapeHtml(question.default ?? '')}</textarea>${uploader(asked)}`
}

function ticks({ question, name }: Asked, type: 'radio' | 'checkbox'): string {
  const chosen = question.default?.split(',') ?? []
  return (question.options ?? [])
    .map(({ value, label }) => {
      const checked = chosen.includes(value) ? ' checked' : ''
      return `<label class="form-check"><input type="${type}" class="form-check-input" name="${name}[]" value="${value}"${checked}> <span class="form-check-label">${escapeHtml(label)}</span></label>`
    })
    .join('')
}

function dropDown({ question, name }: Asked): string {
  const chosen = question.default?.split(',') ?? []
  const options = (question.options ?? []).map(
    ({ value, label }) =>
      `<option value="${value}"${chosen.includes(value) ? ' selected' : ''}>${escapeHtml(label)}</option>`,
  )
  if (question.multiple) return several(name, options.join(''))
  return `<select class="form-select" name="${name}"><option value="0">-----</option>${options.join('')}</select>`
}

function numbers(name: string, choices: Array<[value: string, label: string]>, chosen: string): string {
  const options = [['0', '-----'], ...choices].map(
    ([value = '', label = '']) =>
      `<option value="${value}"${value === chosen ? ' selected' : ''}>${escapeHtml(label)}</option>`,
  )
  return `<select class="form-select" name="${name}">${options.join('')}</select>`
}

function several(name: string, options: string): string {
  return `<input type="hidden" name="${name}" value=""><select class="form-select" multiple name="${name}[]">${options}</select>`
}

function itemSelect({ question, visitor, name }: Asked): string {
  const itemtype = question.itemtype ?? 'ITILCategory'
  const parameters = {
    ...dropdownParameters(visitor, itemtype),
    ...{ displaywith: [], emptylabel: '-----', display_emptychoice: 1, used: [], toadd: [], entity_restrict: -1 },
    ...{ permit_select_parent: 0 },
  }
  return `<input type="hidden" name="${name}[itemtype]" value="${itemtype}">
          <select name="${name}[items_id]" id="dropdown_${name}" class="form-select"><option value="0">-----</option></select>
${ajaxScript(visitor, '/ajax/getDropdownValue.php', parameters)}`
}

function people({ question, visitor, name }: Asked, group: string, types: string[], right: string): string {
  const parameters = { allowed_types: types, right_for_users: right, group_conditions: { [group]: 1 } }
  const script = ajaxScript(visitor, '/Form/Question/ActorsDropdown', parameters)
  if (question.multiple) return `${several(name, '')}\n${script}`
  return `<select class="form-select" name="${name}[]"><option value="0">-----</option></select>\n${script}`
}

/** What a drop-down asks, as JSON in a script. */
function ajaxScript({ site }: Visitor, path: string, parameters: unknown): string {
  const url = `${site.configuration.basePath}${path}`.replaceAll('/', String.raw`\/`)
  return `          <script>
            window.setupAjaxDropdown({
              url: '${url}',
              params: ${JSON.stringify(parameters)},
              width: '100%',
            });
          </script>`
}

function uploader({ visitor, name }: Asked): string {
  const { documentMaxSizeMb, uploadMaxSizeBytes } = visitor.site.configuration
  const chunk = Math.floor(Math.min(uploadMaxSizeBytes, DEFAULT_UPLOAD) * CHUNK)
  const types = acceptedExtensions().map((extension) => String.raw`\.${extension}`)
  return `<input type="file" data-uploader-name="${name}" name="_uploader_${name}[]">
          <script>
            $('#fileupload_${name}').fileupload({ dataType: 'json', maxFileSize: ${documentMaxSizeMb * 1024 * 1024}, maxChunkSize: ${chunk}, acceptFileTypes: /(${types.join('|')})$/i });
          </script>`
}
