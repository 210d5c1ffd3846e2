import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const said = {
  fr: {
    locale: 'fr_FR.UTF-8',
    who: 'Qui d’autre peut suivre',
    more: 'Encore quelqu’un',
    follows: 'suit désormais le ticket',
    which: 'Auquel se rattache-t-il',
    linked: 'sont liés',
    sure: 'Vous ne le verrez plus',
    yes: 'o',
    left: 'Vous avez quitté le ticket',
    close: 'Il ne pourra pas être rouvert',
    closed: 'est clos.',
    stays: 'reste comme il est',
  },
  en: {
    locale: 'en_GB.UTF-8',
    who: 'Who else may follow',
    more: 'Anybody else',
    follows: 'now follows ticket',
    which: 'Which one does it belong to',
    linked: 'are linked',
    sure: 'You will no longer see it',
    yes: 'y',
    left: 'You left ticket',
    close: 'It can’t be opened again',
    closed: 'is closed.',
    stays: 'stays as it is',
  },
} as const

const rows = ({ writes }: Sandbox, of: string) => writes.filter(({ path }) => path.includes(of)).length

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  describe.each(['fr', 'en'] as const)('a person, in %s,', (language) => {
    const words = said[language]

    async function place() {
      const site = await openSite({ glpi })
      const { sandbox } = site
      const first = sandbox.addTicket({ title: 'Imprimante' })
      const second = sandbox.addTicket({ title: 'Scanner à plat' })
      const theirs = sandbox.addTicket({ title: 'De Henri', requester: 'henri', entity: 1, observers: ['alice'] })
      const env = { ...site.env, LANG: words.locale }
      const at = (...line: string[]) => personAt(['ticket', ...line], { env, folder: site.folder, columns: 80 })
      return { sandbox, first, second, theirs, at }
    }

    test('searches somebody who follows the ticket', async () => {
      const { at, first, sandbox } = await place()
      const person = at('observer', 'add', `${first}`)
      await person.sees(words.who)
      person.types('henr')
      await person.sees('Nourel Henri (henri)')
      person.types(key.enter)
      await person.sees(words.more)
      person.types(key.enter)
      await person.sees(words.follows)
      expect(await person.leaves()).toBe(0)
      expect(rows(sandbox, 'Ticket_User')).toBe(1)
    })

    test('points at the ticket that another belongs to', async () => {
      const { at, first, sandbox } = await place()
      const person = at('link', `${first}`)
      await person.sees(words.which)
      person.types('à plat')
      await person.sees('❯ #20')
      person.types(key.enter)
      await person.sees(words.linked)
      expect(await person.leaves()).toBe(0)
      expect(rows(sandbox, 'Ticket_Ticket')).toBe(1)
    })

    test('leaves what is followed, having thought about it once', async () => {
      const { at, theirs, sandbox } = await place()
      const first = at('leave', `${theirs}`)
      await first.sees(words.sure)
      first.types(key.enter)
      await first.sees(words.stays)
      expect([await first.leaves(), rows(sandbox, 'Ticket_User')]).toEqual([130, 0])
      const again = at('leave', `${theirs}`)
      await again.sees(words.sure)
      again.types(words.yes + key.enter)
      await again.sees(words.left)
      expect([await again.leaves(), rows(sandbox, 'Ticket_User')]).toEqual([0, 1])
    })

    test('closes what is over by itself', async () => {
      const { at, second } = await place()
      const person = at('close', `${second}`)
      await person.sees(words.close)
      person.types(words.yes + key.enter)
      await person.sees(words.closed)
      expect(await person.leaves()).toBe(0)
    })
  })
})
