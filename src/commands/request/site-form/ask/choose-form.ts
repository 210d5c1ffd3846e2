import type { Context } from '../../../../app/context.ts'
import type { SiteForm } from '../../../../itil/site-form.ts'

/**
 * Asks which form: all of them, those that were used last first, found by any word of their titles, descriptions and
 * categories. The only one is not asked for.
 */
export async function chooseForm(forms: readonly SiteForm[], context: Context): Promise<SiteForm> {
  const { prompts, seen, t } = context
  const [first, ...others] = forms
  if (first && others.length === 0) return first
  const used = (await seen.recall('used-form')).map(({ value }) => Number(value))
  const rank = ({ id }: SiteForm) => (used.includes(id) ? used.indexOf(id) : used.length)
  const sorted = [...forms].sort((one, other) => rank(one) - rank(other))
  return prompts.search({
    message: t('ask-form.which'),
    choices: sorted.map((form) => {
      const place = form.path.join(' > ')
      const description = [place, form.description].filter(Boolean).join(' · ')
      return { name: form.title, value: form, words: description, ...(description && { description }) }
    }),
  })
}

/** This form was used: the next time it comes first. */
export function rememberForm({ id, title }: Pick<SiteForm, 'id' | 'title'>, { seen }: Context): Promise<void> {
  return seen.remember('used-form', [{ value: String(id), about: title }])
}
