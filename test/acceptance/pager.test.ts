import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { key, personInShell } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

const small = { columns: 80, rows: 12 }

/** A pager that says what it was given, and waits for Enter; Ctrl-C does not end it, as with less. */
function pagerOf({ folder }: Site): string {
  const path = join(folder, 'pager.sh')
  const script = [
    "trap 'echo still paging' INT",
    `read -r first; cat > /dev/null`,
    'echo "paged: $first"',
    'echo "LESS=$LESS"',
    'case "$(env)" in *-secret*) echo "secrets: some" ;; *) echo "secrets: none" ;; esac',
    'until read -r _ < /dev/tty; do :; done',
  ]
  writeFileSync(path, script.join('\n'))
  return `sh ${path}`
}

function person(site: Site, line: string, env: Record<string, string> = {}) {
  return personInShell(`${line}; echo "[$?]"`, { ...small, folder: site.folder, env: { ...site.env, ...env } })
}

test('what is longer than the screen goes through the pager, which knows none of our secrets', async () => {
  const site = await openSite()
  const someone = person(site, 'ipeos ticket show 15', { IPEOS_PAGER: pagerOf(site) })
  await someone.sees(/paged: .*#15/)
  await someone.sees('secrets: none')
  someone.types(key.ctrlC)
  await someone.sees('still paging')
  someone.types(key.enter)
  await someone.sees('[0]')
  await someone.leaves()
})

test('so does a long help', async () => {
  const site = await openSite()
  const someone = person(site, 'ipeos ticket new --help', { PAGER: pagerOf(site) })
  await someone.sees('paged: Utilisation')
  someone.types(key.enter)
  await someone.sees('[0]')
  await someone.leaves()
})

test.each([
  ['less is told to say how it is left', {}, 'LESS=FRXPs?efin, q pour quitter:q pour quitter, espace pour la suite.$'],
  ['but not to whoever set it up already', { LESS: 'Ri' }, 'LESS=Ri\n'],
])('%s', async (_what, env: Record<string, string>, shown) => {
  const site = await openSite()
  const someone = person(site, 'ipeos ticket show 15', { IPEOS_PAGER: pagerOf(site), ...env })
  await someone.sees(new RegExp(shown.replace(/[?$.]/g, '\\$&')))
  someone.types(key.enter)
  await someone.leaves()
})

test('a pager that is left early is no failure', async () => {
  const site = await openSite()
  const someone = person(site, 'ipeos ticket show 15', { IPEOS_PAGER: 'head -n 1' })
  await someone.sees('[0]')
  await someone.leaves()
  expect(someone.screen()).not.toContain('Documents')
})

test.each([
  ['a pager that does not exist', 'ipeos ticket show 15', { PAGER: '/nowhere/pager' }],
  ['cat as the pager', 'ipeos ticket show 15', { PAGER: 'cat' }],
  ['an empty pager', 'ipeos ticket show 15', { PAGER: '' }],
  ['--no-pager', 'ipeos ticket show 15 --no-pager', { PAGER: 'false' }],
  ['--no-input', 'ipeos ticket show 15 --no-input', { PAGER: 'false' }],
  ['--plain', 'ipeos ticket show 15 --plain', { PAGER: 'false' }],
  ['a dumb terminal', 'ipeos ticket show 15', { PAGER: 'false', TERM: 'dumb' }],
  ['a job of CI', 'ipeos ticket show 15', { PAGER: 'false', CI: 'true' }],
  ['a text that fits', 'ipeos ticket list --limit 3', { PAGER: 'false' }],
])('with %s all of it is printed', async (_with, line, env) => {
  const site = await openSite()
  const someone = person(site, line, env as Record<string, string>)
  await someone.sees('[0]')
  await someone.leaves()
  expect(someone.screen()).toMatch(/#15 [\s\S]*\n\S[\s\S]*\n\[0\]$/)
})

test('in a loop over the lines of a file nobody is there to leave a pager', async () => {
  const site = await openSite()
  writeFileSync(join(site.folder, 'numbers'), '15\n15\n')
  const loop = 'while read -r n; do ipeos ticket show $n; done < numbers'
  const someone = person(site, loop, { PAGER: 'sh -c "cat >/dev/null; echo paged; cat </dev/tty"' })
  await someone.sees('[0]')
  await someone.leaves()
  expect(someone.screen()).not.toContain('paged')
})

test('the first lines of a ticket are seen before the rest, and stand on the screen once', async () => {
  const site = await openSite()
  site.sandbox.faults.inject({ kind: 'delay', milliseconds: 1500, match: { path: /ITILFollowup/ } })
  const someone = person(site, 'ipeos ticket show 15', { IPEOS_PAGER: 'tee paged' })
  await someone.sees(/#15 .*\n\nStatut/)
  expect(existsSync(join(site.folder, 'paged'))).toBe(false)
  await someone.sees('[0]')
  await someone.leaves()
  expect(readFileSync(join(site.folder, 'paged'), 'utf8')).toContain('#15')
  expect(someone.screen().match(/^#15 /gm)).toHaveLength(1)
})
