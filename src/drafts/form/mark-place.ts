import type { OpenForm } from '../../glpi/forms/open-form.ts'
import type { FormAnswers } from '../../itil/form-answer.ts'
import type { FormPage } from '../../itil/site-form.ts'

/** The long texts of a form, each with the section that it stands in. */
function longTexts({ sections }: FormPage): Array<{ question: number; section: number }> {
  return sections.flatMap(({ id: section, blocks }) =>
    blocks.flatMap((block) =>
      block.block === 'question' && block.kind === 'long-text' ? [{ question: block.id, section }] : [],
    ),
  )
}

/** Whether a form has a text in which a mark can be hidden. */
export function takesMarks(page: FormPage): boolean {
  return longTexts(page).length > 0
}

/**
 * The long text that bears the marks: the last one that is answered, for a site makes titles of the first; else one that is
 * seen and left empty, which the form is asked for. Undefined where there is none.
 */
export async function markPlace(
  { page, visible }: Pick<OpenForm, 'page' | 'visible'>,
  answers: FormAnswers,
): Promise<number | undefined> {
  const texts = longTexts(page)
  const answered = texts.findLast(({ question }) => {
    const answer = answers[question]
    return answer && ('text' in answer || 'html' in answer)
  })
  if (answered || texts.length === 0) return answered?.question
  const seen = await visible(answers)
  return texts.find(({ question, section }) => seen.questions.has(question) && seen.sections.has(section))?.question
}
