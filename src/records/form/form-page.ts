import { delegateUser } from '../../drafts/form/form-draft.ts'
import { type FormBlock, type FormPage, questionKinds } from '../../itil/site-form.ts'
import { address, bool, bytes, integer, listOf, maybe, object, oneOf, type RecordOf, shape, text } from '../shape.ts'

const choice = object({ value: text, label: text, chosen: bool })

/** All that a form asks, and for whom else it may be sent; of a comment `text` is what it says, of a question what helps with it. */
export const formPageShape = shape({
  name: 'form-page',
  fields: {
    id: integer,
    title: text,
    header: text,
    url: address,
    sections: listOf(
      object({
        id: integer,
        title: text,
        description: text,
        conditional: bool,
        blocks: listOf(
          object({
            block: oneOf(['question', 'comment']),
            id: integer,
            label: text,
            storedLabel: text,
            text,
            kind: maybe(oneOf(questionKinds)),
            mandatory: bool,
            conditional: bool,
            several: bool,
            preset: text,
            choices: listOf(choice),
            itemtype: maybe(text),
            fileLimit: maybe(bytes),
            extensions: listOf(text),
          }),
        ),
      }),
    ),
    delegates: listOf(object({ name: text, user: integer })),
  },
  columns: ['id', 'title', 'header', 'url'],
  list: false,
})

export function formPageRecord(page: FormPage, url: string): RecordOf<typeof formPageShape> {
  const { id, title, header } = page
  const sections = page.sections.map(({ blocks, ...section }) => ({ ...section, blocks: blocks.map(blockRecord) }))
  const delegates = page.delegates.map((one) => ({ name: one.label, user: delegateUser(one) }))
  return { id, title, header, url, sections, delegates }
}

function blockRecord(one: FormBlock) {
  const { block, id, conditional } = one
  const nothing = { mandatory: false, several: false, preset: '', choices: [] }
  if (one.block === 'comment') {
    const { title, text: says } = one
    const rest = { kind: null, ...nothing, itemtype: null, fileLimit: null, extensions: [] }
    return { block, id, label: title, storedLabel: title, text: says, conditional, ...rest }
  }
  const { label, storedLabel, help, kind, mandatory, several, preset, choices } = one
  return {
    ...{ block, id, label, storedLabel, text: help, kind, mandatory, conditional, several, preset },
    choices: choices.map(({ value, label, chosen }) => ({ value, label, chosen })),
    ...{ itemtype: one.itemtype ?? null, fileLimit: one.fileLimit ?? null, extensions: one.extensions ?? [] },
  }
}
