import { describe, expect, onTestFinished, test } from 'vitest'
import { serve } from '../../src/sandbox/serve.ts'
import { askForApproval } from '../support/approval-desk.ts'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const languages = {
  fr: {
    locale: 'fr_FR.UTF-8',
    which: 'Laquelle refusez-vous',
    why: (id: number) => `Pourquoi refuser l’approbation ${id}`,
    needed: 'Dites pourquoi',
    refused: (id: number) => `Refusé : ${id}`,
    others: 'est demandée à quelqu’un d’autre',
    unchanged: (id: number) => `La plateforme dit que c’est fait, mais l’approbation ${id} attend toujours.`,
  },
  en: {
    locale: 'en_GB.UTF-8',
    which: 'Which one do you refuse',
    why: (id: number) => `Why do you refuse approval ${id}`,
    needed: 'Say why',
    refused: (id: number) => `Refused: ${id}`,
    others: 'is asked of somebody else',
    unchanged: (id: number) => `The platform says that it is done, but approval ${id} still waits.`,
  },
} as const

const cases = glpiVersions.flatMap((glpi) => (['fr', 'en'] as const).map((language) => [glpi, language] as const))

describe.each(cases)('on GLPI %s, in %s,', (glpi, language) => {
  const says = languages[language]

  /** A site whose customers give approvals: one is asked of alice, one of henri. */
  async function place() {
    const site = await openSite({ glpi, configuration: { customerMayApprove: true } })
    const here = { env: { ...site.env, LANG: says.locale }, folder: site.folder, columns: 100 }
    const asked = await askForApproval(site.sandbox, glpi)
    const waiting = async () => (await runBin(['approval', 'list', '--format', 'tsv'], here)).out.split('\n').length - 1
    return { ...asked, here, sandbox: site.sandbox, waiting }
  }

  test('what is asked is chosen and refused, once there is a reason', async () => {
    const { here, mine, waiting } = await place()
    const alice = personAt(['approval', 'refuse'], here)
    await lives(alice, [
      [says.which, key.enter],
      [new RegExp(`${says.why(mine)}[\\s\\S]*│`), key.ctrlD],
      [says.needed, `Trop cher${key.ctrlD}`],
    ])
    expect(await alice.leaves()).toBe(0)
    expect(seenBy(alice)).toContain(says.refused(mine))
    expect(await waiting()).toBe(0)
  })

  test('what is asked of somebody else is left to them, though the platform would say that it is done', async () => {
    const { here, others, sandbox } = await place()
    const before = sandbox.writes.length
    const alice = personAt(['approval', 'accept', `${others}`], here)
    expect(await alice.leaves()).toBe(5)
    expect(seenBy(alice)).toContain(says.others)
    expect(sandbox.writes).toHaveLength(before)
  })

  // As the newer version answers of what is asked of this person no more.
  if (glpi === '11.0')
    test('an answer that is «true» and changed nothing is told as such', async () => {
      const { here, mine, sandbox, waiting } = await place()
      const elsewhere = await serve({
        ...sandbox,
        fetch: async (request) =>
          request.method === 'PUT' && request.url.includes('TicketValidation')
            ? Response.json([{ [mine]: true, message: '' }])
            : sandbox.fetch(request),
      })
      onTestFinished(() => elsewhere.close())
      const there = { ...here, env: { ...here.env, IPEOS_URL: elsewhere.url } }
      const alice = personAt(['approval', 'accept', `${mine}`], there)
      expect(await alice.leaves()).toBe(1)
      expect(seenBy(alice)).toContain(says.unchanged(mine))
      expect(seenBy(alice)).toContain('ipeos approval list')
      expect(await waiting()).toBe(1)
    })
})

function seenBy(person: Person): string {
  return person.screen().replace(/\s+/g, ' ')
}

/** Waits for each thing to be seen, and presses the keys. */
async function lives(person: Person, steps: Array<[sees: string | RegExp, types: string]>): Promise<void> {
  for (const [sees, types] of steps) {
    await person.sees(sees)
    person.types(types)
  }
}
