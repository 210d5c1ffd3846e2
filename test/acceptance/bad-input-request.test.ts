import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { refusal } from '../support/refusal.ts'
import { openSite, type Site } from '../support/site.ts'

const whole = ['ticket', 'new', '--title', 'Imprimante', '--description', 'Plus rien ne sort.']
const nobody = 65_534

/** A place with a file of every wrong kind. */
async function place(): Promise<Site> {
  const site = await openSite({ glpi: '10.0', configuration: { mandatoryFields: ['description', 'category'] } })
  const write = (name: string, content: string | Buffer) => writeFileSync(join(site.folder, name), content)
  write('vide.txt', '')
  write('gros.bin', Buffer.alloc(3 * 1_048_576))
  write('image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  write('note.txt', 'Une note.')
  mkdirSync(join(site.folder, 'dossier'))
  return site
}

interface Wrong {
  words: string[]
  fr: RegExp
  en: RegExp
}

test.each<[string, Wrong]>([
  [
    'an unknown category, with the near ones',
    {
      words: [...whole, '--category', 'mesagerie'],
      fr: /la catégorie « mesagerie » n’existe pas ; au plus près : [^,]*Messagerie.*\n {2}→ .*ipeos ticket form/,
      en: /there is no category “mesagerie”; nearest: [^,]*Messagerie.*\n {2}→ .*ipeos ticket form/,
    },
  ],
  [
    'an ambiguous category, with those that it may be',
    {
      words: [...whole, '--category', 'héb'],
      fr: /la catégorie « héb » peut être : .*Hébergement > Site web/,
      en: /the category “héb” may be: .*Hébergement > Site web/,
    },
  ],
  [
    'an unknown urgency, with the near ones',
    {
      words: [...whole, '--category', '3', '--urgency', 'hot'],
      fr: /l’urgence « hot » n’existe pas ici ; il y a : .*Haute/,
      en: /there is no urgency “hot” here; there is: /,
    },
  ],
  [
    'an unknown piece of equipment, with the near ones',
    {
      words: [...whole, '--category', '3', '--about', 'poste-alise'],
      fr: /aucun de vos matériels ne s’appelle « poste-alise » ; au plus près : poste-alice/,
      en: /none of your equipment is called “poste-alise”; nearest: poste-alice/,
    },
  ],
  [
    'two descriptions',
    {
      words: [...whole, '-F', 'note.txt'],
      fr: /donnée deux fois, par --description et par -F\.\n {2}→ Gardez l’une des deux/,
      en: /given twice, by --description and by -F\.\n {2}→ Keep one of the two/,
    },
  ],
  [
    'a description that is not text',
    {
      words: ['ticket', 'new', '--title', 'x', '--category', '3', '-F', 'image.png'],
      fr: /image\.png n’est pas du texte UTF-8\.\n {2}→ Corrigez cela/,
      en: /image\.png is not UTF-8 text\.\n {2}→ Put that right/,
    },
  ],
  [
    'a missing file',
    {
      words: [...whole, '--category', '3', '--attach', 'nulle-part.png'],
      fr: /nulle-part\.png : ce fichier n’existe pas\.\n {2}→ Corrigez cela/,
      en: /nulle-part\.png: there is no such file\.\n {2}→ Put that right/,
    },
  ],
  [
    'no file name at all',
    {
      words: [...whole, '--category', '3', '--attach', ''],
      fr: /"" : ce fichier n’existe pas\./,
      en: /"": there is no such file\./,
    },
  ],
  [
    'a file that is too big',
    {
      words: [...whole, '--category', '3', '--attach', 'gros.bin'],
      fr: /^✗[^!]*gros\.bin fait 3 Mo : la limite est de 2 Mo par fichier\./,
      en: /^✗[^!]*gros\.bin is 3 MB; the limit is 2 MB a file\./,
    },
  ],
  [
    'everything wrong and missing, at once',
    {
      words: ['ticket', 'new', '--urgency', 'hot', '-F', 'rien.txt', '--attach', 'vide.txt', '--attach', 'dossier'],
      fr: /(?=.*hot)(?=.*rien\.txt)(?=.*vide\.txt est vide)(?=.*dossier est un dossier)(?=.*--category)(?=.*--title)(?!.*--description)/s,
      en: /(?=.*hot)(?=.*rien\.txt)(?=.*vide\.txt is empty)(?=.*dossier is a folder)(?=.*--category)(?=.*--title)(?!.*--description)/s,
    },
  ],
])('%s: told before anything is sent', async (_what, { words, fr, en }) => {
  const site = await place()
  const told = await refusal(words, { env: site.env, folder: site.folder })
  expect(told).toEqual({ code: 2, fr: expect.stringMatching(fr), en: expect.stringMatching(en) })
  expect(site.sandbox.writes).toEqual([])
})

test('a file that its reader may not read is told before anything is sent', async () => {
  const site = await place()
  chmodSync(site.folder, 0o777)
  chmodSync(join(site.folder, 'note.txt'), 0)
  // root may read everything.
  const someone = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  const told = await refusal([...whole, '--category', '3', '--attach', 'note.txt'], {
    env: site.env,
    folder: site.folder,
    ...someone,
  })
  expect(told).toEqual({
    code: 2,
    fr: expect.stringContaining('note.txt : vous n’avez pas le droit de lire ce fichier.'),
    en: expect.stringContaining('note.txt: you may not read this file.'),
  })
  expect(site.sandbox.writes).toEqual([])
})

test('a type of file that the platform refuses leaves the ticket, and the command to attach another', async () => {
  const site = await openSite()
  writeFileSync(join(site.folder, 'mon outil.exe'), 'MZ')
  const { code, out, notes } = await runBin([...whole, '--attach', 'mon outil.exe'], {
    env: site.env,
    folder: site.folder,
  })
  expect([code, out]).toEqual([7, expect.stringMatching(/^\d+\n$/)])
  expect(notes).toContain(`ipeos ticket attach ${out.trim()} FICHIER`)
})

test.each([
  ['that does not exist', '99999'],
  ['of another customer', '17'],
])('a ticket %s is not found, whatever one wants of it', async (_what, id) => {
  const site = await openSite({ user: 'bob' })
  writeFileSync(join(site.folder, 'note.txt'), 'Une note.')
  for (const words of [
    ['ticket', 'show', id],
    ['ticket', 'attach', id, 'note.txt'],
  ]) {
    expect(await refusal(words, { env: site.env, folder: site.folder })).toEqual({
      code: 3,
      fr: expect.stringMatching(
        /Le ticket \d+ n’existe pas, ou n’est pas l’un des vôtres\.\n {2}→ .*ipeos ticket list/,
      ),
      en: expect.stringMatching(/There is no ticket \d+, or it is not one of yours\.\n {2}→ .*ipeos ticket list/),
    })
  }
  expect(site.sandbox.writes).toEqual([])
})
