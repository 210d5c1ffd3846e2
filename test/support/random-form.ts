import type { Condition, Question, Visibility } from '../../src/sandbox/forms/definition.ts'
import type { NewBlock, NewForm, NewSection } from '../../src/sandbox/forms/make-form.ts'
import type { random } from './random.ts'

type Dice = ReturnType<typeof random>

/** Kinds of questions whose answers are known without asking a site. */
const kinds = [
  ...(['short text', 'email', 'number', 'long text', 'date and time', 'radio', 'checkbox', 'drop-down'] as const),
  ...(['urgency', 'request type', 'observer', 'drop-down item', 'file'] as const),
]

const options = ['1', '2', '3'].map((value) => ({ value, label: `Choix ${value} « & <` }))

/** A form of up to sixty questions, in some sections, of which each part may hang on any answer, its own and later ones too. */
export function randomForm(dice: Dice, name: string): NewForm {
  const count = 1 + dice.below(dice.oneOf([4, 12, 60]))
  const questions = Array.from({ length: count }, (_, index) => randomQuestion(dice, `${name}, question ${index}`))
  const asked = questions.map((question) => question as Question)
  const maybe = (chance: number): { visibility?: Visibility } =>
    dice.next() < chance ? { visibility: randomVisibility(dice, asked) } : {}
  const sections: NewSection[] = []
  for (let left: NewBlock[] = questions.map((one) => ({ ...one, ...maybe(0.35) })); left.length > 0; ) {
    const blocks = left.splice(0, 1 + dice.below(12))
    if (dice.below(4) === 0) blocks.push({ name: 'À savoir', text: '<p>Un mot.</p>', ...maybe(0.5) })
    sections.push({ name: `Partie ${sections.length}`, description: '', blocks, ...maybe(0.3) })
  }
  return {
    ...{ name, description: '', header: '', category: 0, entity: 0, active: true, pinned: false, sections },
    ...(dice.below(5) === 0 && { submit: randomVisibility(dice, asked) }),
    destinations: [{ title: name, content: 'auto', takesObservers: false }],
  }
}

function randomQuestion(dice: Dice, name: string): Omit<Question, 'id' | 'uuid' | 'block'> {
  const kind = dice.oneOf(kinds)
  const mandatory = dice.below(3) === 0
  const several = dice.below(2) === 0
  const preset = dice.below(3) === 0
  switch (kind) {
    case 'radio':
    case 'checkbox':
      return { name, kind, mandatory, options, ...(preset && { default: dice.oneOf(['1', '2']) }) }
    case 'drop-down':
      return { name, kind, mandatory, options, multiple: several, ...(preset && { default: '3' }) }
    case 'date and time':
      return { name, kind, mandatory, ...dice.oneOf([{ date: true }, { time: true }, { date: true, time: true }]) }
    case 'urgency':
    case 'request type':
      return { name, kind, mandatory, ...(preset && { default: '2' }) }
    case 'drop-down item':
      return { name, kind, mandatory, itemtype: dice.oneOf(['Location', 'ITILCategory']) }
    case 'observer':
      return { name, kind, mandatory, multiple: several }
    case 'long text':
      return { name, kind, mandatory, ...(preset && { default: '<p>Néant</p>' }) }
    case 'number':
      return { name, kind, mandatory, ...(preset && { default: '12' }) }
    default:
      return { name, kind, mandatory }
  }
}

function randomVisibility(dice: Dice, questions: Question[]): Visibility {
  const conditions = Array.from({ length: 1 + dice.below(3) }, () => randomCondition(dice, dice.oneOf(questions)))
  return { strategy: dice.oneOf(['visible_if', 'hidden_if']), conditions }
}

function randomCondition(dice: Dice, { name, kind }: Question): Condition {
  const logic = dice.oneOf(['and', 'or'] as const)
  const common = ['empty', 'not_empty', 'visible', 'not_visible'] as const
  const isChosen = ['radio', 'checkbox', 'drop-down', 'urgency', 'request type'].includes(kind)
  if (isChosen && dice.below(3) > 0) {
    const operator = dice.oneOf(['equals', 'not_equals', 'contains', 'not_contains'] as const)
    return { question: name, operator, value: [dice.oneOf(['1', '2', '3'])], logic }
  }
  if (kind === 'short text' && dice.below(2) === 0)
    return { question: name, operator: 'contains', value: 'un mot & <deux', logic }
  if ((kind === 'number' || kind === 'date and time') && dice.below(2) === 0) {
    const value = kind === 'number' ? '10' : '2030-01-01'
    return { question: name, operator: dice.oneOf(['greater_than', 'less_than'] as const), value, logic }
  }
  return { question: name, operator: dice.oneOf(common), logic }
}
