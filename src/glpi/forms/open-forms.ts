import { Failed, NotFound } from '../../errors/error.ts'
import { listForms } from './form-list.ts'
import { readFormPage } from './form-page.ts'
import { type FormsAccess, formSite, textOfPage } from './form-site.ts'
import type { Forms } from './forms.ts'

/** The forms of a site, as its pages show them to the person of this session. */
export function formsOf(access: FormsAccess): Pick<Forms, 'list' | 'read'> {
  const ask = formSite(access)
  return {
    list: () => listForms(ask),
    async read(id) {
      const answer = await ask(`Form/Render/${id}`)
      if (answer.status === 404) throw new NotFound('unknown-form', { text: String(id) })
      const page = readFormPage(textOfPage(answer))
      if (!page) throw new Failed('forms-unreadable')
      return page
    },
  }
}
