import { describe, expect, test } from 'vitest'
import { fateOf } from '../../../src/errors/error.ts'
import type { OpenForm } from '../../../src/glpi/forms/open-form.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { arrivalAnswers, opened, printerAnswers, timesAsked } from './opened.ts'

function removeQuestion({ configuration: { catalogue } }: Sandbox, lost: number): void {
  catalogue.forms = catalogue.forms.map((one) => ({
    ...one,
    sections: one.sections.map((section) => ({ ...section, blocks: section.blocks.filter(({ id }) => id !== lost) })),
  }))
}

/** A problem that alice reports for somebody else, and who the ticket says has it. */
async function issueFor(user: number, configuration: { delegates: number[] }) {
  const there = await opened('Report an issue', { configuration })
  const { id } = there.question('Description')
  const sent = await there.form.submit({
    ...{ answers: { [id]: { text: 'Elle fume.' } }, files: [], markIn: id, mark: 'm-9' },
    requester: { user, notify: true, email: 'h@x.example' },
  })
  const [ticket] = 'tickets' in sent ? sent.tickets : []
  const { person } = await there.platform.session()
  return { ...there, person, stored: await there.platform.tickets.stored(ticket?.id ?? 0, { people: true }) }
}

describe('answers that are sent', () => {
  test('become a ticket with each of them, typed as its question is', async () => {
    const { form, question, platform } = await opened("Arrivée d'un collaborateur")
    const [location] = (await form.choices(question('Lieu'), '', 1)).choices
    const me = (await platform.session()).person.id
    const sent = await form.submit({
      answers: {
        ...arrivalAnswers(form),
        [question('Numéro de bureau').id]: { text: '12.5' },
        [question('Rendez-vous (date et heure)').id]: { text: '2030-01-07T09:30' },
        [question('Logiciels').id]: {
          chosen: [
            { value: '301', label: '' },
            { value: '303', label: '' },
          ],
        },
        [question('Lieu').id]: { chosen: [{ value: location?.value ?? '', label: '' }] },
        [question('Demandeur').id]: { chosen: [{ value: `users_id-${me}`, label: '' }] },
        [question('Urgence').id]: { chosen: [{ value: '0', label: '-----' }] },
        [question('Commentaires').id]: { html: '<p>Néant</p>' },
      },
      files: [],
    })
    const [ticket] = 'tickets' in sent ? sent.tickets : []
    expect(ticket?.title).toBe('Arrivée de Jeanne Martin')
    const { description } = await platform.tickets.get(ticket?.id ?? 0)
    expect(description).toContain(
      "<b>2) Numéro de bureau</b>: 12.5<br><b>3) Date d'arrivée</b>: 2030-01-07<br><b>4) Rendez-vous (date et heure)</b>: 2030-01-07 09:30<br><b>5) Type de contrat</b>: CDI<br>",
    )
    expect(description).toContain('<b>2) Logiciels</b>: Suite bureautique, Dessin « CAO »<br><b>3) Lieu</b>: ')
    expect(description).toContain('<b>1) Demandeur</b>: Durand Alice<br><b>2) Commentaires</b>: <p>Néant</p><br>')
  })

  test('go for somebody else where a group lets one, and are found by whoever sent them', async () => {
    const { form, platform, stored } = await issueFor(9, { delegates: [9] })
    expect(form.page.delegates).toEqual([{ value: '9', label: 'Nourel Henri', chosen: false }])
    expect(stored.people).toEqual([{ part: 'requester', user: 9, notified: true, email: 'h@x.example' }])
    expect(await platform.tickets.allWithMark('m-9', 0)).toHaveLength(1)
  })

  test('are one’s own where no group lets one send them for that person', async () => {
    const { form, person, stored } = await issueFor(9, { delegates: [] })
    expect(form.page.delegates).toEqual([])
    expect(stored.people).toEqual([{ part: 'requester', user: person.id, notified: true, email: '' }])
  })

  test('bear the marks at the end of a long text, whose words are escaped', async () => {
    const { form, question, platform } = await opened('Report an issue')
    const { id } = question('Description')
    const sent = await form.submit({
      ...{ answers: { [id]: { text: 'a < b & c\n\nfin' } }, files: [] },
      ...{ markIn: id, mark: 'm-1', keyMark: 'k-1' },
    })
    const [ticket] = 'tickets' in sent ? sent.tickets : []
    expect(await platform.tickets.allWithMark('m-1', 0)).toEqual([ticket?.id])
    expect((await platform.forms.allFrom('Report an issue', 0)).map(({ content }) => content)).toEqual([
      '<p>a &lt; b &amp; c</p><p>fin</p><!-- ipeos:m-1 --><!-- ipeos:k-1 -->',
    ])
  })

  test('bear the marks in a long text that was left empty', async () => {
    const { form, question, platform } = await opened("Arrivée d'un collaborateur")
    await form.submit({
      ...{ answers: arrivalAnswers(form), files: [], markIn: question('Commentaires').id, mark: 'm-2' },
    })
    expect(await platform.tickets.allWithMark('m-2', 0)).toHaveLength(1)
  })

  test('say whom to keep informed, and where', async () => {
    const { form, question, sandbox, platform } = await opened('Report an issue')
    const user = (await platform.session()).person.id
    const send = (requester: { user: number; notify: boolean; email?: string }) =>
      form.submit({ answers: { [question('Description').id]: { text: 'x' } }, files: [], requester })
    await send({ user, notify: true, email: 'alice@perso.example' })
    expect(sandbox.mails.at(-1)?.to).toBe('alice@perso.example')
    const before = sandbox.mails.length
    await send({ user, notify: false })
    expect(sandbox.mails).toHaveLength(before)
    await expect(send({ user, notify: true, email: 'pas une adresse' })).rejects.toMatchObject({
      ...{ code: 'form-refused', parameters: { message: 'Adresse e-mail pas une adresse invalide' }, fate: 'not-done' },
    })
  })

  test('of which nothing was given are sent all the same, where nothing must be', async () => {
    const { form } = await opened('Report an issue', { configuration: { mandatoryFields: [] } })
    expect(await form.submit({ answers: {}, files: [] })).toMatchObject({ tickets: [{}] })
  })

  test('make two tickets, or one that is not to be seen', async () => {
    const two = await opened('Deux tickets', { kind: 'odd' })
    const made = await two.form.submit({
      ...{ answers: { [two.question('Quoi ?').id]: { text: 'un écran' } }, files: [] },
    })
    expect(made).toMatchObject({ tickets: [{ title: 'Préparer : un écran' }, { title: 'Commander : un écran' }] })
    const none = await opened('Boîte à idées', { kind: 'odd' })
    expect(
      await none.form.submit({ answers: { [none.question('Votre idée').id]: { text: 'Un baby-foot' } }, files: [] }),
    ).toEqual({ unseen: 'Boîte à idées #1' })
  })

  test('are sent once, by a new session, where the first one died', async () => {
    const { form, sandbox } = await opened("Panne d'imprimante")
    sandbox.killSessions()
    expect(await form.submit({ answers: printerAnswers(form), files: [] })).toMatchObject({ tickets: [{}] })
    expect(sandbox.writes.filter(({ path }) => path === '/Form/SubmitAnswers')).toHaveLength(1)
  })

  test('are refused for sure, in the site’s words or none', async () => {
    const { form, question } = await opened("Arrivée d'un collaborateur")
    const bad = { ...arrivalAnswers(form), [question('Adresse personnelle').id]: { text: 'pas une adresse' } }
    const error = await form.submit({ answers: bad, files: [] }).catch((one: unknown) => one)
    expect(error).toMatchObject({ code: 'form-refused-silently' })
    expect(fateOf(error)).toBe('not-done')
  })

  test.each([
    ['a page of an error', { kind: 'status', status: 500 }],
    ['a gateway that waits no longer', { kind: 'status', status: 504 }],
    ['a proxy that refuses', { kind: 'status', status: 403 }],
    ['a page of maintenance', { kind: 'html' }],
    ['nothing', { kind: 'drop-after' }],
    ['half of an answer', { kind: 'truncated' }],
  ] as const)('may have arrived when what comes back is %s', async (_what, fault) => {
    const { form, sandbox } = await opened("Panne d'imprimante")
    sandbox.faults.inject({ match: { path: /SubmitAnswers/ }, ...fault })
    const error = await form.submit({ answers: printerAnswers(form), files: [] }).catch((one: unknown) => one)
    expect(fateOf(error)).toBe('unknown')
    expect(timesAsked(sandbox, '/Form/SubmitAnswers')).toBe(1)
  })

  test('go nowhere where the form was closed, or is gone, since its page was read', async () => {
    const closed = await opened("Panne d'imprimante")
    const { catalogue } = closed.sandbox.configuration
    catalogue.forms = catalogue.forms.map((one) => ({ ...one, active: false }))
    const send = ({ form }: { form: OpenForm }) => form.submit({ answers: printerAnswers(form), files: [] })
    await expect(send(closed)).rejects.toMatchObject({ code: 'form-closed', fate: 'not-done' })
    const gone = await opened("Panne d'imprimante")
    gone.sandbox.configuration.catalogue.forms = []
    await expect(send(gone)).rejects.toMatchObject({ code: 'form-gone', fate: 'not-done' })
  })

  test('go nowhere where the form was changed while they were thought about', async () => {
    let minutes = 0
    const clock = { now: () => new Date(Date.UTC(2026, 10, 2, 12, minutes)) }
    const { form, sandbox, question } = await opened("Panne d'imprimante", { connect: { clock } })
    const answers = printerAnswers(form)
    removeQuestion(sandbox, question('Urgence').id)
    minutes = 20
    await expect(form.submit({ answers, files: [] })).rejects.toMatchObject({ code: 'form-changed', fate: 'not-done' })
    expect(timesAsked(sandbox, '/Form/SubmitAnswers')).toBe(0)
  })

  test('go nowhere where the form was changed before a new session read its page', async () => {
    const { form, sandbox, question } = await opened("Panne d'imprimante")
    removeQuestion(sandbox, question('Urgence').id)
    sandbox.killSessions()
    await expect(form.submit({ answers: printerAnswers(form), files: [] })).rejects.toMatchObject({
      ...{ code: 'form-changed', parameters: { label: 'Urgence' }, fate: 'not-done' },
    })
  })
})

describe('tickets that came from a form', () => {
  test('are found by its stored title, after one of them, and those of others are not', async () => {
    const { form, platform, question, join } = await opened('Report an issue')
    const send = async (text: string) => {
      const sent = await form.submit({ answers: { [question('Description').id]: { text } }, files: [] })
      return 'tickets' in sent ? (sent.tickets[0]?.id ?? 0) : 0
    }
    expect(await platform.forms.newestFrom('Report an issue')).toBe(0)
    const first = await send('un')
    expect(await platform.forms.newestFrom('Report an issue')).toBe(first)
    const second = await send('deux')
    expect(await platform.forms.allFrom('Report an issue', first)).toEqual([
      { id: second, title: 'deux', content: '<p>deux</p>' },
    ])
    expect(await platform.forms.allFrom('an issue', 0)).toEqual([])
    const other = join({ as: { user: 'henri', password: 'henri-secret' } })
    expect(await other.platform.forms.allFrom('Report an issue', 0)).toEqual([])
  })
})
