import type { form as english } from '../en/form.ts'

export const form: Record<keyof typeof english, string> = {
  'form.no-cookie':
    'Le site ne dit pas sous quel nom il garde ses sessions : son formulaire de ticket ne peut pas être lu.',
  'form.page-refused': 'Le site ne montre pas son formulaire de ticket à ce compte.',
  'form.page-failed': 'La page du formulaire de ticket a elle-même un problème (erreur {status}).',
  'form.page-unknown': 'La page du formulaire de ticket n’est pas celle attendue.',
  'form.too-many-categories': 'Le formulaire de ticket a plus de catégories qu’un formulaire ne peut en avoir.',
  'form.categories-refused': 'Le formulaire de ticket ne donne pas ses catégories.',
}
