import { Failed, NotAllowed, NotFound } from '../../errors/error.ts'
import { listForms } from './form-list.ts'
import { readFormPage } from './form-page.ts'
import { askFormSite, type FormsAccess, textOfPage } from './form-site.ts'
import type { Forms } from './forms.ts'

/** The forms of a site, as its pages show them to the person of this session. */
export function formsOf(access: FormsAccess): Pick<Forms, 'list' | 'read'> {
  return {
    list: () => listForms(access),
    async read(id) {
      const answer = await askFormSite(access, `Form/Render/${id}`)
      if (answer.status === 404) throw new NotFound('unknown-form', { text: String(id) })
      if (answer.status === 403) throw new NotAllowed('forms-refused')
      const page = readFormPage(textOfPage(answer))
      if (!page) throw new Failed('forms-unreadable')
      return page
    },
  }
}
