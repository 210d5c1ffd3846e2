import { describe, expect, test } from 'vitest'
import { fateOf } from '../../../src/errors/error.ts'
import { arrivalAnswers, fileOf, opened, timesAsked } from './opened.ts'

describe('files of a form', () => {
  const arrivalWith = async (files: ReturnType<typeof fileOf>[], configuration = {}) => {
    const there = await opened("Arrivée d'un collaborateur", { configuration })
    const told: number[] = []
    const question = there.question('Contrat signé').id
    const send = () =>
      there.form.submit({
        answers: arrivalAnswers(there.form),
        files: files.map((file) => ({ question, file })),
        onProgress: (bytes) => told.push(bytes),
      })
    const documents = async (sent: Awaited<ReturnType<typeof send>>) => {
      const [ticket] = 'tickets' in sent ? sent.tickets : []
      return (await there.platform.tickets.get(ticket?.id ?? 0)).documents
    }
    return { ...there, told, send, documents }
  }

  test('are all on the ticket, by their own names, and their bytes are told', async () => {
    const { send, documents, told } = await arrivalWith([fileOf('été à l’île.txt', 'un'), fileOf('b.pdf', 'deux')])
    expect((await documents(await send())).map(({ fileName }) => fileName).sort()).toEqual(['b.pdf', 'été à l’île.txt'])
    expect(told.at(-1)).toBe(6)
  })

  test('are taken by a long text of a form that asks for none', async () => {
    const { form, question, platform } = await opened('Report an issue')
    const { id } = question('Description')
    const sent = await form.submit({
      answers: { [id]: { text: 'x' } },
      files: [{ question: id, file: fileOf('a.txt', 'a') }],
    })
    const [ticket] = 'tickets' in sent ? sent.tickets : []
    const { documents } = await platform.tickets.get(ticket?.id ?? 0)
    expect(documents.map(({ fileName }) => fileName)).toEqual(['a.txt'])
  })

  test('go in pieces where they are larger than one request may be', async () => {
    const bytes = Buffer.alloc(250_000, 'abcdefghij')
    const { send, documents, told, sandbox, platform } = await arrivalWith([fileOf('gros.txt', bytes)], {
      uploadMaxSizeBytes: 100_000,
    })
    const [document] = await documents(await send())
    expect(timesAsked(sandbox, '/ajax/fileupload.php')).toBe(3)
    expect(told.at(-1)).toBe(250_000)
    const [ticket] = await platform.forms.allFrom("Arrivée d'un collaborateur", 0)
    const { stream } = await platform.documents.download(ticket?.id ?? 0, document?.id ?? 0)
    expect(Buffer.concat(await stream.toArray())).toEqual(bytes)
  })

  test('that the site does not take are named with its words, and nothing is sent', async () => {
    const { send, sandbox } = await arrivalWith([fileOf('outil.exe', 'MZ')])
    await expect(send()).rejects.toMatchObject({
      ...{ code: 'form-file-refused', fate: 'not-done' },
      parameters: { name: 'outil.exe', message: 'Type de fichier non autorisé' },
    })
    expect(timesAsked(sandbox, '/Form/SubmitAnswers')).toBe(0)
  })

  test('that are beyond what the server takes are named, and nothing is sent', async () => {
    const { send } = await arrivalWith([fileOf('gros.txt', Buffer.alloc(50_000))], { postMaxSizeBytes: 20_000 })
    await expect(send()).rejects.toMatchObject({ code: 'form-file-lost', fate: 'not-done' })
  })

  test('are not blamed where the site itself fails', async () => {
    const { send, sandbox } = await arrivalWith([fileOf('a.txt', 'un')])
    sandbox.faults.inject({ match: { path: /fileupload/ }, kind: 'status', status: 500 })
    await expect(send()).rejects.toMatchObject({ code: 'forms-down', fate: 'not-done' })
  })

  test('that changed while they were read are named, and nothing is sent', async () => {
    const { send, sandbox } = await arrivalWith([{ ...fileOf('a.txt', 'court'), size: 50 }])
    await expect(send()).rejects.toMatchObject({ code: 'form-file-changed', fate: 'not-done' })
    expect(timesAsked(sandbox, '/Form/SubmitAnswers')).toBe(0)
  })

  test('whose answer was lost go again by another name, and are on the ticket once', async () => {
    const { send, sandbox, documents } = await arrivalWith([fileOf('a.txt', 'un')])
    sandbox.faults.inject({ match: { path: /fileupload/ }, kind: 'drop-after' })
    expect(await documents(await send())).toHaveLength(1)
  })

  test('that cannot be sent say of no ticket that it may be there', async () => {
    const { send, sandbox } = await arrivalWith([fileOf('a.txt', 'un')])
    sandbox.faults.inject({ match: { path: /fileupload/ }, times: 2, kind: 'drop-before' })
    const error = await send().catch((one: unknown) => one)
    expect(error).toMatchObject({ code: 'connection-cut' })
    expect(fateOf(error)).toBe('not-done')
  })

  test('go from the first piece again with a new session where the one before died', async () => {
    const bytes = Buffer.alloc(150_000, 'abcdefghij')
    const { send, sandbox, documents } = await arrivalWith([fileOf('gros.txt', bytes)], { uploadMaxSizeBytes: 100_000 })
    sandbox.faults.inject({ match: { path: /fileupload/ }, kind: 'dead-session' })
    expect(await documents(await send())).toHaveLength(1)
    expect(timesAsked(sandbox, '/ajax/fileupload.php')).toBe(3)
  })

  test('go with a new session where the first one died', async () => {
    const { send, sandbox, documents } = await arrivalWith([fileOf('a.txt', 'un')])
    sandbox.killSessions()
    expect(await documents(await send())).toHaveLength(1)
  })
})
