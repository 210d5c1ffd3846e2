import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { newDesk } from '../support/desk.ts'

async function redirectedTo(location: string) {
  const moved = async () => new Response(null, { status: 302, headers: { Location: location } })
  return newDesk({ fetch: moved }).ipeos(['whoami'])
}

test('a redirect to a hostile address gives a command that a shell takes for one address', async () => {
  const { notes } = await redirectedTo('https://evil.example/;touch$IFS$HOME/P')
  const [, command = ''] = /(ipeos login .*)/.exec(notes) ?? []
  const words = execFileSync('/bin/sh', ['-c', `ipeos() { printf '%s\\n' "$@"; }; ${command}`], { encoding: 'utf8' })
  expect(words.split('\n')).toEqual(['login', '--url', 'https://evil.example/;touch$IFS$HOME/P', ''])
})

test('a redirect to what is no address of the web gives no command to log in there', async () => {
  const { code, notes } = await redirectedTo('javascript:alert(1)')
  expect(code).toBe(6)
  expect(notes).not.toContain('--url')
})
