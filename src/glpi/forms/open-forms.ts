import { NotFound } from '../../errors/error.ts'
import { askProblems } from './check.ts'
import { askChoices } from './choices.ts'
import { FormCalls } from './form-calls.ts'
import { listForms } from './form-list.ts'
import { type ReadForm, readForm } from './form-page.ts'
import { type FormSite, type FormsAccess, formSite, textOfPage } from './form-site.ts'
import { allFrom, newestFrom } from './form-tickets.ts'
import type { Forms } from './forms.ts'
import type { OpenForm } from './open-form.ts'
import { seeing } from './seen.ts'
import { submitAnswers } from './submit.ts'

/** The forms of a site, as its pages show them to the person of this session. */
export function formsOf(access: FormsAccess): Omit<Forms, 'link'> {
  const { session, now } = access
  const site = formSite(access)
  return {
    list: () => listForms(site.get),
    read: async (id) => (await read(access, site, id)).page,
    async open(id) {
      const form = await read(access, site, id)
      const { rootUrl } = await session.current()
      return opened(new FormCalls(site, { id, url: `${rootUrl}/Form/Render/${id}`, now }, form), rootUrl)
    },
    newestFrom: (storedTitle) => newestFrom(session, storedTitle),
    allFrom: (storedTitle, after) => allFrom(session, storedTitle, after),
  }
}

/** Whoever may send it for others is among them on the page; that is what sending it for nobody else means. */
async function read({ session }: FormsAccess, site: FormSite, id: number): Promise<ReadForm> {
  const answer = await site.get(`Form/Render/${id}`)
  if (answer.status === 404) throw new NotFound('unknown-form', { text: String(id) })
  const { page, wiring } = readForm(textOfPage(answer))
  const { person } = await session.current()
  const delegates = page.delegates.filter(({ value }) => value !== String(person.id))
  return { page: { ...page, delegates }, wiring }
}

function opened(calls: FormCalls, rootUrl: string): OpenForm {
  return {
    page: calls.page,
    visible: seeing(calls),
    check: (answers) => askProblems(calls, answers),
    choices: (question, search, page) => askChoices(calls, question, { search, page }),
    submit: (submission) => submitAnswers(calls, submission, rootUrl),
  }
}
