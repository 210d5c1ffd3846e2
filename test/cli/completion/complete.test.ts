import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complete } from '../../../src/cli/completion/complete.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { readSeen } from '../../../src/settings/read-seen.ts'
import { seenFile } from '../../../src/settings/seen.ts'
import { account, type CompletionDesk, completionDesk } from '../../support/completion-desk.ts'
import { newDesk } from '../../support/desk.ts'
import { started } from '../../support/program.ts'

let desk: CompletionDesk
beforeAll(async () => {
  desk = await completionDesk({
    tickets: [{ value: '15', about: 'Écran\u001b[31m\tnoir' }],
    categories: [
      { id: 3, fullName: 'Hébergement > Site web' },
      { id: 5, fullName: 'Messagerie' },
    ],
    locations: [{ id: 2, fullName: 'Siège > Étage 2' }],
    ...askedByForms,
  })
})
afterAll(() => desk.remove())

const askedByForms = {
  forms: [
    { value: '3', about: 'Arrivée d’un collaborateur' },
    { value: '4', about: 'Panne d’imprimante' },
  ],
  questions: [
    { value: '3/Nom=', about: '' },
    { value: '4/Problème=', about: 'Ce qui ne va pas' },
    { value: '4/Quelle imprimante=', about: '' },
    { value: '4/Problème=Bourrage papier', about: '' },
    { value: '4/Problème=Autre', about: '' },
  ],
}

function asked(...words: string[]): string {
  return complete(words, { env: desk.env, platform: 'linux', home: desk.env.HOME ?? '' })
}

describe('completion offers', async () => {
  test('the tickets that were seen, with nothing in their titles that a terminal obeys', () => {
    expect(asked('ticket=', 'ticket', 'show')).toBe('15\tÉcran noir\n')
  })

  test('categories by number, and by name once letters are typed', () => {
    expect([asked('category='), asked('category=site'), asked('category=Mes')]).toEqual([
      '3\tHébergement > Site web\n5\tMessagerie\n',
      'Site web\t3\n',
      'Messagerie\t5\n',
    ])
  })

  test('places as categories', () => {
    expect([asked('location='), asked('location=Éta')]).toEqual(['2\tSiège > Étage 2\n', 'Étage 2\t2\n'])
  })

  test.each(['4', 'Panne d’imprimante', 'imprimante'])('what the form «%s» asks, and then its choices', (form) => {
    expect(asked('question=', 'ticket', 'new', '--form', form, '--answer')).toBe(
      'Problème=\tCe qui ne va pas\nQuelle imprimante=\t\n',
    )
    expect(asked('question=Problème=', 'ticket', 'new', `--form=${form}`, '--answer')).toBe(
      'Problème=Bourrage papier\t\nProblème=Autre\t\n',
    )
  })

  test('of what no form that was seen asks, nothing', () => {
    expect([
      asked('question=', 'ticket', 'new'),
      asked('question=', '--form', '9'),
      asked('question=', '--form', 'x'),
    ]).toEqual(['', '', ''])
  })

  test('what the setting may be that the line names', () => {
    expect(asked('setting-value=', 'config', 'set', 'color')).toBe('auto\t\nalways\t\nnever\t\n')
    expect(asked('setting-value=', 'config', 'set', 'url')).toBe('')
  })

  test('accounts, and drafts by the number that one types', () => {
    expect([asked('account='), asked('draft=')]).toEqual([
      `${account}\thttps://support.example\n`,
      '3f2a9c41\tÉcran noir\n',
    ])
  })

  test('nothing of another account or platform', () => {
    expect([asked('ticket=', '--url', 'https://other.example'), asked('ticket=', '--sandbox')]).toEqual(['', ''])
  })
})

describe('completion through bin/ipeos is silent and ends with 0', async () => {
  const run = (env: Record<string, string>, ...words: string[]) =>
    spawnSync(...started(['__complete', ...words]), {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    })

  test.each<[string, Record<string, string>]>([
    ['without a home folder', {}],
    ['with settings that are no JSON', { IPEOS_CONFIG_DIR: '/broken' }],
    ['with a folder that is none', { IPEOS_CONFIG_DIR: 'relative' }],
    ['with a platform that makes no sense', { IPEOS_URL: '::' }],
  ])('%s', (_case, env) => {
    const config = join(desk.folder, 'broken')
    mkdirSync(config, { recursive: true })
    writeFileSync(join(config, 'settings.json'), '{"accounts": 5, ')
    const given = env.IPEOS_CONFIG_DIR === '/broken' ? { IPEOS_CONFIG_DIR: config } : env
    for (const kind of ['ticket', 'category', 'account', 'draft', 'nonsense']) {
      expect(run({ HOME: '/nowhere', ...given }, `${kind}=`)).toMatchObject({ status: 0, stdout: '', stderr: '' })
    }
  })

  test('without a word of what is asked', () => {
    expect(run(desk.env)).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })
})

describe('what lists show is kept for completion', async () => {
  test('by list, show and new, in a file that only its owner can read; gone with logout', async () => {
    const person = newDesk(await openSandbox())
    const cache = join(person.home, '.cache', 'ipeos')
    const kept = () => readSeen(cache, 'alice@support.example')
    await person.ipeos(['ticket', 'list'])
    await person.ipeos(['ticket', 'show', '15'])
    const answer = await person.ipeos([
      ...['ticket', 'new', '--title', 'Souris perdue', '--description', 'Sous le bureau', '--yes', '--category', '3'],
    ])
    const number = answer.out.trim()
    expect(kept().ticket?.slice(0, 2)).toEqual([
      { value: number, about: 'Souris perdue (new)' },
      expect.objectContaining({ value: '15' }),
    ])
    const name = `seen-${Buffer.from('alice@support.example').toString('base64url')}.json`
    expect(statSync(join(cache, name)).mode & 0o777).toBe(0o600)
    await person.ipeos(['logout'])
    expect(kept()).toEqual({})
  })

  test('is never more than one may want to choose from', async () => {
    const seen = seenFile(join(desk.folder, 'cache'), 'many')
    const values = Array.from({ length: 500 }, (_, index) => ({ value: String(index), about: 'x'.repeat(1000) }))
    await seen.remember('ticket', values)
    await seen.remember('ticket', [{ value: '499', about: 'again' }])
    const { ticket = [] } = readSeen(join(desk.folder, 'cache'), 'many')
    expect([ticket.length, ticket[0]?.value, ticket[1]?.about.length]).toEqual([200, '499', 120])
  })

  test('is left out, without a word, where nothing can be written', async () => {
    writeFileSync(join(desk.folder, 'a-file'), '')
    const cache = join(desk.folder, 'a-file')
    await seenFile(cache, 'somebody').remember('ticket', [{ value: '1', about: '' }])
    expect([readSeen(cache, 'somebody'), readFileSync(cache, 'utf8')]).toEqual([{}, ''])
  })
})
