import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { decoded } from '../../../files/decoded.ts'

/** A file as it was given. */
export interface GivenText {
  /** What the person called it; `-` for standard input. */
  source: string
  /** With a mark (BOM) before it where a spreadsheet wants one to read it right. */
  text: string
  /** What the person called the column by which a line is known. */
  key?: string | undefined
  /** What the person called the form of the site by which the lines go. */
  formName?: string | undefined
}

/** Reads a file, or what comes through the pipe. Rejects with `WrongUsage` for what is no text, a workbook above all. */
export async function readGiven(
  path: string,
  key: string | undefined,
  { files, terminal }: Pick<Context, 'files' | 'terminal'>,
): Promise<GivenText> {
  const read = path === '-' ? await terminal.readBytes() : await files.read(path)
  if (!read) throw new WrongUsage('file-missing', { path })
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength)
  const workbook = workbookOf(bytes)
  if (workbook) throw new WrongUsage('import-workbook', { path, kind: workbook })
  const { text, as } = decoded(bytes)
  if (/[\u0000\ufffd]/.test(text)) {
    throw path === '-' ? new WrongUsage('input-not-text') : new WrongUsage('import-not-text', { path })
  }
  const isMarked = as !== 'utf-8' || bytes.subarray(0, 3).equals(Buffer.from('\ufeff'))
  return { source: path, text: isMarked ? `\ufeff${text}` : text, key }
}

/** What kind of workbook begins with these bytes; undefined for what is none. */
function workbookOf(bytes: Buffer): string | undefined {
  // A ZIP archive: the new formats of Excel, and those of LibreOffice, which say so first.
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    return bytes.subarray(0, 200).includes('opendocument.spreadsheet') ? '.ods' : '.xlsx'
  // OLE: Excel until 2003.
  return bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')) ? '.xls' : undefined
}
