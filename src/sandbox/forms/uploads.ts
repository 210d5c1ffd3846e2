import { createHash } from 'node:crypto'
import type { Language } from '../messages.ts'
import type { Site } from '../site.ts'
import { mimeOf } from '../ticket/file-type.ts'
import type { NamedFile } from './answers.ts'

/** How many characters of a file's name are its prefix. */
const PREFIX_LENGTH = 23

const WORDS = {
  fr_FR: {
    type: 'Type de fichier non autorisé',
    script: "L'import du fichier a été refusé pour des raisons de sécurité.",
    small: 'Le fichier est trop petit',
    big: 'Le fichier est trop gros',
    php: 'Le fichier importé excède la directive upload_max_filesize dans php.ini',
    lost: (name: string) => `Fichier ${name} introuvable.`,
  },
  en_GB: {
    type: 'Filetype not allowed',
    script: 'The file upload has been refused for security reasons.',
    small: 'File is too small',
    big: 'File is too big',
    php: 'The uploaded file exceeds the upload_max_filesize directive in php.ini',
    lost: (name: string) => `File ${name} not found.`,
  },
}

/** What the answer to an upload says of a file. */
export interface UploadEntry {
  name: string
  size: number
  type: string
  prefix: string
  display: string
  filesize: string
  id: string
  error?: string
}

/** The same prefix and name came before, or a piece that goes on from nowhere: the server breaks down of it. */
export class UploadedTwice extends Error {}

/** A file that came, or a piece of it. */
export interface SentFile {
  name: string
  bytes: Uint8Array
  /** Of a piece: its first byte, and how many the whole file has. */
  piece?: { start: number; total: number }
}

/** Keeps a file that a form will name (GLPI-11-FORMS.md, 8); inside a transaction. The first 23 characters are its prefix. */
export function keepUpload(site: Site, file: SentFile, language: Language): UploadEntry {
  const { name } = file
  const fault = faultOf(site, file)
  const known = site.store.table('FormUpload').by('name', name)[0]
  const before = known && site.store.document(known.sha1sum)
  if ((before?.length ?? 0) !== (file.piece?.start ?? 0)) throw new UploadedTwice()
  const bytes = Buffer.concat([before ?? new Uint8Array(), file.bytes])
  const size = fault === 'php' ? 0 : bytes.length
  const prefix = name.slice(0, PREFIX_LENGTH)
  const readable = `${size} o`
  if (!fault) {
    const sha1sum = createHash('sha1').update(bytes).digest('hex')
    site.store.keepDocument(sha1sum, bytes)
    if (known) site.store.put('FormUpload', { ...known, sha1sum })
    else site.store.add('FormUpload', { name, sha1sum })
  }
  return {
    ...{ name, size, type: 'application/octet-stream', prefix, display: `${name.slice(PREFIX_LENGTH)} ${readable}` },
    ...{ filesize: readable, id: `doc${createHash('sha1').update(name).digest('hex').slice(0, 12)}` },
    ...(fault ? { error: WORDS[language][fault] } : {}),
  }
}

type Fault = 'type' | 'script' | 'small' | 'big' | 'php'

function faultOf({ configuration }: Site, { name, bytes, piece }: SentFile): Fault | undefined {
  const total = piece?.total ?? bytes.length
  if (bytes.length > configuration.uploadMaxSizeBytes) return 'php'
  if (/\.(php\d?|phtml|phar)$/i.test(name)) return 'script'
  if (mimeOf(name) === undefined) return 'type'
  if (total === 0) return 'small'
  return total > configuration.documentMaxSizeMb * 1024 * 1024 ? 'big' : undefined
}

/** A file that was uploaded, under the name that its sender gave it. */
export interface Found {
  filename: string
  sha1sum: string
  tag: string
}

/** The uploaded files that the answers name whole; one of them that is gone, or lost its name, is refused in words. */
export function namedUploads(site: Site, files: NamedFile[], language: Language): Found[] | { refused: string } {
  const found: Found[] = []
  for (const { name, prefix, tag } of files) {
    const row = site.store.table('FormUpload').by('name', name)[0]
    if (!row) return { refused: WORDS[language].lost(name) }
    // All three, or the ticket has no file.
    if (prefix === undefined || tag === undefined) continue
    const filename = name.startsWith(prefix) ? name.slice(prefix.length) : name
    if (mimeOf(filename) === undefined) return { refused: WORDS[language].type }
    found.push({ filename, sha1sum: row.sha1sum, tag })
  }
  return found
}
