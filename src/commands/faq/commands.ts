import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addFaqDownload } from './download.ts'
import { addFaqList } from './list.ts'
import { addFaqSearch } from './search.ts'
import { addFaqShow } from './show.ts'

/** All of `ipeos faq`, in the order in which help names them. */
export function addFaqCommands(faq: Command, context: Context): void {
  addFaqSearch(faq, context)
  addFaqList(faq, context)
  addFaqShow(faq, context)
  addFaqDownload(faq, context)
}
