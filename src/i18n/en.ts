import { catalogueOf } from './catalogue.ts'
import { account } from './en/account.ts'
import { accounts } from './en/accounts.ts'
import { api } from './en/api.ts'
import { config } from './en/config.ts'
import { contract } from './en/contract.ts'
import { doctor } from './en/doctor.ts'
import { draft } from './en/draft.ts'
import { faq } from './en/faq.ts'
import { file } from './en/file.ts'
import { form } from './en/form.ts'
import { help } from './en/help.ts'
import { home } from './en/home.ts'
import { list } from './en/list.ts'
import { moment } from './en/moment.ts'
import { organisation } from './en/organisation.ts'
import { output } from './en/output.ts'
import { platform } from './en/platform.ts'
import { preferences } from './en/preferences.ts'
import { program } from './en/program.ts'
import { recover } from './en/recover.ts'
import { reservation } from './en/reservation.ts'
import { role } from './en/role.ts'
import { sandbox } from './en/sandbox.ts'
import { settings } from './en/settings.ts'
import { terminal } from './en/terminal.ts'
import { ticket } from './en/ticket.ts'
import { ticketDownload } from './en/ticket-download.ts'
import { ticketExport } from './en/ticket-export.ts'
import { ticketHistory } from './en/ticket-history.ts'
import { ticketImport } from './en/ticket-import.ts'
import { ticketShow } from './en/ticket-show.ts'
import { ticketWrite } from './en/ticket-write.ts'
import { watch } from './en/watch.ts'
import { word } from './en/word.ts'

/** Every sentence in English, room by room; the keys here are the keys everywhere. */
export const en = catalogueOf(
  account,
  accounts,
  config,
  api,
  contract,
  doctor,
  draft,
  faq,
  file,
  form,
  home,
  help,
  moment,
  organisation,
  output,
  list,
  platform,
  preferences,
  program,
  recover,
  role,
  reservation,
  sandbox,
  settings,
  terminal,
  ticketWrite,
  ticketDownload,
  ticketHistory,
  ticketExport,
  ticketImport,
  ticketShow,
  ticket,
  watch,
  word,
)
