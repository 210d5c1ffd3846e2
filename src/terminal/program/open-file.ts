import { extname } from 'node:path'
import { type BrowserOptions, startsOne } from './browser.ts'

/** What became of it: shown by another program; no program for a stranger’s file of this kind; no screen, or no program. */
export type Opened = 'opened' | 'unsafe' | 'nowhere'

/** What is only shown, whoever made it: no programs, nothing that holds scripts, as web pages, SVG and macros do. */
const shown = [
  'png,jpg,jpeg,gif,webp,bmp,tif,tiff,heic,avif',
  'pdf,txt,text,log,md,csv,tsv',
  'docx,xlsx,pptx',
  'mp3,m4a,ogg,oga,opus,flac,wav,mp4,m4v,mov,webm,mkv,avi',
].flatMap((endings) => endings.split(',').map((ending) => `.${ending}`))

/** Opens a file with the program of the system for its kind, by its absolute path. */
export async function openInProgram(path: string, { env, platform }: BrowserOptions): Promise<Opened> {
  if (!shown.includes(extname(path).toLowerCase())) return 'unsafe'
  const { BROWSER: _, ...others } = env
  return (await startsOne(path, { env: others, platform })) ? 'opened' : 'nowhere'
}
