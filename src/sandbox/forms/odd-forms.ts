import type { NewForm } from './make-form.ts'

const base = { header: '', category: 0, entity: 0, active: true, pinned: false }

/** More than one page of a catalogue holds. */
export function manyForms(): NewForm[] {
  return Array.from({ length: 20 }, (_, index) => ({
    ...base,
    name: `Formulaire ${index + 1}`,
    description: `<p>Le formulaire numéro ${index + 1}.</p>`,
    pinned: index === 4,
    sections: [
      {
        name: 'Votre demande',
        description: '',
        blocks: [{ name: 'Quoi ?', kind: 'long text' as const, mandatory: true }],
      },
    ],
    destinations: [{ title: `Demande ${index + 1}`, content: 'auto', takesObservers: false }],
  }))
}

/** What a client cannot ask, must not send, or learns by the answer only. */
export const oddForms: NewForm[] = [
  {
    ...base,
    ...{ name: 'Avec un greffon', description: '<p>Une question que seul un greffon connaît.</p>' },
    sections: [
      {
        ...{ name: 'Demande', description: '' },
        blocks: [
          { name: 'Quoi ?', kind: 'short text', mandatory: true },
          { name: 'Signature', kind: 'plug-in', mandatory: true },
        ],
      },
    ],
    destinations: [{ title: 'Greffon : {answer:Quoi ?}', content: 'auto', takesObservers: false }],
  },
  {
    ...base,
    ...{ name: 'Demande de congé', description: '<p>Seulement avec l’accord du responsable.</p>' },
    submit: {
      strategy: 'visible_if',
      conditions: [{ question: 'Votre responsable est d’accord', operator: 'equals', value: '1', logic: 'and' }],
    },
    sections: [
      {
        ...{ name: 'Congé', description: '' },
        blocks: [
          {
            ...{ name: 'Votre responsable est d’accord', kind: 'radio', mandatory: true },
            options: [
              { value: '1', label: 'Oui' },
              { value: '2', label: 'Non' },
            ],
          },
        ],
      },
    ],
    destinations: [{ title: 'Congé', content: 'auto', takesObservers: false }],
  },
  {
    ...base,
    ...{ name: 'Règles', description: '<p>Des réponses d’une certaine forme.</p>' },
    sections: [
      {
        ...{ name: 'Règles', description: '' },
        blocks: [
          {
            name: 'Code client',
            kind: 'short text',
            mandatory: true,
            rules: [{ rule: 'format', value: '^C[0-9]{4}$' }],
          },
          { name: 'Raison', kind: 'long text', mandatory: true, rules: [{ rule: 'at least this long', value: 10 }] },
          { name: 'Combien ?', kind: 'number', mandatory: false, rules: [{ rule: 'at most', value: '10' }] },
        ],
      },
    ],
    destinations: [{ title: 'Règles : {answer:Code client}', content: 'auto', takesObservers: false }],
  },
  {
    ...base,
    ...{ name: 'Deux tickets', description: '<p>Un formulaire qui en ouvre deux.</p>' },
    sections: [
      { ...{ name: 'Demande', description: '' }, blocks: [{ name: 'Quoi ?', kind: 'short text', mandatory: true }] },
    ],
    destinations: [
      { title: 'Préparer : {answer:Quoi ?}', content: 'auto', takesObservers: false },
      { title: 'Commander : {answer:Quoi ?}', content: 'auto', requestType: 2, takesObservers: false },
    ],
  },
  {
    ...base,
    ...{ name: 'Boîte à idées', description: '<p>Rien ne s’en voit ensuite.</p>' },
    sections: [
      { ...{ name: 'Idée', description: '' }, blocks: [{ name: 'Votre idée', kind: 'long text', mandatory: true }] },
    ],
    destinations: [],
  },
]
