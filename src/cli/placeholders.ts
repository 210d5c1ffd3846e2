import type { Command } from 'commander'
import type { Language } from '../i18n/translate.ts'

/** What stands for a value in the help of a command, by its English name: `--message <texte>`. */
export const frenchPlaceholders: Readonly<Record<string, string>> = {
  address: 'adresse',
  article: 'article',
  category: 'catégorie',
  column: 'colonne',
  command: 'commande',
  contract: 'contrat',
  count: 'nombre',
  date: 'date',
  document: 'document',
  draft: 'brouillon',
  drafts: 'brouillons',
  email: 'courriel',
  equipment: 'matériel',
  expression: 'expression',
  field: 'champ',
  fields: 'champs',
  file: 'fichier',
  files: 'fichiers',
  folder: 'dossier',
  form: 'formulaire',
  format: 'format',
  import: 'import',
  item: 'objet',
  kind: 'genre',
  mark: 'note',
  key: 'clé',
  language: 'langue',
  label: 'libellé',
  length: 'durée',
  level: 'niveau',
  map: 'où',
  method: 'méthode',
  name: 'nom',
  names: 'noms',
  number: 'numéro',
  other: 'autre',
  path: 'chemin',
  preference: 'préférence',
  person: 'personne',
  persons: 'personnes',
  place: 'lieu',
  port: 'port',
  reason: 'raison',
  reservation: 'réservation',
  seconds: 'secondes',
  shell: 'shell',
  status: 'statut',
  step: 'rythme',
  template: 'modèle',
  text: 'texte',
  ticket: 'ticket',
  tickets: 'tickets',
  time: 'durée',
  token: 'jeton',
  type: 'type',
  url: 'adresse',
  value: 'valeur',
  version: 'version',
  way: 'moyen',
  what: 'quoi',
  when: 'quand',
  words: 'mots',
}

/** Names the values of a command, and of those under it, in the person's language; no option changes its own name. */
export function translatePlaceholders(command: Command, language: Language): void {
  if (language === 'en') return
  for (const option of command.options)
    option.flags = option.flags.replace(/[<[][\s\S]*$/, (value) => value.replace(/[a-z]+/g, inFrench))
  for (const argument of command.registeredArguments) {
    const name = inFrench(argument.name())
    argument.name = () => name
  }
  for (const sub of command.commands) translatePlaceholders(sub, language)
}

function inFrench(name: string): string {
  return frenchPlaceholders[name] ?? name
}
