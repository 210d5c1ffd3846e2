import { describe, expect, test } from 'vitest'
import { login } from '../sandbox/caller.ts'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const languages = {
  fr: {
    locale: 'fr_FR.UTF-8',
    question: 'Votre note pour le traitement',
    choice: (mark: number) => `${mark} sur 5`,
    comment: 'Un mot à ce sujet',
    noSuch: 'Pas de 9 dans cette liste.',
    range: /«\s9\s» n’est pas une note\.\s+→ Les notes vont de 0 à 5\./,
    bare: 'Avec la note 2, ce site demande aussi un mot.',
    done: (mark: number) => `: ${mark} sur 5. Vous pouvez la changer`,
    over: 'il y a plus de douze heures',
    line: 'Numéro ou nom',
  },
  en: {
    locale: 'en_GB.UTF-8',
    question: 'How was ticket',
    choice: (mark: number) => `${mark} out of 5`,
    comment: 'A word about it',
    noSuch: 'There is no 9 in this list.',
    range: /“9” is no mark\.\s+→ Marks go from 0 to 5\./,
    bare: 'With a mark of 2, this site wants a word, too.',
    done: (mark: number) => `is rated ${mark} out of 5`,
    over: 'more than twelve hours ago',
    line: 'Number or name',
  },
} as const

const cases = glpiVersions.flatMap((glpi) => (['fr', 'en'] as const).map((language) => [glpi, language] as const))

describe.each(cases)('on GLPI %s, in %s,', (glpi, language) => {
  const says = languages[language]

  /** A ticket of alice's that is closed, and that the site asks about. */
  async function place(settings: Record<string, number> = {}) {
    let hoursAgo = 0
    const site = await openSite({ glpi, clock: () => new Date(Date.now() - hoursAgo * 3_600_000) })
    const asks = { inquest_config: 1, inquest_rate: 100, inquest_delay: 0, ...settings }
    await (await login(site.sandbox, 'glpi')).call('PUT', '/Entity/0', { body: { input: asks } })
    const id = site.sandbox.addTicket({ title: 'Clavier', status: 'solved' })
    const accept = { itemtype: 'Ticket', items_id: id, content: '', add_close: 1 }
    await (await login(site.sandbox, 'alice')).post('/ITILFollowup', { input: accept })
    const here = { env: { ...site.env, LANG: says.locale }, folder: site.folder, columns: 100 }
    const survey = async () => JSON.parse((await runBin(['ticket', 'show', `${id}`, '--json', 'survey'], here)).out)
    const sent = () => site.sandbox.writes.filter(({ path }) => path.includes('TicketSatisfaction'))
    const timeIs = (ago: number): void => {
      hoursAgo = ago
    }
    return { here, sent, survey, timeIs, rate: ['ticket', 'rate', `${id}`] }
  }

  test('a mark is typed; one that is none sends nothing; from the word one goes back to the mark', async () => {
    const { here, sent, survey, rate } = await place()
    const alice = personAt(rate, here)
    await lives(alice, [
      [says.question, `9${key.enter}`],
      [says.noSuch, '2'],
      [`❯ ${says.choice(2)}`, key.enter],
      [`? ${says.comment}`, `Lent${key.backTab}`],
      [`❯ ${says.choice(2)}`, '4'],
      [`❯ ${says.choice(4)}`, key.enter],
      [`? ${says.comment}`, key.enter],
    ])
    expect(await alice.leaves()).toBe(0)
    expect(alice.screen()).toContain(says.done(4))
    expect(sent()).toHaveLength(1)
    expect(await survey()).toMatchObject({ survey: { mark: 4, comment: 'Lent' } })
  })

  test('in plain lines the number that is typed is the mark, and «<» goes back to it', async () => {
    const { here, survey, rate } = await place()
    const alice = personAt([...rate, '--plain'], here)
    const asked = (count: number) => new RegExp(`(?:${says.line}[\\s\\S]*){${count}}`)
    await lives(alice, [
      [asked(1), `2${key.enter}`],
      [says.comment, `<${key.enter}`],
      [asked(2), `1${key.enter}`],
      [new RegExp(`(?:${says.comment}[\\s\\S]*){2}`), `Non${key.enter}`],
    ])
    expect(await alice.leaves()).toBe(0)
    expect(await survey()).toMatchObject({ survey: { mark: 1, comment: 'Non' } })
  })

  test('9 of 5 is refused here, though the platform would take it', async () => {
    const { here, sent, rate } = await place()
    const alice = personAt([...rate, '9'], here)
    expect(await alice.leaves()).toBe(2)
    expect(alice.screen()).toMatch(says.range)
    expect(sent()).toEqual([])
  })

  test('a survey that was answered thirteen hours ago takes no other mark', async () => {
    const { here, sent, rate, timeIs } = await place()
    timeIs(13)
    await runBin([...rate, '5'], here)
    timeIs(0)
    const alice = personAt([...rate, '1'], here)
    expect(await alice.leaves()).toBe(1)
    expect(alice.screen()).toContain(says.over)
    expect(sent()).toHaveLength(1)
  })

  // Only the newer version has sites that want a word.
  if (glpi === '11.0')
    test('a mark without the word that the site wants is asked for that alone', async () => {
      const { here, survey, rate } = await place({ inquest_mandatory_comment: 3 })
      const alice = personAt(rate, here)
      await lives(alice, [
        [says.question, `2${key.enter}`],
        [`? ${says.comment}`, key.enter],
        [new RegExp(`${says.bare}[\\s\\S]*\\? ${says.comment}`), `Trop lent${key.enter}`],
      ])
      expect(await alice.leaves()).toBe(0)
      expect(await survey()).toMatchObject({ survey: { mark: 2, comment: 'Trop lent' } })
    })
})

/** Waits for each thing to be seen, and presses the keys. */
async function lives(person: Person, steps: Array<[sees: string | RegExp, types: string]>): Promise<void> {
  for (const [sees, types] of steps) {
    await person.sees(sees)
    person.types(types)
  }
}
