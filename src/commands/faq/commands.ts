import { addFaqDownload } from './download.ts'
import { addFaqList } from './list.ts'
import { addFaqSearch } from './search.ts'
import { addFaqShow } from './show.ts'

/** All of `ipeos faq`, in the order in which help names them. */
export const faqCommands = [addFaqSearch, addFaqList, addFaqShow, addFaqDownload]
