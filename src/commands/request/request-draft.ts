import type { Context } from '../../app/context.ts'
import { resumeCommand, shortId, stageOf, typedIn } from '../../drafts/describe.ts'
import type { Owner, TicketDraft, TypedAnswers } from '../../drafts/draft.ts'
import type { Drafts, OpenDraft } from '../../drafts/drafts.ts'
import { asDraftFiles } from '../../drafts/file/draft-files.ts'
import { withAdded } from '../../drafts/form/form-text.ts'
import { takesMarks } from '../../drafts/form/mark-place.ts'
import { wordsOf } from '../../drafts/form/said-words.ts'
import { keyMarkOf } from '../../drafts/key-mark.ts'
import { belongsTo, idleDrafts, notYours, ownerHere } from '../../drafts/own-drafts.ts'
import { NotFound, WrongUsage } from '../../errors/error.ts'
import type { Named } from '../../itil/person.ts'
import type { FormPage } from '../../itil/site-form.ts'
import type { Related } from '../../itil/ticket-link.ts'
import { quoted } from '../../terminal/quoted.ts'
import type { GivenFile } from './file-option.ts'
import { joinFormer } from './join-waiting.ts'
import type { KeyedRequest } from './left-out.ts'
import type { Request } from './request.ts'
import { filesByQuestion, keptForm, type UnfinishedAnswer } from './site-form/draft/kept-form.ts'
import type { FormRequest } from './site-form/form-request.ts'

export interface DraftOptions {
  /** True: the newest draft; else the number of one. */
  resume?: true | string
  /** What the request is about. */
  dedupe?: string
  /** Milliseconds: a text that follows the last of its key sooner is left out. */
  dedupeEvery?: number
  /** What is wrong with it becomes a note in its text, where nobody is asked. */
  bestEffort?: boolean
  /** A ticket that it is linked to. */
  related?: number
}

/** The answer to this is not over; so far, this is `typed` of it. */
export interface Unfinished {
  field: keyof Request
  typed?: string | undefined
}

/** What answers to a form say, in the words of the form as before. */
export interface FormSaid {
  answers: TicketDraft['answers']
  /** The questions that are answered by the description, and by the title. */
  textIn?: number
  titleIn?: number
}

/** With what a draft begins. */
interface Beginning {
  drafts: Drafts
  owner: Owner
  entity: Named
  /** Somebody is asked, and answers. */
  byHand: boolean
  /** The mark of `--dedupe`. */
  keyMark: string | undefined
  /** As in `DraftOptions`. */
  dedupeEvery: number | undefined
  bestEffort: boolean | undefined
  related: number | undefined
}

/** The request of this command on disk: it begins with the first thing worth keeping. */
export class RequestDraft {
  readonly #beginning: Beginning
  #open: OpenDraft<TicketDraft> | undefined
  #lostFiles = 0
  #relatedTitle: string | undefined

  constructor(beginning: Beginning, open?: OpenDraft<TicketDraft>) {
    this.#beginning = beginning
    this.#open = open
  }

  get open(): OpenDraft<TicketDraft> | undefined {
    return this.#open
  }

  get draft(): TicketDraft | undefined {
    return this.#open?.draft
  }

  get isBestEffort(): boolean {
    return this.#beginning.bestEffort ?? this.draft?.bestEffort ?? false
  }

  /** The ticket that it is linked to; the draft's own, unless this call says another. */
  get related(): number | undefined {
    return this.#beginning.related ?? this.draft?.related
  }

