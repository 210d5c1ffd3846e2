import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asGiven, type GivenFile } from '../../../../src/commands/request/file-option.ts'
import { RequestDraft } from '../../../../src/commands/request/request-draft.ts'
import { recallForm } from '../../../../src/commands/request/site-form/draft/recall-form.ts'
import type { TicketDraft } from '../../../../src/drafts/draft.ts'
import { DraftFolder } from '../../../../src/drafts/draft-folder.ts'
import { givenFiles } from '../../../../src/files/given-file.ts'
import type { FormPage, FormQuestion } from '../../../../src/itil/site-form.ts'
import { translator } from '../../../support/translator.ts'

const plainQuestion = {
  block: 'question',
  mandatory: false,
  conditional: false,
  help: '',
  several: false,
  preset: '',
} as const
const why: FormQuestion = {
  ...plainQuestion,
  id: 7,
  label: 'Pourquoi ?',
  storedLabel: 'Why?',
  kind: 'long-text',
  choices: [],
}
const where: FormQuestion = {
  ...{ ...plainQuestion, id: 9, label: 'Où ?', storedLabel: 'Where?', kind: 'radio' },
  choices: [
    { value: '1', label: 'Accueil', chosen: false },
    { value: '2', label: 'Parking', chosen: false },
  ],
}
const photos: FormQuestion = {
  ...plainQuestion,
  id: 4,
  label: 'Photos',
  storedLabel: 'Photos',
  kind: 'file',
  choices: [],
}

function pageOf(...questions: FormQuestion[]): FormPage {
  const section = { id: 1, title: '', description: '', conditional: false, blocks: questions }
  return { id: 3, title: 'Badge perdu', storedTitle: 'Lost badge', header: '', sections: [section], delegates: [] }
}

const page = pageOf(why, where, photos)

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-form-draft-'))
  const holder = { pid: 1, isRunning: () => true }
  const drafts = new DraftFolder({ folder: join(folder, 'drafts'), now: () => new Date(), holder })
  const kept = new RequestDraft({
    ...{ drafts, owner: { platform: 'https://support.example', user: 'alice' }, entity: { id: 1, name: 'Siège' } },
    ...{ byHand: true, keyMark: undefined, dedupeEvery: undefined, bestEffort: undefined, related: undefined },
  })
  const photo = join(folder, 'badge.png')
  writeFileSync(photo, 'png')
  const files = givenFiles(folder, folder)
  const context = { files, t: translator('en'), terminal: { warn: () => undefined } }
  const given = async (): Promise<GivenFile> => {
    const check = await files.check(photo)
    if ('problem' in check) throw check.problem
    return asGiven(check)
  }
  return { drafts, kept, photo, given, context }
}

const reason = { text: 'Perdu.\n\nHier.' }
const desk = { chosen: [{ value: '1', label: 'Accueil' }] }

test('answers to a form come back from disk as they were given', async () => {
  const { drafts, kept, photo, given, context } = place()
  const answers = { 7: reason, 9: desk, 4: { files: [{ name: 'badge.png', path: photo }] } }
  await kept.saveForm(page, { answers, files: [await given()], notify: true, email: undefined })
  const [draft] = (await drafts.list()).drafts as TicketDraft[]
  const { known, typed, gone } = await recallForm(draft, page, context)
  expect({ known, typed, gone }).toMatchObject({
    known: { answers, files: [{ name: 'badge.png' }], notify: true, email: undefined },
    typed: {},
    gone: [],
  })
})

test('a file is kept with the question that it answers, and one that answers none without', async () => {
  const { kept, photo, given } = place()
  const other = { ...(await given()), name: 'plan.png', fullPath: `${photo}-plan` }
  writeFileSync(other.fullPath, 'plan')
  const answers = { 4: { files: [{ name: 'badge.png', path: photo }] } }
  const { draft } = await kept.saveForm(page, { answers, files: [other, await given()] })
  expect(draft.files.map(({ name, question }) => [name, question])).toEqual([
    ['badge.png', 4],
    ['plan.png', undefined],
  ])
})

