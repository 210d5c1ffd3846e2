import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TicketDraft } from '../../../src/drafts/draft.ts'
import { asDraftFiles } from '../../../src/drafts/file/draft-files.ts'
import { sendTicket } from '../../../src/drafts/send-ticket.ts'
import type { FormAnswers } from '../../../src/itil/form-answer.ts'
import { printerAnswers } from '../../glpi/forms/opened.ts'
import { answeredForm, formWith } from './answered.ts'

type Answered = Awaited<ReturnType<typeof answeredForm>>

const issue = 'Report an issue'
const printer = "Panne d'imprimante"

function issueAnswers({ question }: Answered, text = 'Elle fume.'): FormAnswers {
  return { [question('Description').id]: { text } }
}

/** One that alice sent before, as the page of the site does. */
async function formerTicket({ form }: Answered, answers: FormAnswers): Promise<number> {
  const sent = await form.submit({ answers, files: [] })
  return 'tickets' in sent ? (sent.tickets[0]?.id ?? 0) : 0
}

const cut = { kind: 'drop-after' } as const
const neverThere = { kind: 'drop-before' } as const

describe('answers with a long text', () => {
  test('become one ticket, with the mark of their draft', async () => {
    const there = await answeredForm(issue)
    const open = await there.draft(issueAnswers(there))
    const sent = await sendTicket(open, there.context, { opened: there.form })
    expect(sent).toMatchObject({ id: (await there.tickets())[0], others: [], younger: [], missing: [] })
    expect(await there.platform.tickets.allWithMark(open.draft.id, 0)).toEqual(await there.tickets())
  })

  test.each([
    ['nothing comes back', cut],
    ['half of an answer comes back', { kind: 'truncated' }],
    ['something on the way gives up, and the site does not', { kind: 'late', milliseconds: 1, answer: 504 }],
  ] as const)('are found, and not sent again, where %s', async (_what, fault) => {
    const there = await answeredForm(issue)
    await formerTicket(there, issueAnswers(there, 'Une autre fois.'))
    there.fault(fault)
    const open = await there.draft(issueAnswers(there))
    const { sleep } = there.context.patience
    // A late site is at it while others wait.
    const patience = {
      ...there.context.patience,
      sleep: (ms: number) => new Promise((go) => setTimeout(go, 5)).then(() => sleep(ms)),
    }
    const sent = await sendTicket(open, { ...there.context, patience }, { opened: there.form })
    expect({ sent, posts: there.posts(), tickets: (await there.tickets()).length }).toMatchObject({
      sent: { id: (await there.tickets())[1] },
      posts: 2,
      tickets: 2,
    })
  })

  test.each([
    ['are cut off', neverThere],
    ['meet a gateway that is lost', { kind: 'status', status: 502 }],
  ] as const)(
    'that %s before they arrive are sent again, where the form is known to make tickets',
    async (_what, fault) => {
      const there = await answeredForm(issue)
      await formerTicket(there, issueAnswers(there, 'Une autre fois.'))
      there.fault(fault)
      await sendTicket(await there.draft(issueAnswers(there)), there.context, { opened: there.form })
      expect(await there.tickets()).toHaveLength(2)
    },
  )

  test('are not taken for an older ticket that says the same, where the mark alone tells them', async () => {
    const there = await answeredForm(issue)
    const former = await formerTicket(there, issueAnswers(there))
    there.fault(neverThere)
    const form = { ...formWith(there.form, issueAnswers(there)), textIn: there.question('Description').id }
    const open = await there.draft({}, { form, answers: { description: 'Elle fume.' } })
    const sent = await sendTicket(open, there.context, { opened: there.form })
    const [first, own] = await there.tickets()
    expect({ first, sent }).toMatchObject({ first: former, sent: { id: own } })
  })

  test('are taken up by a later command where the first one was killed', async () => {
    const there = await answeredForm(issue)
    there.fault(cut)
    const open = await there.draft(issueAnswers(there))
    const killed = new Error('killed')
    const patience = { ...there.context.patience, sleep: () => Promise.reject(killed) }
    const platform = {
      ...there.platform,
      tickets: { ...there.platform.tickets, findByMark: () => Promise.reject(killed) },
    }
    const dying = { ...there.context, patience, platform: async () => platform }
    await expect(sendTicket(open, dying, { opened: there.form })).rejects.toBe(killed)
    await open.release()
    const later = await there.context.drafts.takeUp((await there.context.drafts.list()).drafts[0] as TicketDraft)
    const sent = await sendTicket(later, there.context)
    expect({ sent, posts: there.posts(), told: there.told }).toMatchObject({
      sent: { id: (await there.tickets())[0] },
      posts: 1,
      told: ['draft.doubt', 'draft.kept', 'draft.doubt', 'new.was-there'],
    })
  })
})