  /** The same, as a person is to see it. */
  get relatedTicket(): Related | undefined {
    return this.related === undefined ? undefined : { id: this.related, title: this.#relatedTitle }
  }

  /** The title of the ticket that this call says. */
  nameRelated(title: string | undefined): void {
    this.#relatedTitle = title
  }

  /** So many files more could not be had. */
  lose(files: number): void {
    this.#lostFiles += files
  }

  /** Set once it was sent, whether an answer came or not: it can no longer change. */
  get sent(): OpenDraft<TicketDraft> | undefined {
    return this.#open && stageOf(this.#open.draft) !== 'typing' ? this.#open : undefined
  }

  /** What the request is about, as a mark of its ticket; the draft's own, unless this call says another. */
  get keyed(): KeyedRequest | undefined {
    const key = this.draft?.given?.dedupe
    const { keyMark: own, owner, dedupeEvery = this.draft?.dedupeEvery } = this.#beginning
    const keyMark = own ?? (key === undefined ? this.draft?.keyMark : keyMarkOf(key, owner))
    if (keyMark === undefined) return undefined
    return { keyMark, owner, ...(dedupeEvery !== undefined && { dedupeEvery }) }
  }

  /**
   * Keeps what is known so far; files that are not named, and what was typed of answers that are not given, stay as they
   * were. `confirmed`: nothing is missing, and it is to be sent.
   */
  async save(request: Partial<Request>, unfinished?: Unfinished, confirmed = false): Promise<OpenDraft<TicketDraft>> {
    const filesDone = 'files' in request && unfinished?.field !== 'files'
    const { answers } = withAdded({ answers: answersOf(request) }, this.draft?.given?.also)
    const typing = confirmed ? undefined : this.#typing(request, unfinished)
    const files = request.files ? await this.#filesOf(request.files) : (this.draft?.files ?? [])
    return this.#keep({ answers, files, filesDone, typing, confirmed, form: undefined })
  }

  /**
   * The same of what is to go by a form of the site: what `request` names takes the place of what was kept; texts that
   * were typed stay until their questions are answered. `confirmed`: nothing is missing, and it is to be sent.
   */
  async saveForm(
    page: FormPage,
    request: Partial<FormRequest>,
    unfinished?: UnfinishedAnswer,
    confirmed?: FormSaid,
  ): Promise<OpenDraft<TicketDraft>> {
    if (confirmed && this.keyed && !takesMarks(page)) throw new WrongUsage('form-without-text', { title: page.title })
    const form = keptForm(page, request, this.draft?.form, confirmed ? undefined : unfinished)
    const given = request.files ? await this.#filesOf(request.files) : (this.draft?.files ?? [])
    const files = filesByQuestion(given, form)
    const { answers = { title: page.title }, ...places } = confirmed ?? {}
    const said = this.draft && wordsOf(this.draft)
    const whole = { ...form, ...places, ...(said && { said }) }
    return this.#keep({
      ...withAdded({ form: whole, answers }, this.#addition),
      files,
      filesDone: true,
      typing: undefined,
      confirmed: confirmed !== undefined,
    })
  }

  /** What was put to the answers of a form about its key, and stands in none of them. */
  get #addition(): string | undefined {
    const { form, answers, given } = this.draft ?? {}
    if (!form) return given?.also
    return form.textIn === undefined ? answers?.description : undefined
  }

  async #keep(
    kept: Pick<TicketDraft, 'answers' | 'files' | 'filesDone' | 'typing' | 'confirmed' | 'form'>,
  ): Promise<OpenDraft<TicketDraft>> {
    const { drafts, entity, byHand, owner } = this.#beginning
    const { related } = this
    const lostFiles = (this.draft?.lostFiles ?? 0) + this.#lostFiles
    this.#lostFiles = 0
    const marks = {
      ...this.keyed,
      ...(byHand && { byHand }),
      ...(related !== undefined && { related }),
      ...(this.isBestEffort && { bestEffort: true }),
      ...(lostFiles > 0 && { lostFiles }),
    }
    const content = { ...kept, owner, entity, given: undefined, ...marks }
    if (this.#open) await this.#open.change({ ...content, descriptionDone: undefined })
    else this.#open = await drafts.begin<TicketDraft>({ ...content, kind: 'ticket' })
    return this.#open
  }

  /**
   * The draft of what opens no ticket, and so needs nothing of the form; undefined where it does. What waited about the
   * same comes first, and may need one.
   */
  async ofWhatIsOver(context: Context): Promise<OpenDraft<TicketDraft> | undefined> {
    const open = this.#open
    const { keyed } = this
    if (!open?.draft.onlyIfOpen || !keyed) return undefined
    await open.change(keyed)
    const { entity } = this.#beginning
    await context.drafts.alone(keyed.keyMark, () => joinFormer(open, context, 'all', entity))
    return open.draft.onlyIfOpen ? open : undefined
  }

  /** Forgets it: it is no longer wanted. */
  async remove(): Promise<void> {
    await this.#open?.remove()
    this.#open = undefined
  }

  async release(): Promise<void> {
    await this.#open?.release()
  }

  /** What is typed now, and what was typed of answers that are not given; undefined where there is none. */
  #typing(request: Partial<Request>, unfinished?: Unfinished): TypedAnswers | undefined {
    const before = Object.entries(this.draft ? typedIn(this.draft) : {}).filter(([field]) => !(field in request))
    const now = unfinished?.typed === undefined ? [] : [[unfinished.field, unfinished.typed]]
    const typing = Object.fromEntries([...before, ...now])
    return Object.keys(typing).length > 0 ? typing : undefined
  }

  /** Files that did not change since the last look need no other one. */
  async #filesOf(files: GivenFile[]): Promise<TicketDraft['files']> {
    const known = this.draft?.files ?? []
    const each = files.map(async (file) => {
      const same = known.find(
        ({ path, size, modified }) =>
          path === file.fullPath && size === file.size && modified === file.modified.toISOString(),
      )
      return same ? [same] : asDraftFiles([file])
    })
    return (await Promise.all(each)).flat()
  }
}

