import { describe, expect, test } from 'vitest'
import { place } from '../../support/glpi-versions.ts'
import { arrivalAnswers, opened, printerAnswers, timesAsked } from './opened.ts'

describe('what is seen of an open form', () => {
  test('follows its answers, in sections and questions', async () => {
    const { form, question } = await opened("Arrivée d'un collaborateur")
    const [, , , stage] = form.page.sections
    const permanent = await form.visible(arrivalAnswers(form))
    const trainee = await form.visible({
      ...arrivalAnswers(form),
      [question('Type de contrat').id]: { chosen: [{ value: '103', label: 'Stage' }] },
      [question('Accès').id]: { chosen: [{ value: '403', label: 'Badge' }] },
    })
    const seen = (parts: typeof trainee) => [
      parts.sections.has(stage?.id ?? 0),
      parts.questions.has(question('École et tuteur').id),
      parts.questions.has(question('Date de fin').id),
      parts.questions.has(question('Pourquoi un badge ?').id),
    ]
    expect([seen(permanent), seen(trainee)]).toEqual([
      [false, false, false, false],
      [true, true, true, true],
    ])
  })

  test('says that the button is hidden, which its page says at first', async () => {
    const { form, question } = await opened('Demande de congé', { kind: 'odd' })
    const answered = (value: string) => ({
      [question('Votre responsable est d’accord').id]: { chosen: [{ value, label: '' }] },
    })
    expect(form.page.buttonConditional).toBe(true)
    expect((await form.visible(answered('2'))).button).toBe(false)
    expect((await form.visible(answered('1'))).button).toBe(true)
  })

  test('has comments where a form has some, and none where it has none', async () => {
    const arrival = await opened("Arrivée d'un collaborateur")
    expect((await arrival.form.visible({})).comments.size).toBe(1)
    const printer = await opened("Panne d'imprimante")
    expect((await printer.form.visible({})).comments.size).toBe(0)
  })

  test.each([
    ['shows a page of maintenance', { kind: 'html' }],
    ['answers nothing', { kind: 'empty' }],
  ] as const)('is not known where the site %s, which has one name', async (_what, fault) => {
    const { form, sandbox } = await opened("Panne d'imprimante")
    sandbox.faults.inject({ match: { path: /Engine/ }, times: 9, ...fault })
    await expect(form.visible({})).rejects.toMatchObject({ code: 'form-broken' })
  })

  test.each([500, 522, 403, 599])('is not known where the server itself fails (%i)', async (status) => {
    const { form, sandbox } = await opened("Panne d'imprimante")
    sandbox.faults.inject({ match: { path: /Engine/ }, times: 9, kind: 'status', status })
    await expect(form.visible({})).rejects.toMatchObject({ code: 'forms-down', fate: 'not-done' })
  })

  test('is asked with a new session after the first one died, and the page read anew', async () => {
    const { form, sandbox, question } = await opened("Panne d'imprimante")
    sandbox.killSessions()
    const seen = await form.visible(printerAnswers(form, '3'))
    expect(seen.questions.has(question('Précisez').id)).toBe(true)
    expect(timesAsked(sandbox, '/Form/Condition/Engine')).toBe(2)
  })
})

describe('a check of answers', () => {
  test('names questions by their numbers, with the site’s words', async () => {
    const { form, question } = await opened('Règles', { kind: 'odd' })
    const problems = await form.check({
      [question('Code client').id]: { text: 'X1' },
      [question('Combien ?').id]: { text: '11' },
    })
    expect(problems).toEqual([
      { question: question('Code client').id, message: 'La valeur doit correspondre au format demandé' },
      { question: question('Raison').id, message: 'Ce champ est requis' },
      { question: question('Combien ?').id, message: 'La valeur ne peut être supérieure à 10' },
    ])
  })

  test('takes a form of which nothing is answered for what it is', async () => {
    const { form, question } = await opened('Report an issue')
    expect(await form.check({})).toEqual([{ question: question('Description').id, message: 'Ce champ est requis' }])
  })

  test('finds nothing wrong with what the site takes', async () => {
    const { form } = await opened("Arrivée d'un collaborateur")
    expect(await form.check(arrivalAnswers(form))).toEqual([])
  })
})

