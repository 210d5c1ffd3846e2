import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

async function deskWith(change: (template: string) => string) {
  const site = await openSandbox()
  const desk = newDesk(site)
  const { out } = await desk.ipeos(['form', 'show', '3', '--answers-template'])
  const put = (name: string, content: string | Buffer) => writeFileSync(join(desk.home, name), content)
  put('answers.json', change(out))
  const open = (...words: string[]) =>
    desk.ipeos(['ticket', 'new', '--form', '3', '--answers', 'answers.json', ...words])
  return { site, desk, put, open }
}

function filledIn(template: string, answers: Record<string, unknown>): string {
  return Object.entries(answers).reduce((text, [label, value]) => {
    const line = new RegExp(`^( *)(?:// )?("${label.replace(/[?().]/g, '\\$&')}": ).*$`, 'm')
    expect(text).toMatch(line)
    return text.replace(line, (_line, indent, name) => `${indent}${name}${JSON.stringify(value)},`)
  }, template)
}

const enough = { 'Nom et prénom': 'Jeanne Martin', "Date d'arrivée": '07/01/2030', 'Poste de travail': 'Portable' }

test('a template that is filled in opens a ticket with every kind of answer', async () => {
  const { desk, put, open } = await deskWith((template) =>
    filledIn(template, {
      ...enough,
      'Adresse personnelle': 'jeanne@example.org',
      'Numéro de bureau': 12.5,
      'Rendez-vous (date et heure)': '2030-01-07 09:30',
      'Heure de début': '8h30',
      'Type de contrat': 'cdd',
      'Date de fin': '2030-12-31',
      Logiciels: ['Comptabilité', 303],
      Accès: ['VPN', 'Badge'],
      'Pourquoi un badge ?': 'Pour entrer\n<ici>',
      'Ordinateur à réutiliser': 'srv-web-01',
      Lieu: 'Étage 2',
      Catégorie: 'Hébergement > Site web',
      'Contrat signé': [{ file: 'contrat.pdf' }],
      Commentaires: null,
    }),
  )
  put('contrat.pdf', 'signed')
  const { code, out } = await open('--yes')
  expect(code).toBe(0)
  const { out: content } = await desk.ipeos(['ticket', 'show', out.trim(), '--jq', '.description'])
  for (const answer of [
    ...['Jeanne Martin', 'jeanne@example.org', '12.5', '2030-01-07', '2030-01-07 09:30', '08:30', 'CDD', '2030-12-31'],
    ...['Portable', 'Comptabilité, Dessin « CAO »', 'VPN, Badge', 'srv-web-01', 'Étage 2', 'Site web'],
    ...['Moyenne', 'Demande', 'contrat.pdf', 'Néant', '<ici>'],
  ])
    expect(content).toContain(answer)
})

test('all that is wrong in a file is named at once, each beside its question, and nothing is sent', async () => {
  const { site, put, open } = await deskWith((template) =>
    filledIn(template, {
      "Date d'arrivée": '31/02/2030',
      'Numéro de bureau': 'douze',
      'Poste de travail': 'Tablette',
      'Mon matériel concerné': 'Computer_8',
      'Contrat signé': [{ file: 'big.pdf' }, '@a.exe', '@nowhere.pdf'],
      'École et tuteur': 'Polytech',
    }).replace('{', '{ "Couleur": "bleu",'),
  )
  put('big.pdf', Buffer.alloc(3 * 1024 * 1024))
  put('a.exe', 'x')
  const { code, notes } = await open('--yes')
  for (const told of [
    'The form does not ask “Couleur”',
    "Date d'arrivée: there is no such day as 31/02/2030.",
    'Numéro de bureau: “douze” is no number',
    'Poste de travail: “Tablette” is not offered. There are: Portable ; Fixe ; Aucun',
    'Mon matériel concerné: “Computer_8” is not offered.',
    ': big.pdf is 3 MB; the limit is 2 MB a file.',
    'a.exe: the site refuses files of this type.',
    ': nowhere.pdf: there is no such file.',
    'École et tuteur: with these answers this is not asked.',
    "Nom et prénom is missing: --answer 'Nom et prénom=…'",
  ])
    expect(notes).toContain(told)
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
})

test('a file that is no JSON is refused with the line where it goes wrong, and how such a file looks', async () => {
  const { open } = await deskWith(() => '{\n  "Nom et prénom": "Léa",\n  "Accès": [VPN]\n}\n')
  const { code, notes } = await open('--yes')
  expect(code).toBe(2)
  expect(notes).toMatch(/answers\.json(:3)?: this is no JSON object with answers/)
  expect(notes).toContain('--answers-template')
})