/** Takes up the draft that `--resume` means (true: the newest), or starts with what was spooled, or with none. */
export async function requestDraft(
  { resume, dedupe, dedupeEvery, bestEffort, related, unattended = false }: DraftOptions & { unattended?: boolean },
  begun: OpenDraft<TicketDraft> | undefined,
  context: Context,
): Promise<RequestDraft> {
  const { drafts, terminal } = context
  const platform = await context.platform()
  const owner = await ownerHere(context, typeof resume === 'string' ? resume : undefined)
  const { entity } = (await platform.session()).person
  const keyMark = dedupe === undefined ? undefined : keyMarkOf(dedupe, owner)
  const byHand = terminal.interactive && !unattended
  const beginning = { drafts, owner, entity, byHand, keyMark, dedupeEvery, bestEffort, related }
  if (resume === undefined) return new RequestDraft(beginning, begun)
  const draft = resume === true ? await newest(drafts, owner) : await drafts.find(resume)
  if (draft.kind !== 'ticket') {
    throw new WrongUsage('draft-not-a-ticket', { id: shortId(draft), command: resumeCommand(draft) })
  }
  if (!belongsTo(draft, owner)) throw notYours({ id: shortId(draft), owner: draft.owner })
  if (draft.entity && draft.entity.id !== entity.id) throw elsewhere(draft, draft.entity)
  const wanted = draft.given?.entity
  if (wanted !== undefined && wanted !== context.settings.entity) throw elsewhere(draft, { id: wanted, name: wanted })
  return new RequestDraft(beginning, await drafts.takeUp(draft))
}

/** A ticket that was sent may be looked for only where it went: elsewhere it would not be found, and sent twice. */
function elsewhere(draft: TicketDraft, { id, name }: { id: number | string; name: string }): WrongUsage {
  const command = `${resumeCommand(draft)} --entity ${quoted(String(id))}`
  return new WrongUsage('draft-other-entity', { id: shortId(draft), entity: name, command })
}

async function newest(drafts: Drafts, owner: Owner): Promise<TicketDraft> {
  const [draft] = await unfinished(drafts, owner)
  if (!draft) throw new NotFound('no-draft-to-resume')
  return draft
}

/** Requests of this account that nobody is at, the last changed first. */
export async function unfinished(drafts: Drafts, owner: Owner): Promise<TicketDraft[]> {
  return (await idleDrafts(drafts, owner)).filter((draft) => draft.kind === 'ticket')
}

function answersOf(request: Partial<Request>): TicketDraft['answers'] {
  const { files: _files, email, equipment, category, location, ...plain } = request
  return {
    ...plain,
    ...('email' in request && { email: email ?? null }),
    ...(equipment !== undefined && { equipment: keptEquipment(equipment) }),
    ...(category !== undefined && { category: category && { id: category.id, fullName: category.fullName } }),
    ...(location !== undefined && { location: location && { id: location.id, fullName: location.fullName } }),
  }
}

/** One as an older ipeos has it. */
function keptEquipment(items: Request['equipment']): TicketDraft['answers']['equipment'] {
  const [only = null, ...others] = items.map(({ key, name }) => ({ key, name }))
  return only && others.length > 0 ? [only, ...others] : only
}
