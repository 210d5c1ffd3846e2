import type { NewsPage } from '../records/news.ts'
import { plain } from '../terminal/sanitize.ts'
import { wrapped } from '../terminal/width.ts'
import { viewLongText } from './layout/long-text.ts'
import type { Look } from './look.ts'

/** By which what is said stands in from its title. */
const inset = '  '

/** What is announced, each with its text; then the news of elsewhere, each with its address. */
export async function newsPage({ announcements, fresh, feeds }: NewsPage, look: Look): Promise<string> {
  const { style, t, width, dates } = look
  const told = announcements.map(async ({ id, title, text, since, begin, end, url }) => {
    const name = style.link(style.bold(plain(title)), url)
    const about = [...(fresh.has(id) ? [style.green(t('news.fresh'))] : []), ...(since ? [dates.relative(since)] : [])]
    const when = begin && end ? [t('news.when', { period: dates.period(begin, end) })] : []
    const said = await viewLongText(text, { ...look, width: width - inset.length })
    return [
      wrapped([name, ...about].join(style.drawn(' · ', ', ')), width),
      ...[...when, said].filter((part) => part !== '').map((part) => indented(part)),
    ].join('\n')
  })
  const read = feeds.map(({ source, title, text, date, url }) => {
    const about = [plain(source), ...(date ? [dates.relative(date)] : [])].filter((part) => part !== '')
    return [
      wrapped([style.bold(plain(title)), style.dim(about.join(', '))].join(style.drawn(' · ', ', ')), width),
      ...(text === '' ? [] : [indented(wrapped(plain(text), width - inset.length))]),
      ...(url ? [style.dim(plain(url))] : []),
    ].join('\n')
  })
  const heads = told.length > 0 && read.length > 0
  return [
    ...(heads ? [style.bold(style.cyan(t('news.announcements')))] : []),
    ...(await Promise.all(told)),
    ...(heads ? [style.bold(style.cyan(t('news.feeds')))] : []),
    ...read,
  ].join('\n\n')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, inset)
}
