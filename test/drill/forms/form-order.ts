import type { NewBlock, NewForm } from '../../../src/sandbox/forms/make-form.ts'
import { numbered } from '../../../src/sandbox/forms/make-form.ts'
import { type KeyOrder, keyOrder, type OrderedFile, type Random } from '../order.ts'

/**
 * What one run answers: a form with a long text, one without, one that makes two tickets, or one that leaves no trace, each
 * of which is a form of its own.
 */
export interface FormOrder {
  kind: 'long' | 'short' | 'two' | 'traceless'
  /** The number of the form. */
  form: number
  title: string
  files: OrderedFile[]
}

const kinds = ['long', 'short', 'two', 'traceless'] as const

const what: NewBlock = { name: 'Quoi ?', kind: 'short text', mandatory: true }
const why: NewBlock = { name: 'Pourquoi ?', kind: 'long text', mandatory: true }
const file: NewBlock = { name: 'Pièce', kind: 'file', mandatory: false }
const urgency: NewBlock = { name: 'Urgence', kind: 'urgency', mandatory: false, default: '3' }

function formOf(name: string, blocks: NewBlock[], titles: string[]): NewForm {
  return {
    ...{ name, description: '', header: '', category: 0, entity: 0, active: true, pinned: false },
    sections: [{ name: 'Demande', description: '', blocks }],
    destinations: titles.map((title) => ({ title, content: 'auto', takesObservers: false })),
  }
}

/** Orders, and the forms of the site that they answer. */
export function formOrders(count: number, name: string, dice: Random) {
  const forms = [
    formOf('Avec un texte', [what, why], ['{answer:Quoi ?}']),
    formOf('Sans texte', [what, urgency, file], ['{answer:Quoi ?}']),
    formOf('Deux tickets', [what, why], ['{answer:Quoi ?} A', '{answer:Quoi ?} B']),
  ]
  const orders = Array.from({ length: count }, (_, index): FormOrder => {
    const title = `${name}-${index}.`
    const kind = dice.oneOf(kinds)
    if (kind === 'traceless') forms.push(formOf(`Idée ${title}`, [what, urgency], []))
    const takesFiles = kind === 'long' || kind === 'short'
    return { kind, title, form: formOfKind(kind), files: takesFiles ? filesOf(title, dice) : [] }
  })
  return { orders, forms: numbered(forms) }
  function formOfKind(kind: FormOrder['kind']): number {
    return kind === 'traceless' ? forms.length : kinds.indexOf(kind) + 1
  }
}

function filesOf(title: string, { below }: Random): OrderedFile[] {
  return Array.from({ length: below(3) }, (_, index) => ({
    name: `file-${index}.txt`,
    content: `${title} file ${index} ${'x'.repeat(below(4000))}`,
  }))
}

/** Jobs that tell of the same by the form with a long text, in an answer of one line or of two, or as its description. */
export function keyOrders(count: number, name: string, { oneOf }: Random): KeyOrder[] {
  return Array.from({ length: count }, (_, index) => {
    const title = `${name}-key-${index}.`
    const how = oneOf([
      (text: string) => ['--answer', `Pourquoi ?=${text}`],
      (text: string) => ['--answer', `Pourquoi ?=Le journal :\n${text}`],
      (text: string) => ['--description', text],
    ])
    return keyOrder(title, ['one', 'two', 'three'], (text) => [
      '--form',
      '1',
      '--answer',
      `Quoi ?=${title}`,
      ...how(text),
    ])
  })
}

/** The titles of the tickets that are to come of it. */
export function titlesOf({ kind, title }: Pick<FormOrder, 'kind' | 'title'>): string[] {
  if (kind === 'traceless') return []
  return kind === 'two' ? [`${title} A`, `${title} B`] : [title]
}
