import { expect, test } from 'vitest'
import { complete } from '../../../src/cli/completion/complete.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk, siteUrl } from '../../support/desk.ts'

const printer = ['--form', 'imprimante', '--answer', 'Quelle imprimante=Accueil', '--answer', 'Problème=Autre']

test.each([
  ['shown', ['form', 'show', 'imprimante']],
  ['filled in by a script', ['ticket', 'new', ...printer, '--yes']],
  ['looked at before it is sent', ['ticket', 'new', ...printer, '--dry-run', '--yes']],
])('a form that was %s is known to completion: its questions, and their choices', async (_what, words) => {
  const site = await openSandbox()
  const desk = newDesk(site)
  expect((await desk.ipeos(words)).code).toBe(0)
  const asked = site.requests.length
  const origin = { env: { IPEOS_URL: siteUrl, IPEOS_USER: 'alice' }, platform: 'linux', home: desk.home } as const
  const offered = (current: string) =>
    complete([`question=${current}`, 'ticket', 'new', '--form', 'imprimante'], origin)
  expect(offered('')).toMatch(/^Quelle imprimante=\t[\s\S]*^Problème=\t[\s\S]*^Urgence=\t/m)
  expect(offered('Problème=')).toContain('Problème=Bourrage papier\t')
  expect(site.requests).toHaveLength(asked)
})
