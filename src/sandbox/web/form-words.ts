import type { Language } from '../messages.ts'

const FRENCH = {
  title: 'Description de la demande ou de l’incident',
  type: 'Type',
  types: { 1: 'Incident', 2: 'Demande' },
  urgency: 'Urgence',
  urgencies: { 1: 'Très basse', 2: 'Basse', 3: 'Moyenne', 4: 'Haute', 5: 'Très haute' },
  category: 'Catégorie',
  myDevices: 'Mes matériels',
  devices: { Computer: 'Ordinateur', Printer: 'Imprimante', Peripheral: 'Périphérique' },
  general: 'Général',
  location: 'Lieu',
  name: 'Titre',
  content: 'Description',
  file: 'Fichier(s)',
  fileLimit: 'maximum',
  notify: 'Suivi par courriel',
  yes: 'Oui',
  no: 'Non',
  send: 'Soumettre la demande',
  menu: { home: 'Accueil', create: 'Créer un ticket', tickets: 'Tickets', reservations: 'Réservations', faq: 'FAQ' },
}

/** The words of the form, as the pages say them in the account's language. */
export type FormWords = typeof FRENCH

const ENGLISH: FormWords = {
  title: 'Describe the incident or request',
  type: 'Type',
  types: { 1: 'Incident', 2: 'Request' },
  urgency: 'Urgency',
  urgencies: { 1: 'Very low', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Very high' },
  category: 'Category',
  myDevices: 'My devices',
  devices: { Computer: 'Computer', Printer: 'Printer', Peripheral: 'Device' },
  general: 'General',
  location: 'Location',
  name: 'Title',
  content: 'Description',
  file: 'File(s)',
  fileLimit: 'max',
  notify: 'Email followup',
  yes: 'Yes',
  no: 'No',
  send: 'Submit message',
  menu: { home: 'Home', create: 'Create a ticket', tickets: 'Tickets', reservations: 'Reservations', faq: 'FAQ' },
}

/** The words of the form in a language. */
export function formWords(language: Language): FormWords {
  return language === 'fr_FR' ? FRENCH : ENGLISH
}