test('answers that something on the way sends twice are told, the older ticket being theirs', async () => {
  const there = await answeredForm(issue)
  there.fault({ kind: 'twice' })
  const sent = await sendTicket(await there.draft(issueAnswers(there)), there.context, { opened: there.form })
  const [first, second] = await there.tickets()
  expect(sent).toMatchObject({
    younger: expect.arrayContaining([second === ('id' in sent ? sent.id : 0) ? first : second]),
  })
})

describe('answers without a long text', () => {
  test('are found among the tickets of their form by what they say', async () => {
    const there = await answeredForm(printer)
    const former = await formerTicket(there, printerAnswers(there.form, '2'))
    there.fault(cut)
    const open = await there.draft(printerAnswers(there.form))
    const sent = await sendTicket(open, there.context, { opened: there.form })
    const [first, own] = await there.tickets()
    expect({ first, sent, posts: there.posts() }).toMatchObject({ first: former, sent: { id: own }, posts: 2 })
  })

  test('are not taken for others of the same form that came meanwhile', async () => {
    const there = await answeredForm(printer)
    await formerTicket(there, printerAnswers(there.form, '2'))
    there.fault(neverThere)
    const label = there.question('Quelle imprimante ?').id
    const open = await there.draft(printerAnswers(there.form))
    const { sleep } = there.context.patience
    let other: Promise<number> | undefined
    const patience = {
      ...there.context.patience,
      sleep: async (ms: number) => {
        other ??= formerTicket(there, { ...printerAnswers(there.form), [label]: { text: 'Canon du sous-sol' } })
        await other
        await sleep(ms)
      },
    }
    const sent = await sendTicket(open, { ...there.context, patience }, { opened: there.form })
    const tickets = await there.tickets()
    expect({ tickets: tickets.length, sent }).toMatchObject({ tickets: 3, sent: { id: tickets[2] } })
  })

  test('take no key, which is said before anything leaves', async () => {
    const there = await answeredForm(printer)
    const open = await there.draft(printerAnswers(there.form), { keyMark: 'key-1' })
    await expect(sendTicket(open, there.context, { opened: there.form })).rejects.toMatchObject({
      ...{ code: 'form-without-text', exitCode: 2 },
    })
    expect(there.posts()).toBe(0)
  })
})

describe('answers that leave no trace', () => {
  test('are success, by the name that the site gives them', async () => {
    const there = await answeredForm('Boîte à idées', { kind: 'odd' })
    const open = await there.draft({ [there.question('Votre idée').id]: { text: 'Un baby-foot' } })
    expect(await sendTicket(open, there.context, { opened: there.form })).toEqual({
      ...{ unseen: 'Boîte à idées #1', form: 'Boîte à idées', left: [] },
    })
  })

  test.each([cut, neverThere])('are never sent again by themselves: %j', async (fault) => {
    const there = await answeredForm('Boîte à idées', { kind: 'odd' })
    there.fault(fault)
    const open = await there.draft({ [there.question('Votre idée').id]: { text: 'Un baby-foot' } })
    const unanswered = { code: 'perhaps-submitted', exitCode: 6, fate: 'unknown' }
    await expect(sendTicket(open, there.context, { opened: there.form })).rejects.toMatchObject(unanswered)
    await expect(sendTicket(open, there.context)).rejects.toMatchObject(unanswered)
    expect(there.posts()).toBe(1)
  })

  test('are sent again where a person says so', async () => {
    const there = await answeredForm('Boîte à idées', { kind: 'odd' })
    there.fault(neverThere)
    const open = await there.draft({ [there.question('Votre idée').id]: { text: 'Un baby-foot' } })
    await expect(sendTicket(open, there.context)).rejects.toThrow()
    expect(await sendTicket(open, there.context, { again: true })).toMatchObject({ unseen: 'Boîte à idées #1' })
  })

  test('may also be those of a form that nobody used before', async () => {
    const there = await answeredForm(issue)
    there.fault(neverThere)
    const open = await there.draft(issueAnswers(there))
    await expect(sendTicket(open, there.context)).rejects.toMatchObject({ code: 'perhaps-submitted' })
    expect({ posts: there.posts(), tickets: await there.tickets() }).toEqual({ posts: 1, tickets: [] })
  })
})

