import { catalogueOf } from './catalogue.ts'
import { account } from './en/account.ts'
import { alert } from './en/alert.ts'
import { answer } from './en/answer.ts'
import { api } from './en/api.ts'
import { approval } from './en/approval.ts'
import { around } from './en/around.ts'
import { ask } from './en/ask.ts'
import { askForm } from './en/ask-form.ts'
import { attachment } from './en/attachment.ts'
import { catalog } from './en/catalog.ts'
import { choice } from './en/choice.ts'
import { config } from './en/config.ts'
import { contract } from './en/contract.ts'
import { doctor } from './en/doctor.ts'
import { draft } from './en/draft.ts'
import { faq } from './en/faq.ts'
import { field } from './en/field.ts'
import { file } from './en/file.ts'
import { home } from './en/home.ts'
import { image } from './en/image.ts'
import { list } from './en/list.ts'
import { menu } from './en/menu.ts'
import { newForm } from './en/new-form.ts'
import { news } from './en/news.ts'
import { password } from './en/password.ts'
import { platform } from './en/platform.ts'
import { preferences } from './en/preferences.ts'
import { print } from './en/print.ts'
import { program } from './en/program.ts'
import { rate } from './en/rate.ts'
import { reservation } from './en/reservation.ts'
import { role } from './en/role.ts'
import { sandbox } from './en/sandbox.ts'
import { sentForm } from './en/sent-form.ts'
import { settings } from './en/settings.ts'
import { terminal } from './en/terminal.ts'
import { ticket } from './en/ticket.ts'
import { ticketField } from './en/ticket-field.ts'
import { ticketFiles } from './en/ticket-files.ts'
import { ticketWrite } from './en/ticket-write.ts'
import { token } from './en/token.ts'
import { watch } from './en/watch.ts'
import { word } from './en/word.ts'

/** Every sentence in English, room by room; the keys here are the keys everywhere. */
export const en = catalogueOf(
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
