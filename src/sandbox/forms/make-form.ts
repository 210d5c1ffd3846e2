import { createHash } from 'node:crypto'
import type { Comment, FormDefinition, Question, SectionDefinition } from './definition.ts'

type NewQuestion = Omit<Question, 'id' | 'uuid' | 'block'>
type NewComment = Pick<Comment, 'name' | 'text' | 'visibility'>
export type NewBlock = NewQuestion | NewComment
export type NewSection = Omit<SectionDefinition, 'id' | 'uuid' | 'blocks'> & { blocks: NewBlock[] }
export type NewForm = Omit<FormDefinition, 'id' | 'sections'> & { sections: NewSection[] }

/** Numbers forms, sections, questions and comments as a database does: each kind goes on through all forms. */
export function numbered(forms: NewForm[]): FormDefinition[] {
  const counts = { form: 0, section: 0, question: 0, comment: 0 }
  const next = (kind: keyof typeof counts) => {
    counts[kind] += 1
    return { id: counts[kind], uuid: uuidOf(`${kind} ${counts[kind]}`) }
  }
  const blockOf = (block: NewBlock): Question | Comment =>
    'kind' in block
      ? { block: 'question', ...next('question'), ...block }
      : { block: 'comment', ...next('comment'), ...block }
  return forms.map((form) => ({
    ...form,
    id: next('form').id,
    sections: form.sections.map((section) => ({
      ...section,
      ...next('section'),
      blocks: section.blocks.map(blockOf),
    })),
  }))
}

/** The same each time: a client may have kept it. */
function uuidOf(name: string): string {
  const hex = createHash('sha1').update(`form of the sandbox: ${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
