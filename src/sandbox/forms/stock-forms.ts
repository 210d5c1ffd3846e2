import type { NewBlock, NewForm } from './make-form.ts'

function stockForm(
  requestType: 1 | 2,
  name: string,
  description: string,
  fr_FR: { name: string; description: string },
): NewForm {
  return {
    ...{ name, description, fr_FR, header: '', category: 0, entity: 0, active: true, pinned: false },
    sections: [{ name: 'First section', description: '', fr_FR: { name: 'Première section' }, blocks: stockQuestions }],
    destinations: [{ title: '{answer:Title}', content: '{answer:Description}', requestType, takesObservers: true }],
  }
}

const optional = { mandatory: false }

const stockQuestions: NewBlock[] = [
  { name: 'Urgency', kind: 'urgency', ...optional, field: 'urgency', fr_FR: { name: 'Urgence' } },
  {
    ...{ name: 'Category', kind: 'drop-down item', itemtype: 'ITILCategory', ...optional },
    ...{ field: 'category', fr_FR: { name: 'Catégorie' } },
  },
  {
    ...{ name: 'User devices', kind: 'my devices', multiple: false, ...optional },
    ...{ field: 'equipment', fr_FR: { name: "Matériels de l'utilisateur" } },
  },
  { name: 'Observers', kind: 'observer', multiple: true, ...optional, fr_FR: { name: 'Observateurs' } },
  {
    ...{ name: 'Location', kind: 'drop-down item', itemtype: 'Location', ...optional },
    ...{ field: 'location', fr_FR: { name: 'Lieu' } },
  },
  { name: 'Title', kind: 'short text', ...optional, field: 'title', fr_FR: { name: 'Titre' } },
  { name: 'Description', kind: 'long text', mandatory: true, field: 'description' },
]

/** The two forms of a new server, with their French translations. */
export const stockForms: NewForm[] = [
  stockForm(1, 'Report an issue', 'Ask for support from our helpdesk team.', {
    name: 'Signaler un problème',
    description: 'Demander du support auprès de notre équipe helpdesk.',
  }),
  stockForm(2, 'Request a service', 'Ask for a service to be provided by our team.', {
    name: 'Demander un service',
    description: 'Demander un service réalisé par notre équipe.',
  }),
]