test('what is typed of an answer stays until its question is answered', async () => {
  const { kept, context } = place()
  await kept.saveForm(page, { answers: { 9: desk } }, { question: 7, typed: 'Per' })
  await kept.saveForm(page, { notify: false })
  expect(await recallForm(kept.draft, page, context)).toMatchObject({ typed: { 7: 'Per' } })
  await kept.saveForm(page, { answers: { 9: desk, 7: reason } })
  expect(await recallForm(kept.draft, page, context)).toMatchObject({ typed: {}, known: { answers: { 7: reason } } })
})

test('a question that the form no longer asks is told, and the other answers stay', async () => {
  const { kept, context } = place()
  await kept.saveForm(page, { answers: { 7: reason, 9: desk } })
  const { known, gone } = await recallForm(kept.draft, pageOf(where, photos), context)
  expect({ known, gone }).toMatchObject({
    known: { answers: { 9: desk } },
    gone: [{ field: '7', key: 'draft.question-gone', parameters: { label: 'Pourquoi ?' } }],
  })
})

test('a question that asks something else now is told, and its text is offered again', async () => {
  const { kept, context } = place()
  await kept.saveForm(page, { answers: { 7: reason } })
  const changed = { ...why, label: 'Comment ?', storedLabel: 'How?' }
  expect(await recallForm(kept.draft, pageOf(changed), context)).toMatchObject({
    known: { answers: {} },
    typed: { 7: reason.text },
    gone: [{ field: '7', key: 'draft.question-changed', parameters: { label: 'Pourquoi ?', now: 'Comment ?' } }],
  })
})

test('the same question in another language keeps its answer', async () => {
  const { kept, context } = place()
  await kept.saveForm(page, { answers: { 7: reason } })
  const { known, gone } = await recallForm(kept.draft, pageOf({ ...why, label: 'Why?' }), context)
  expect({ known, gone }).toMatchObject({ known: { answers: { 7: reason } }, gone: [] })
})

test('an option that is no longer offered is told', async () => {
  const { kept, context } = place()
  await kept.saveForm(page, { answers: { 9: desk } })
  const fewer = { ...where, choices: where.choices.slice(1) }
  const { known, gone } = await recallForm(kept.draft, pageOf(why, fewer), context)
  expect({ known, gone }).toMatchObject({
    known: { answers: {} },
    gone: [{ field: '9', key: 'draft.option-gone', parameters: { label: 'Où ?', option: 'Accueil' } }],
  })
})

test('files of a request that a script gave before a form was read are not forgotten', async () => {
  const { kept, given, context } = place()
  await kept.save({ title: 'Badge', description: 'Perdu.', files: [await given()] })
  expect(await recallForm(kept.draft, page, context)).toMatchObject({ known: { files: [{ name: 'badge.png' }] } })
})

test('a file that is gone is told, and is no answer', async () => {
  const { kept, photo, given, context } = place()
  const answers = { 4: { files: [{ name: 'badge.png', path: photo }] } }
  await kept.saveForm(page, { answers, files: [await given()] })
  rmSync(photo)
  const { known, gone } = await recallForm(kept.draft, page, context)
  expect({ known, gone }).toMatchObject({ known: { answers: {}, files: [] }, gone: [{ key: 'draft.file-gone' }] })
})

test('of an answer of several parts that is not over a draft knows that, until it is', async () => {
  const { kept, context } = place()
  await kept.saveForm(page, { answers: { 9: desk } }, { question: 9 })
  const { unfinished, known } = await recallForm(kept.draft, page, context)
  expect({ unfinished, known }).toMatchObject({ unfinished: 9, known: { answers: { 9: desk } } })
  await kept.saveForm(page, { answers: { 9: desk } })
  expect((await recallForm(kept.draft, page, context)).unfinished).toBeUndefined()
})
