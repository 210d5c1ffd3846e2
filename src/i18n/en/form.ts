export const form = {
  'form.no-cookie': 'The site does not say under what name it keeps its sessions: its ticket form cannot be read.',
  'form.page-refused': 'The site does not show its ticket form to this account.',
  'form.page-failed': 'The page of the ticket form has a problem of its own (error {status}).',
  'form.page-unknown': 'The page of the ticket form is not as expected.',
  'form.too-many-categories': 'The ticket form has more categories than a form can have.',
  'form.categories-refused': 'The ticket form does not give its categories.',
} as const
