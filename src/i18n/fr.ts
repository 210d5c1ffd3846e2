import { catalogueOf } from './catalogue.ts'
import type { en } from './en.ts'
import { account } from './fr/account.ts'
import { accounts } from './fr/accounts.ts'
import { api } from './fr/api.ts'
import { config } from './fr/config.ts'
import { contract } from './fr/contract.ts'
import { doctor } from './fr/doctor.ts'
import { draft } from './fr/draft.ts'
import { faq } from './fr/faq.ts'
import { file } from './fr/file.ts'
import { form } from './fr/form.ts'
import { help } from './fr/help.ts'
import { home } from './fr/home.ts'
import { list } from './fr/list.ts'
import { moment } from './fr/moment.ts'
import { organisation } from './fr/organisation.ts'
import { output } from './fr/output.ts'
import { platform } from './fr/platform.ts'
import { preferences } from './fr/preferences.ts'
import { program } from './fr/program.ts'
import { recover } from './fr/recover.ts'
import { reservation } from './fr/reservation.ts'
import { role } from './fr/role.ts'
import { sandbox } from './fr/sandbox.ts'
import { settings } from './fr/settings.ts'
import { terminal } from './fr/terminal.ts'
import { ticket } from './fr/ticket.ts'
import { ticketDownload } from './fr/ticket-download.ts'
import { ticketExport } from './fr/ticket-export.ts'
import { ticketHistory } from './fr/ticket-history.ts'
import { ticketImport } from './fr/ticket-import.ts'
import { ticketShow } from './fr/ticket-show.ts'
import { ticketWrite } from './fr/ticket-write.ts'
import { watch } from './fr/watch.ts'
import { word } from './fr/word.ts'

export const fr: Record<keyof typeof en, string> = catalogueOf(
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
