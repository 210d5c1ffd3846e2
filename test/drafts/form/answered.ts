import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TicketDraft } from '../../../src/drafts/draft.ts'
import { DraftFolder } from '../../../src/drafts/draft-folder.ts'
import type { OpenDraft } from '../../../src/drafts/drafts.ts'
import type { DraftForm } from '../../../src/drafts/form/form-draft.ts'
import type { Sender } from '../../../src/drafts/sender.ts'
import { givenFiles } from '../../../src/files/given-file.ts'
import type { OpenForm } from '../../../src/glpi/forms/open-form.ts'
import type { Message } from '../../../src/i18n/translate.ts'
import type { FormAnswers } from '../../../src/itil/form-answer.ts'
import { questionsOf } from '../../../src/itil/site-form.ts'
import { opened } from '../../glpi/forms/opened.ts'
import { translator } from '../../support/translator.ts'

type Kind = NonNullable<Parameters<typeof opened>[1]>['kind']

const start = Date.parse('2026-03-05T09:00:00Z')
const ignored = (): void => undefined

/** A form of the embedded platform that alice has answered: nothing of it is sent yet, and nobody waits in real time. */
export async function answeredForm(name: string, { kind = 'usual' }: { kind?: Kind } = {}) {
  let time = start
  const there = await opened(name, { kind })
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-form-'))
  const now = () => new Date(time)
  const drafts = new DraftFolder({ folder: join(folder, 'drafts'), now, holder: { pid: 1, isRunning: () => true } })
  const sleep = async (milliseconds: number): Promise<void> => {
    time += milliseconds
  }
  const told: string[] = []
  const tell = (said: string | Message): void => void told.push(typeof said === 'string' ? said : said.key)
  const context: Sender = {
    t: translator('en'),
    terminal: {
      ...{ note: tell, done: tell, remark: tell, warn: tell, during: (_message, work) => work },
      ...{ interactive: false, quote: ignored, progress: () => ({ at: ignored, end: ignored }) },
    },
    drafts,
    account: {
      ...{ name: 'alice@support.example', url: 'https://support.example', meant: undefined, known: [] },
      session: async () => undefined,
      credential: () => Promise.reject(new Error('nobody asks')),
    },
    files: givenFiles(folder, folder),
    patience: { now, sleep, timeout: 30_000, longestRequest: 60_000 },
    platform: async () => there.platform,
    ifInterrupted: ignored,
  }
  const draft = async (answers: FormAnswers, more: Partial<TicketDraft> = {}): Promise<OpenDraft<TicketDraft>> =>
    drafts.begin<TicketDraft>({
      ...{ kind: 'ticket', owner: { platform: 'https://support.example', user: 'alice' }, files: [], filesDone: true },
      ...{ answers: {}, confirmed: true, form: formWith(there.form, answers), ...more },
    })
  const { sandbox, platform } = there
  return {
    ...{ ...there, folder, context, told, draft },
    /** How often the answers were sent. */
    posts: () => sandbox.requests.filter(({ path }) => path.startsWith('/Form/SubmitAnswers')).length,
    /** The tickets that came of the form, the oldest first. */
    tickets: async () => (await platform.forms.allFrom(there.form.page.storedTitle, 0)).map(({ id }) => id),
    fault: (fault: Parameters<typeof sandbox.faults.inject>[0]) =>
      sandbox.faults.inject({ match: { path: /SubmitAnswers/ }, ...fault }),
  }
}

/** What a draft holds of answers to this form. */
export function formWith({ page }: OpenForm, answers: FormAnswers): DraftForm {
  const { id, title, storedTitle } = page
  const questions = questionsOf(page)
    .filter((question) => question.id in answers)
    .map(({ id, label, storedLabel, kind, actor }) => ({ id, label, storedLabel, kind, ...(actor && { actor }) }))
  return { id, title, storedTitle, questions, answers: { ...answers } }
}