describe('what may be chosen', () => {
  test('of objects has whole paths, and parents that only stand above when it is searched', async () => {
    const { form, question } = await opened('Report an issue')
    const { choices, more } = await form.choices(question('Category'), 'dns', 1)
    expect(choices.map(({ label, name, disabled }) => ({ label, name, disabled }))).toEqual([
      { label: 'Hébergement', name: 'Hébergement', disabled: true },
      { label: 'Hébergement > DNS & domaines', name: 'DNS & domaines', disabled: false },
    ])
    expect(more).toBe(false)
  })

  test('of people has their names and logins', async () => {
    const { form, question } = await opened('Report an issue')
    const { choices } = await form.choices(question('Observers'), 'nourel', 1)
    expect(choices).toEqual([
      {
        ...{ value: expect.stringMatching(/^users_id-\d+$/), label: 'Nourel Henri', name: 'Nourel Henri' },
        ...{ login: 'henri', disabled: false },
      },
    ])
  })

  test('is asked with the tokens of a page read anew, where the site forgot those of the first', async () => {
    const { form, question, sandbox } = await opened('Report an issue')
    sandbox.faults.inject({ match: { path: /getDropdownValue/ }, kind: 'empty' })
    const { choices } = await form.choices(question('Location'), '', 1)
    expect(choices.length).toBeGreaterThan(0)
    expect(timesAsked(sandbox, '/Form/Render/')).toBe(2)
  })

  test('is asked with the tokens of a page read anew, where the session died', async () => {
    const { form, question, sandbox } = await opened('Report an issue')
    sandbox.killSessions()
    const { choices } = await form.choices(question('Location'), '', 1)
    expect(choices.length).toBeGreaterThan(0)
  })

  test('is not known where the site goes on to answer nothing', async () => {
    const { form, question, sandbox } = await opened('Report an issue')
    sandbox.faults.inject({ match: { path: /getDropdownValue/ }, times: 2, kind: 'empty' })
    await expect(form.choices(question('Location'), '', 1)).rejects.toMatchObject({ code: 'form-broken' })
  })
})

test('a form of several megabytes, and one of two thousand choices, are read whole', async () => {
  const { sandbox, platform } = await place({ glpi: '11.0' })
  const { catalogue } = sandbox.configuration
  const options = Array.from({ length: 2_000 }, (_, index) => ({ value: String(index + 1), label: `Choix ${index}` }))
  catalogue.forms = catalogue.forms.map((one) => ({
    ...one,
    header: `<p>${'mot '.repeat(1_300_000)}</p>`,
    sections: one.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.block === 'question' && block.options ? { ...block, options } : block,
      ),
    })),
  }))
  const { page } = await platform.forms.open(3)
  const choices = page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.block === 'question' && block.choices.length > 1_000 ? [block.choices.length] : [],
    ),
  )
  expect(choices).toEqual([2_000, 2_000, 2_000, 2_000])
})

test('a form is read once, and sent by one request, whatever is asked between', async () => {
  const { form, sandbox, question } = await opened("Arrivée d'un collaborateur")
  await form.visible(arrivalAnswers(form))
  await form.choices(question('Lieu'), '', 1)
  await form.check(arrivalAnswers(form))
  await form.submit({ answers: arrivalAnswers(form), files: [] })
  const calls = sandbox.requests.map(({ path }) => path).filter((path) => /^\/(Form|ajax)/.test(path))
  expect(calls).toEqual([
    '/Form/Render/3',
    '/Form/Condition/Engine',
    '/ajax/getDropdownValue.php',
    '/Form/ValidateAnswers',
    '/Form/SubmitAnswers',
  ])
  expect(sandbox.requests.filter(({ path }) => /^\/(apirest|api)\.php\/(v1\/)?Ticket\//.test(path))).toEqual([])
})
