import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { key, type Person, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** The whole form in French, by keystrokes, up to the question whether to send. */
async function fillForm(person: Person): Promise<void> {
  await person.sees('Type')
  person.types(key.enter)
  await person.sees('Urgence')
  await person.sees('Moyenne')
  person.types(key.down + key.enter)
  await person.sees('M’informer des suites données')
  person.types(key.enter)
  await person.sees('Mon adresse de courriel')
  await person.sees('alice@ipeos.example')
  person.types(key.enter)
  await person.sees('Le ticket porte sur')
  await person.sees('poste-alice')
  person.types(key.down + key.enter)
  await person.sees('Catégorie')
  person.types('site')
  await person.sees('❯ Hébergement > Site web')
  person.types(key.enter)
  await person.sees('Titre')
  person.types(`La page de paiement est en panne${key.enter}`)
  await person.sees('Description')
  person.types(`Erreur 500 depuis ce matin.${key.enter}Compte : boutique${key.ctrlD}`)
  await person.sees('Fichier à joindre')
  person.types(`nulle-part.png${key.enter}`)
  await person.sees('ce fichier n’existe pas')
  person.types(`${key.erase.repeat('nulle-part.png'.length)}écran.png${key.enter}`)
  await person.sees('Un autre fichier')
  person.types(key.enter)
  await person.sees('Votre demande')
  await person.sees('Envoyer cette demande')
}

/** The form that a new GLPI 11 has for incidents, up to the same question. */
async function fillSiteForm(person: Person): Promise<void> {
  const steps: Array<[string | RegExp, string]> = [
    ['Quel formulaire', 'problème'],
    ['❯ Signaler un problème', key.enter],
    ['❯ Sans réponse', key.down.repeat(4) + key.enter],
    ['Catégorie', 'site'],
    ['❯ Hébergement > Site web', key.enter],
    ["Matériels de l'utilisateur", key.down + key.enter],
    ['Observateurs', 'nourel'],
    ['❯ Nourel Henri', key.enter],
    ['❯ C’est tout', key.enter],
    ['Lieu', key.down + key.enter],
    ['Titre', `La page de paiement est en panne${key.enter}`],
    ['Description', `Erreur 500 depuis ce matin.${key.enter}Compte : boutique${key.ctrlD}`],
    ['Fichier à joindre', `écran.png${key.enter}`],
    ['Un autre fichier', key.enter],
    ['M’informer des suites données', key.enter],
    ['Mon adresse de courriel', `alice@wtc.example${key.enter}`],
    ['Envoyer cette demande', ''],
  ]
  for (const [sees, types] of steps) {
    await person.sees(sees)
    person.types(types)
  }
}

function newTicket(site: Site, columns = 80): Person {
  writeFileSync(join(site.folder, 'écran.png'), picture)
  return personAt(['ticket', 'new'], { env: site.env, folder: site.folder, columns })
}

async function newestTicket(site: Site, id: number) {
  const open = await fetch(`${site.url}/apirest.php/initSession`, {
    headers: { Authorization: 'user_token alice-token' },
  })
  const { session_token } = (await open.json()) as { session_token: string }
  const read = async <Answer>(path: string): Promise<Answer> => {
    const answer = await fetch(`${site.url}/apirest.php/Ticket/${id}${path}`, {
      headers: { 'Session-Token': session_token, 'X-GLPI-Sanitized-Content': 'false' },
    })
    return (await answer.json()) as Answer
  }
  return {
    ticket: await read<{ content: string }>('?with_documents=true&expand_dropdowns=true'),
    users: await read('/Ticket_User'),
    items: await read('/Item_Ticket'),
  }
}

test.each([
  { glpi: '10.0', fill: fillForm, email: 'alice@ipeos.example', others: [] },
  {
    glpi: '11.0',
    fill: fillSiteForm,
    email: 'alice@wtc.example',
    others: [{ type: 3, use_notification: 1 }],
  },
] as const)(
  'on GLPI $glpi a person opens a ticket with a screenshot, question by question',
  async ({ glpi, fill, email, others }) => {
    const site = await openSite(glpi === '10.0' ? { ...shortForm, glpi } : { glpi })
    const person = newTicket(site)
    await fill(person)
    person.types(key.enter)
    await person.sees(/Ticket n°\s\d+ enregistré\. Le support vient d’être prévenu\./)
    expect(await person.leaves()).toBe(0)

    const id = Number(/Ticket n°\s(\d+)/.exec(person.screen())?.[1])
    expect(person.screen()).toContain(`ipeos ticket show ${id}`)
    const { ticket, users, items } = await newestTicket(site, id)
    expect(ticket).toMatchObject({
      name: 'La page de paiement est en panne',
      urgency: 4,
      type: 1,
      itilcategories_id: 'Hébergement > Site web',
      _documents: [expect.objectContaining({ filename: 'écran.png' })],
    })
    expect(ticket.content).toContain('Erreur 500 depuis ce matin.<br>Compte : boutique')
    expect(users).toMatchObject([{ type: 1, use_notification: 1, alternative_email: email }, ...others])
    expect(items).toContainEqual(expect.objectContaining({ itemtype: 'Computer', items_id: 3 }))
  },
)

test('before it leaves, an answer can be changed, or everything stopped, and then nothing is sent', async () => {
  const site = await openSite(shortForm)
  const person = newTicket(site)
  await fillForm(person)
  person.types(key.down + key.enter)
  await person.sees('Que voulez-vous modifier')
  person.types(key.down + key.enter)
  await person.sees(/\? Urgence\s:\s*\n\s+Très basse/)
  person.types(key.down + key.enter)
  await person.sees(/Urgence {6}Très haute/)
  person.types(key.down + key.down + key.enter)
  expect(await person.leaves()).toBe(130)
  expect(person.screen()).toContain('Rien n’a été envoyé')
  expect(site.sandbox.writes).toEqual([])
})

test('Ctrl-C at a question leaves with 130, the cursor back, and nothing sent', async () => {
  const site = await openSite(shortForm)
  const person = newTicket(site)
  await person.sees('Type')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
  expect(person.cursorVisible()).toBe(true)
  expect(site.sandbox.writes).toEqual([])
})

test('in a window of 40 columns the form can be filled all the same', async () => {
  const site = await openSite(shortForm)
  const person = newTicket(site, 40)
  await fillForm(person)
  person.types(key.enter)
  expect(await person.leaves()).toBe(0)
})
