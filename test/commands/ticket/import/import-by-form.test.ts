import { expect, test } from 'vitest'
import { fetchHttp } from '../../../../src/glpi/http/fetch-http.ts'
import type { Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { deskOf } from './import-desk.ts'

const form = ['--form', 'imprim']
const issue = ['--form', '1']

interface Told {
  result: string
  id: number | null
  error: string | null
}

const told = (out: string): Told[] => JSON.parse(out)
const results = (out: string): string[] => told(out).map(({ result }) => result)

/** How often answers were sent. */
function submitted({ requests }: Sandbox): number {
  return requests.filter(({ path }) => path.startsWith('/Form/SubmitAnswers')).length
}

function onSubmit({ faults }: Sandbox, fault: Parameters<typeof faults.inject>[0]): void {
  faults.inject({ match: { path: /SubmitAnswers/ }, ...fault })
}

async function contentOf({ desk }: Awaited<ReturnType<typeof deskOf>>, id: number | null): Promise<string> {
  return (await desk.ipeos(['ticket', 'show', String(id), '--jq', '.description'])).out
}

test('each line goes by the form: its questions are columns, an empty cell leaves what the form proposes', async () => {
  const there = await deskOf('11.0')
  there.put('a.csv', 'Quelle imprimante;Problème;urgence\nHP 2;Bourrage papier;haute\nHP 3;Autre;\n')
  const { code, out } = await there.run(['a.csv', ...form, '--json'])
  expect(code).toBe(0)
  expect(results(out)).toEqual(['created', 'created'])
  const [first, second] = told(out)
  expect(await contentOf(there, first?.id ?? null)).toMatch(/HP 2[\s\S]*Bourrage[\s\S]*Haute/)
  expect(await contentOf(there, second?.id ?? null)).toMatch(/HP 3[\s\S]*Autre[\s\S]*Moyenne/)
})

test('usual columns answer the questions of their kind, and several answers stand in one cell', async () => {
  const there = await deskOf('11.0')
  there.put(
    'a.csv',
    "title;Date d'arrivée;Poste de travail;Accès;about;Pourquoi un badge ?;place\nLéa;07/01/2030;Fixe;VPN|Badge;poste-alice;Pour entrer;Étage 2\n",
  )
  const { code, out, notes } = await there.run(['a.csv', '--form', '3', '--json'])
  expect({ code, notes }).toMatchObject({ code: 0 })
  const content = await contentOf(there, told(out)[0]?.id ?? null)
  expect(content).toMatch(
    /Léa[\s\S]*2030-01-07[\s\S]*Fixe[\s\S]*VPN, Badge[\s\S]*Pour entrer[\s\S]*Étage 2[\s\S]*poste-alice/,
  )
})

test('what is wrong with the lines is all named before anything is sent', async () => {
  const { run, put, site } = await deskOf('11.0')
  put('a.csv', 'Quelle imprimante;Problème\nHP 2;Bourage\n;Autre\n')
  const { code, notes } = await run(['a.csv', ...form])
  expect(code).toBe(2)
  expect(notes).toContain('line 2: Problème: “Bourage” is not offered. Perhaps: Bourrage')
  expect(notes).toContain('line 3: “Quelle imprimante ?” has no answer')
  expect(submitted(site)).toBe(0)
})

test('a column that the form does not ask is refused with what comes near', async () => {
  const { run, put } = await deskOf('11.0')
  put('a.csv', 'Quele imprimante;Problème\nHP 2;Autre\n')
  const { code, notes } = await run(['a.csv', ...form])
  expect(code).toBe(2)
  expect(notes).toContain('Perhaps: Quelle imprimante ?')
})

test('lines that were imported by a form are not imported again, and the same words by another form are', async () => {
  const { run, put, site } = await deskOf('11.0')
  put('a.csv', 'title,description\nLot,Une description.\n')
  await run(['a.csv', ...issue])
  expect(results((await run(['a.csv', ...issue, '--json'])).out)).toEqual(['there'])
  expect(results((await run(['a.csv', '--form', '2', '--json'])).out)).toEqual(['created'])
  expect(submitted(site)).toBe(2)
})

test.each(['drop-after', 'truncated'] as const)(
  'an answer that is lost (%s) doubles no line with a long text',
  async (kind) => {
    const { run, put, site, titles } = await deskOf('11.0')
    put('a.csv', 'title,description\nLot 1,Une\nLot 2,Deux\nLot 3,Trois\n')
    onSubmit(site, { kind, times: 2 })
    expect((await run(['a.csv', ...issue, '--json'])).code).toBe(0)
    expect(await titles()).toEqual(['Lot 1', 'Lot 2', 'Lot 3'])
  },
)

test('an import that stopped half-way goes on with the lines that are left', async () => {
  const { run, put, site, titles, kept } = await deskOf('11.0')
  put('a.csv', 'title,description\nLot 1,Une\nLot 2,Deux\nLot 3,Trois\n')
  let sent = 0
  const breaking = {
    world: {
      http: fetchHttp(async (request) => {
        if (request.url.includes('SubmitAnswers')) sent += 1
        if (sent > 1) throw new TypeError('fetch failed')
        return site.fetch(request)
      }),
    },
  }
  const first = await run(['a.csv', ...issue], breaking)
  expect(first).toMatchObject({ code: 6, notes: expect.stringContaining('--resume') })
  const second = await run(['--resume', '--json'])
  expect(second.code).toBe(0)
  expect(await titles()).toEqual(['Lot 1', 'Lot 2', 'Lot 3'])
  expect(kept()).toEqual([])
})

test('a line of which the site fails keeps no other back, and goes with the next command', async () => {
  const { run, put, site, titles, kept } = await deskOf('11.0')
  put('a.txt', 'Bourrage')
  put('a.csv', 'title,description,files\nLot 1,Une,a.txt\nLot 2,Deux,\nLot 3,Trois,\n')
  site.faults.inject({ match: { path: /fileupload/ }, kind: 'status', status: 500 })
  const first = await run(['a.csv', ...issue])
  expect(first).toMatchObject({ code: 6, notes: expect.stringContaining('--resume') })
  expect(await titles()).toEqual(['Lot 2', 'Lot 3'])
  expect((await run(['--resume'])).code).toBe(0)
  expect(await titles()).toEqual(['Lot 1', 'Lot 2', 'Lot 3'])
  expect(kept()).toEqual([])
})

test('an import ends where the site fails of three lines one after the other', async () => {
  const { run, put, site } = await deskOf('11.0')
  put('a.txt', 'Bourrage')
  put('a.csv', `title,description,files\n${'Lot,Une,a.txt\n'.repeat(5)}`)
  site.faults.inject({ match: { path: /fileupload/ }, kind: 'status', status: 500, times: 50 })
  expect((await run(['a.csv', ...issue])).code).toBe(6)
  expect(site.requests.filter(({ path }) => path.includes('fileupload'))).toHaveLength(3)
})

test('a line of which nobody can tell whether it arrived is told, and never sent again', async () => {
  const { run, put, site } = await deskOf('11.0')
  put('a.csv', 'Quelle imprimante;Problème\nHP 2;Autre\n')
  onSubmit(site, { kind: 'drop-before', times: 9 })
  const first = await run(['a.csv', ...form, '--json'])
  expect(results(first.out)).toEqual(['refused'])
  const sent = submitted(site)
  expect(results((await run(['--resume', '--json'])).out)).toEqual(['refused'])
  expect(submitted(site)).toBe(sent)
})

test('GLPI 10 has no such forms, and says so before anything is read', async () => {
  const { run, put } = await deskOf()
  put('a.csv', 'title,description\nLot,Une\n')
  expect(await run(['a.csv', ...issue])).toMatchObject({
    code: 1,
    notes: expect.stringContaining('no service catalogue'),
  })
})

test('what a script gives while the platform is away waits with its form, and goes by it later', async () => {
  const { run, put, desk, titles, kept } = await deskOf('11.0')
  put('a.csv', 'title,description\nLot 1,Une\n')
  const away = { world: { http: fetchHttp(() => Promise.reject(new TypeError('fetch failed'))) } }
  expect((await run(['a.csv', ...issue], away)).code).toBe(6)
  expect(kept()).toHaveLength(1)
  expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
  expect(await titles()).toEqual(['Lot 1'])
  expect(results((await run(['a.csv', ...issue, '--json'])).out)).toEqual(['there'])
})

test.each([
  [
    'a question for files',
    '3',
    "title;Date d'arrivée;Poste de travail;Contrat signé;files\nLéa;2030-01-07;Fixe;a.pdf;b.txt\n",
  ],
  ['the long text, where no question takes files', '1', 'title;description;files\nLot;Une;a.pdf|b.txt\n'],
  [
    'the ticket afterwards, where there is no long text',
    '4',
    'Quelle imprimante;Problème;files\nHP;Autre;a.pdf|b.txt\n',
  ],
])('files go to %s, each once', async (_where, number, lines) => {
  const { run, put, desk, kept } = await deskOf('11.0')
  put('a.pdf', 'signed')
  put('b.txt', 'noted')
  put('lot.csv', lines)
  const { code, out, notes } = await run(['lot.csv', '--form', number, '--json'])
  expect({ code, notes }).toMatchObject({ code: 0 })
  const shown = await desk.ipeos([
    'ticket',
    'show',
    String(told(out)[0]?.id),
    '--jq',
    '[.documents[].fileName]|sort|join(",")',
  ])
  expect(shown.out.trim()).toBe('a.pdf,b.txt')
  expect(kept()).toEqual([])
})

test('a file of a type that the form refuses is told with its line, and nothing is sent', async () => {
  const { run, put, site } = await deskOf('11.0')
  put('a.exe', 'x')
  put('lot.csv', "title;Date d'arrivée;Poste de travail;files\nLéa;2030-01-07;Fixe;a.exe\n")
  const { code, notes } = await run(['lot.csv', '--form', '3'])
  expect(code).toBe(2)
  expect(notes).toContain('line 2: Contrat signé: a.exe: the site refuses files of this type.')
  expect(submitted(site)).toBe(0)
})
