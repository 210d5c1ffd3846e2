import type { Context } from '../../app/context.ts'
import type { SiteForm } from '../../itil/site-form.ts'

/** Keeps forms that were seen, so that completion can name them. */
export function rememberForms(forms: SiteForm[], { seen }: Context): Promise<void> {
  return seen.remember(
    'form',
    forms.map(({ id, title }) => ({ value: String(id), about: title })),
  )
}
