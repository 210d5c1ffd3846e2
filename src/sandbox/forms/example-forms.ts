import type { Condition } from './definition.ts'
import type { NewBlock, NewForm, NewSection } from './make-form.ts'

const optional = { mandatory: false }
const mandatory = { mandatory: true }

function ifContract(...values: string[]): { visibility: { strategy: 'visible_if'; conditions: Condition[] } } {
  const conditions = values.map(
    (value, index): Condition => ({
      ...{ question: 'Type de contrat', operator: 'equals', value, logic: index === 0 ? 'and' : 'or' },
    }),
  )
  return { visibility: { strategy: 'visible_if', conditions } }
}

const who: NewBlock[] = [
  { name: 'Nom et prénom', kind: 'short text', ...mandatory, help: '<p>Tel que sur le contrat</p>' },
  { name: 'Adresse personnelle', kind: 'email', ...optional },
  { name: 'Numéro de bureau', kind: 'number', ...optional, default: '12' },
  { name: "Date d'arrivée", kind: 'date and time', ...mandatory, date: true, time: false },
  { name: 'Rendez-vous (date et heure)', kind: 'date and time', ...optional, date: true, time: true },
  { name: 'Heure de début', kind: 'date and time', ...optional, date: false, time: true },
  {
    ...{ name: 'Type de contrat', kind: 'radio', ...mandatory, default: '101' },
    options: [
      { value: '101', label: 'CDI' },
      { value: '102', label: 'CDD' },
      { value: '103', label: 'Stage' },
    ],
  },
  { name: 'Date de fin', kind: 'date and time', ...mandatory, date: true, time: false, ...ifContract('102', '103') },
  { name: 'À savoir', text: '<p>Les comptes sont créés <em>la veille</em>.</p>' },
]

const what: NewBlock[] = [
  {
    ...{ name: 'Poste de travail', kind: 'drop-down', ...mandatory, multiple: false },
    options: [
      { value: '201', label: 'Portable' },
      { value: '202', label: 'Fixe' },
      { value: '203', label: 'Aucun' },
    ],
  },
  {
    ...{ name: 'Logiciels', kind: 'drop-down', ...optional, multiple: true },
    options: [
      { value: '301', label: 'Suite bureautique' },
      { value: '302', label: 'Comptabilité' },
      { value: '303', label: 'Dessin « CAO »' },
    ],
  },
  {
    ...{ name: 'Accès', kind: 'checkbox', ...optional, default: '401' },
    options: [
      { value: '401', label: 'Messagerie' },
      { value: '402', label: 'VPN' },
      { value: '403', label: 'Badge' },
    ],
  },
  {
    ...{ name: 'Pourquoi un badge ?', kind: 'long text', ...mandatory },
    visibility: {
      strategy: 'visible_if',
      conditions: [{ question: 'Accès', operator: 'contains', value: ['403'], logic: 'and' }],
    },
  },
  { name: 'Ordinateur à réutiliser', kind: 'object', ...optional, itemtype: 'Computer' },
  { name: 'Lieu', kind: 'drop-down item', ...optional, itemtype: 'Location' },
  { name: 'Catégorie', kind: 'drop-down item', ...optional, itemtype: 'ITILCategory' },
  { name: 'Mon matériel concerné', kind: 'my devices', ...optional, multiple: false },
  { name: 'Mes matériels concernés', kind: 'my devices', ...optional, multiple: true },
]

const request: NewBlock[] = [
  { name: 'Urgence', kind: 'urgency', ...optional, default: '3' },
  { name: 'Type de demande', kind: 'request type', ...optional, default: '2' },
  { name: 'Demandeur', kind: 'requester', ...optional, multiple: false },
  { name: 'Observateurs', kind: 'observer', ...optional, multiple: true },
  { name: 'Technicien souhaité', kind: 'assignee', ...optional, multiple: false },
  { name: 'Contrat signé', kind: 'file', ...optional },
  { name: 'Commentaires', kind: 'long text', ...optional, default: '<p>Néant</p>' },
]

const sections: NewSection[] = [
  { name: 'Le collaborateur', description: '<p>Qui arrive, et quand&nbsp;?</p>', blocks: who },
  { name: 'Matériel et accès', description: '<p>Ce dont il a besoin</p>', blocks: what },
  { name: 'La demande', description: '', blocks: request },
  {
    ...{ name: 'Stage', description: '<p>Seulement pour un stage</p>', ...ifContract('103') },
    blocks: [{ name: 'École et tuteur', kind: 'short text', ...mandatory }],
  },
]

/** All kinds of questions, in four sections, with conditions. */
export const arrival: NewForm = {
  name: "Arrivée d'un collaborateur",
  description: '<p>Préparer le poste, les comptes et les accès.</p>',
  header: '<p>Merci de remplir ce formulaire <strong>au moins 5 jours</strong> avant l’arrivée.</p>',
  ...{ category: 1, entity: 0, active: true, pinned: false, sections },
  destinations: [{ title: 'Arrivée de {answer:Nom et prénom}', content: 'auto', takesObservers: false }],
}

/** A small one. */
export const printer: NewForm = {
  name: "Panne d'imprimante",
  description: '<p>Imprimante bloquée, en panne ou sans encre.</p>',
  ...{ header: '', category: 0, entity: 0, active: true, pinned: false },
  sections: [
    {
      ...{ name: 'La panne', description: '' },
      blocks: [
        { name: 'Quelle imprimante ?', kind: 'short text', ...mandatory },
        {
          ...{ name: 'Problème', kind: 'radio', ...mandatory },
          options: [
            { value: '1', label: 'Bourrage papier' },
            { value: '2', label: 'Plus d’encre' },
            { value: '3', label: 'Autre' },
          ],
        },
        {
          ...{ name: 'Précisez', kind: 'short text', ...optional },
          visibility: {
            strategy: 'visible_if',
            conditions: [{ question: 'Problème', operator: 'equals', value: '3', logic: 'and' }],
          },
        },
        { name: 'Urgence', kind: 'urgency', ...optional, default: '3' },
      ],
    },
  ],
  destinations: [
    {
      title: 'Panne imprimante : {answer:Quelle imprimante ?}',
      content: 'auto',
      requestType: 1,
      takesObservers: false,
    },
  ],
}
