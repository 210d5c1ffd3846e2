import { expect, test } from 'vitest'
import { runShell } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

const together = 'for n in 1 2 3 4 5; do ipeos ticket list >/dev/null & done; wait'

test.each([
  ['with the credential of the environment', ''],
  ['with a stored login', 'unset IPEOS_USER IPEOS_PASSWORD;'],
])(
  'of several commands that begin at once %s, one leaves its session, and the others end theirs',
  async (_case, before) => {
    const { sandbox, env, folder } = await openSite()
    const place = { env: { ...env, IPEOS_INSECURE_STORAGE: '1' }, folder }
    const login = 'echo alice-secret | ipeos login --user alice --password-stdin'
    if (before) await runShell(`${before} ${login}`, place)
    sandbox.killSessions()
    const first = sandbox.requests.length
    const asked = (what: string) => sandbox.requests.slice(first).filter(({ path }) => path.includes(what)).length
    expect((await runShell(`${before} ${together}`, place)).code).toBe(0)
    const opened = asked('initSession')
    expect(opened - asked('killSession')).toBe(1)
    // The one that is left serves the next command.
    expect((await runShell(`${before} ipeos ticket list >/dev/null`, place)).code).toBe(0)
    expect(asked('initSession')).toBe(opened)
  },
)