describe('answers of which two tickets come', () => {
  test('are one success', async () => {
    const there = await answeredForm('Deux tickets', { kind: 'odd' })
    const open = await there.draft({ [there.question('Quoi ?').id]: { text: 'un écran' } })
    const [first, second] = [await sendTicket(open, there.context, { opened: there.form }), await there.tickets()]
    expect(first).toMatchObject({ id: second[0], others: [second[1]], younger: [] })
  })

  test('are both found where the answer is lost', async () => {
    const there = await answeredForm('Deux tickets', { kind: 'odd' })
    there.fault(cut)
    const open = await there.draft({ [there.question('Quoi ?').id]: { text: 'un écran' } })
    const sent = await sendTicket(open, there.context, { opened: there.form })
    const [first, second] = await there.tickets()
    expect({ sent, posts: there.posts() }).toMatchObject({ sent: { id: first, others: [second] }, posts: 1 })
  })
})

describe('what a form does not take any more', () => {
  test('is not sent where its questions changed', async () => {
    const there = await answeredForm(printer)
    const open = await there.draft(printerAnswers(there.form))
    const lost = there.question('Urgence').id
    const { catalogue } = there.sandbox.configuration
    catalogue.forms = catalogue.forms.map((one) => ({
      ...one,
      sections: one.sections.map((section) => ({ ...section, blocks: section.blocks.filter(({ id }) => id !== lost) })),
    }))
    await expect(sendTicket(open, there.context)).rejects.toMatchObject({ code: 'form-changed', fate: 'not-done' })
    expect(there.posts()).toBe(0)
  })

  test('becomes a ticket as before where it must arrive, which names the form and says why', async () => {
    const there = await answeredForm(printer)
    const { catalogue } = there.sandbox.configuration
    const open = await there.draft(printerAnswers(there.form), { bestEffort: true })
    catalogue.forms = catalogue.forms.map((one) => ({ ...one, active: false }))
    const sent = await sendTicket(open, there.context)
    const ticket = await there.platform.tickets.get('id' in sent ? sent.id : 0)
    expect(ticket.title).toBe(printer)
    expect(ticket.description).toContain('HP de l’étage 2')
    expect(ticket.description).toContain(
      '(ipeos: the form “Panne d&#39;imprimante” did not take it'.replace('&#39;', "'"),
    )
  })
})

describe('files', () => {
  async function withFile(name: string) {
    const there = await answeredForm(name)
    const path = join(there.folder, 'photo.png')
    writeFileSync(path, 'png')
    const check = await there.context.files.check(path)
    if ('problem' in check) throw check.problem
    const files = await asDraftFiles([{ ...check, name: 'photo.png', size: 3 }])
    return { ...there, files }
  }

  test('that answer no question go with the long text, and once', async () => {
    const there = await withFile(issue)
    there.fault(cut)
    const open = await there.draft(issueAnswers(there), { files: there.files })
    const sent = await sendTicket(open, there.context, { opened: there.form })
    const { documents } = await there.platform.tickets.get('id' in sent ? sent.id : 0)
    expect({ sent, names: documents.map(({ fileName }) => fileName) }).toMatchObject({
      ...{ sent: { missing: [] }, names: ['photo.png'] },
    })
  })

  test('without a place in the form are attached to its ticket afterwards', async () => {
    const there = await withFile(printer)
    const open = await there.draft(printerAnswers(there.form), { files: there.files })
    const sent = await sendTicket(open, there.context, { opened: there.form })
    const { documents } = await there.platform.tickets.get('id' in sent ? sent.id : 0)
    expect({ sent, names: documents.map(({ fileName }) => fileName) }).toMatchObject({
      ...{ sent: { missing: [] }, names: ['photo.png'] },
    })
  })
})
