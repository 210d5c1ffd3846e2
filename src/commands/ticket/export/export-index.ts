import { Readable } from 'node:stream'
import * as z from 'zod/mini'
import { WrongUsage } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import { toMarkdown } from '../../../records/format/delimited.ts'
import { type Destination, type ExportedState, folderOf, keep } from './exported-ticket.ts'

const listed = z.object({
  id: z.int(),
  title: z.string(),
  status: z.string(),
  opened: z.string(),
  changed: z.string(),
  documents: z.int(),
  folder: z.string(),
})
const index = z.object({ version: z.literal(1), platform: z.string(), tickets: z.array(listed) })
type Listed = z.infer<typeof listed>

const jsonName = 'index.json'
const pageName = 'index.md'

/**
 * The tickets that former exports brought into this folder. Rejects with `WrongUsage` when they are of another platform,
 * or the folder has an index of somebody else: numbers of two platforms would be mixed.
 */
export async function readIndex({ folder, context, root }: Destination): Promise<Listed[]> {
  const bytes = await context.files.read(`${folder}/${jsonName}`)
  if (!bytes) return []
  const read = z.safeParse(index, parseJson(bytes.toString('utf8')))
  if (!read.success) throw new WrongUsage('export-not-ours', { path: `${folder}/${jsonName}` })
  const { platform, tickets } = read.data
  if (platform !== root) throw new WrongUsage('export-other-platform', { folder, platform })
  return tickets
}

/** Writes the list of all tickets in the folder, for programs and for people, the newest number first. */
export async function writeIndex(former: Listed[], states: ExportedState[], destination: Destination): Promise<void> {
  const byId = new Map(former.map((one) => [one.id, one]))
  for (const { id, title, status, opened, changed, documents } of states)
    byId.set(id, { id, title, status, opened, changed, documents, folder: folderOf(id) })
  const tickets = [...byId.values()].toSorted((one, other) => other.id - one.id)
  const content = { version: 1, platform: destination.root, tickets }
  await write(jsonName, `${JSON.stringify(content, undefined, 2)}\n`, destination)
  await write(pageName, page(tickets, destination), destination)
}

function write(name: string, text: string, destination: Destination): Promise<void> {
  return keep(destination.folder, { name, stream: Readable.from([Buffer.from(text)]) }, destination)
}

function page(tickets: Listed[], { context }: Destination): string {
  const { t } = context
  const rows = tickets.map(({ id, status, title, opened, changed }) => ({ id, status, title, opened, changed }))
  const table = toMarkdown(rows, ['id', 'status', 'title', 'opened', 'changed'])
  const linked = table.replace(/^\| (\d+) \|/gm, (_all, id) => `| [${id}](${folderOf(Number(id))}/ticket.md) |`)
  return `# ${t('export.index-title', { count: tickets.length })}\n\n${linked}\n`
}
