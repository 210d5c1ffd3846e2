import { describe, expect, test } from 'vitest'
import type { GivenFile } from '../../../../src/commands/request/file-option.ts'
import {
  answerProblems,
  answersToSend,
  missingAnswers,
  placeForFiles,
  withAttached,
  withDefaults,
} from '../../../../src/commands/request/site-form/complete-answers.ts'
import type { VisibleParts } from '../../../../src/itil/form-answer.ts'
import type { FormPage, FormQuestion } from '../../../../src/itil/site-form.ts'
import { translator } from '../../../support/translator.ts'
import { choices, pageOf, question, section } from './form-of-all-kinds.ts'

const name = question('Nom', { mandatory: true })
const office = question('Bureau', { kind: 'number', preset: '12' })
const access = question('Accès', {
  kind: 'checkbox',
  several: true,
  choices: choices('Messagerie', 'VPN').map((one, place) => ({ ...one, chosen: place === 0 })),
})
const remarks = question('Commentaires', { kind: 'long-text', preset: '<p>Néant</p>' })
const school = question('École', { mandatory: true })
const contract = question('Contrat', { kind: 'file', several: true })
const page = pageOf(section('Qui', [name, office, access, remarks]), section('Stage', [school, contract], true))

function seen(of: FormPage, hidden: FormQuestion[] = [], hiddenSections: string[] = []): VisibleParts {
  const all = of.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id))
  return {
    button: true,
    sections: new Set(of.sections.filter(({ title }) => !hiddenSections.includes(title)).map(({ id }) => id)),
    questions: new Set(all.filter((id) => !hidden.some((one) => one.id === id))),
    comments: new Set(),
  }
}

const given: GivenFile = {
  ...{ name: 'a.pdf', size: 1, path: 'a.pdf', fullPath: '/a.pdf', modified: new Date(0) },
  open: () => process.stdin,
}

describe('the whole of the answers', () => {
  test('has what the page proposes, but where something else was said, or nothing on purpose', () => {
    const said = { [office.id]: { text: '14' }, [access.id]: { chosen: [] } }
    expect(withDefaults(page, said)).toEqual({ ...said, [remarks.id]: { html: '<p>Néant</p>' } })
  })

  test('is sent without what is empty, and without what a hidden section holds', () => {
    const answers = withDefaults(page, { [access.id]: { chosen: [] }, [school.id]: { text: 'ENS' } })
    const sent = answersToSend(page, seen(page, [], ['Stage']), answers)
    expect(Object.keys(sent).map(Number)).toEqual([office.id, remarks.id])
  })

  test('lacks what is mandatory and seen, and nothing of a hidden section', () => {
    const labels = (visible: VisibleParts) => missingAnswers(page, visible, {}).map(({ question }) => question.label)
    expect(labels(seen(page, [], ['Stage']))).toEqual(['Nom'])
    expect(labels(seen(page))).toEqual(['Nom', 'École'])
  })

  test('is told with all that is missing, wrong or hidden in it', () => {
    const t = translator('en')
    const said = { [office.id]: { text: 'douze' }, [school.id]: { text: 'ENS' } }
    const problems = answerProblems(page, seen(page, [], ['Stage']), { said, answers: said }, t)
    expect(problems.map((problem) => t(problem))).toEqual([
      "Nom is missing: --answer 'Nom=…'",
      'Bureau: “douze” is no number, such as 12 or 12.5.',
      'École: with these answers this is not asked.',
    ])
  })

  test('of a hidden question that was answered with nothing is no mistake', () => {
    const said = { [name.id]: { text: 'Léa' }, [school.id]: { text: '' } }
    expect(answerProblems(page, seen(page, [], ['Stage']), { said, answers: said }, translator('en'))).toEqual([])
  })
})

describe('files that no question was named for', () => {
  test('go to the first file question that is seen, beside those that it has', () => {
    const before = { [contract.id]: { files: [{ name: 'b.pdf', path: '/b.pdf' }] } }
    expect(withAttached(page, seen(page), before, [given, given])).toEqual({
      [contract.id]: {
        files: [
          { name: 'b.pdf', path: '/b.pdf' },
          { name: 'a.pdf', path: '/a.pdf' },
        ],
      },
    })
  })

  test('go beside the first long text where no file question is seen, and leave its answer alone', () => {
    const visible = seen(page, [], ['Stage'])
    expect(placeForFiles(page, visible)?.label).toBe('Commentaires')
    expect(withAttached(page, visible, {}, [given])).toEqual({})
  })

  test('have no place in a form without either', () => {
    const small = pageOf(section('', [question('Quoi')]))
    expect(placeForFiles(small, seen(small))).toBeUndefined()
  })
})
