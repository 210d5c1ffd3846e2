import { catalogueOf } from './catalogue.ts'
import type { en } from './en.ts'
import { account } from './fr/account.ts'
import { alert } from './fr/alert.ts'
import { answer } from './fr/answer.ts'
import { api } from './fr/api.ts'
import { approval } from './fr/approval.ts'
import { around } from './fr/around.ts'
import { ask } from './fr/ask.ts'
import { askForm } from './fr/ask-form.ts'
import { attachment } from './fr/attachment.ts'
import { catalog } from './fr/catalog.ts'
import { choice } from './fr/choice.ts'
import { config } from './fr/config.ts'
import { contract } from './fr/contract.ts'
import { doctor } from './fr/doctor.ts'
import { draft } from './fr/draft.ts'
import { faq } from './fr/faq.ts'
import { field } from './fr/field.ts'
import { file } from './fr/file.ts'
import { home } from './fr/home.ts'
import { image } from './fr/image.ts'
import { list } from './fr/list.ts'
import { menu } from './fr/menu.ts'
import { newForm } from './fr/new-form.ts'
import { news } from './fr/news.ts'
import { password } from './fr/password.ts'
import { platform } from './fr/platform.ts'
import { preferences } from './fr/preferences.ts'
import { print } from './fr/print.ts'
import { program } from './fr/program.ts'
import { rate } from './fr/rate.ts'
import { reservation } from './fr/reservation.ts'
import { role } from './fr/role.ts'
import { sandbox } from './fr/sandbox.ts'
import { sentForm } from './fr/sent-form.ts'
import { settings } from './fr/settings.ts'
import { terminal } from './fr/terminal.ts'
import { ticket } from './fr/ticket.ts'
import { ticketField } from './fr/ticket-field.ts'
import { ticketFiles } from './fr/ticket-files.ts'
import { ticketWrite } from './fr/ticket-write.ts'
import { token } from './fr/token.ts'
import { watch } from './fr/watch.ts'
import { word } from './fr/word.ts'

export const fr: Record<keyof typeof en, string> = catalogueOf(
  account,
  alert,
  answer,
  approval,
  around,
  askForm,
  attachment,
  choice,
  ask,
  config,
  api,
  contract,
  doctor,
  draft,
  catalog,
  faq,
  news,
  rate,
  field,
  file,
  home,
  image,
  list,
  menu,
  newForm,
  password,
  platform,
  preferences,
  print,
  program,
  role,
  reservation,
  sandbox,
  sentForm,
  settings,
  terminal,
  ticketWrite,
  ticketField,
  ticketFiles,
  ticket,
  token,
  watch,
  word,
)
