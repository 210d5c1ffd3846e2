import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

test.each(glpiVersions)('on GLPI %s a script finds an article, and reads it', async (glpi) => {
  const site = await openSite({ glpi })
  const found = await runBin(['faq', 'search', 'erreur', '503', '--json', 'id,title'], site)
  const [best] = JSON.parse(found.out) as Array<{ id: number; title: string }>
  expect(best?.title).toBe('Mon site web affiche une erreur 503 : que vérifier ?')
  const read = await runBin(['faq', 'show', String(best?.id)], site)
  expect(read).toMatchObject({ code: 0, notes: '' })
  expect(read.out).toContain('Rechargez la page au bout d’une minute')
})

test.each([
  {
    glpi: '10.0',
    language: 'fr_FR.UTF-8',
    form: [],
    before: [],
    title: 'Titre',
    ready: 'répond peut-être déjà',
    read: 'répond-il',
    done: 'Tant mieux',
  },
  {
    glpi: '11.0',
    language: 'en_GB.UTF-8',
    form: ['--form', '1'],
    before: ['Observateurs', 'Lieu'],
    title: 'Titre',
    ready: 'may answer this',
    read: 'Does this',
    done: 'Glad it helped',
  },
] as const)(
  'on GLPI $glpi, in $language, a person who begins a ticket reads the answer in its place',
  async ({ glpi, language, form, before, title, ready, read, done }) => {
    const site = await openSite(glpi === '10.0' ? { ...shortForm, glpi } : { glpi })
    const flags = ['--urgency', '3', '--no-notify', '--about', 'none', '--category', '3', '--type', 'incident']
    const env = { ...site.env, LANG: language, IPEOS_PAGER: 'cat', PAGER: 'cat' }
    const person = personAt(['ticket', 'new', ...form, ...flags], { env, folder: site.folder })
    for (const question of before) {
      await person.sees(question)
      person.types(key.enter)
    }
    await person.sees(title)
    person.types(`Mon site affiche une erreur 503${key.enter}`)
    await person.sees(ready)
    person.types(key.down + key.enter)
    await person.sees('Rechargez la page')
    await person.sees(read)
    person.types(key.down + key.enter)
    await person.sees(done)
    expect(await person.leaves()).toBe(0)
    expect(site.sandbox.writes).toEqual([])
    expect((await runBin(['draft', 'list', '--json'], site)).out).toBe('[]\n')
  },
)
