import { Readable } from 'node:stream'
import * as z from 'zod/mini'
import { WrongUsage } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import { toMarkdown } from '../../../records/format/delimited.ts'
import { fitForTerminal } from '../../../records/format/json.ts'
import { type Destination, type ExportedState, exportedState, folderOf, keep } from './exported-ticket.ts'

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
 * Makes sure that the folder may be exported into, and that it says from now on whose tickets are in it. Rejects with
 * `WrongUsage` when they are of another platform, or the folder has an index of somebody else: numbers of two platforms
 * would be mixed.
 */
export function openIndex(destination: Destination): Promise<void> {
  return inTurn(destination, async () => {
    const { tickets, isWhole } = await readIndex(destination)
    if (!isWhole) await writeIndex(tickets, destination)
  })
}

/** Adds tickets to the list of the folder, whatever another export added to it meanwhile. */
export function addToIndex(states: ExportedState[], destination: Destination): Promise<void> {
  return inTurn(destination, async () => {
    const { tickets } = await readIndex(destination)
    await writeIndex([...tickets, ...states.map(listedOf)], destination)
  })
}

function inTurn(destination: Destination, work: () => Promise<void>): Promise<void> {
  return destination.context.files.inTurn(`${destination.folder}/${jsonName}`, work)
}

interface Index {
  tickets: Listed[]
  /** False where it has to be written anew. */
  isWhole: boolean
}

/** What the index says, and what the folders of tickets say that it does not. */
async function readIndex(destination: Destination): Promise<Index> {
  const { folder, context, root } = destination
  const path = `${folder}/${jsonName}`
  const bytes = await context.files.read(path)
  const read = z.safeParse(index, bytes && parseJson(bytes.toString('utf8')))
  const known = read.success ? read.data.tickets : []
  const states = await unlisted(known, destination)
  if (bytes && !read.success && states.length === 0) throw new WrongUsage('export-not-ours', { path })
  const platforms = [...(read.success ? [read.data.platform] : []), ...states.map(({ platform }) => platform)]
  const other = platforms.find((platform) => platform !== root)
  if (other !== undefined) throw new WrongUsage('export-other-platform', { folder, platform: other })
  if (!read.success && states.length > 0) context.terminal.note('export.index-rebuilt', { path, count: states.length })
  return { tickets: [...known, ...states.map(listedOf)], isWhole: read.success && states.length === 0 }
}

/** The tickets that are in the folder, and not in the index. */
async function unlisted(known: Listed[], destination: Destination): Promise<ExportedState[]> {
  const listed = new Set(known.map(({ folder }) => folder))
  const states: ExportedState[] = []
  for (const name of await destination.context.files.names(destination.folder)) {
    const id = Number(/^ticket-(\d{6,15})$/.exec(name)?.[1])
    if (Number.isNaN(id) || listed.has(name)) continue
    const state = await exportedState(id, destination)
    if (state?.id === id) states.push(state)
  }
  return states
}

function listedOf({ id, title, status, opened, changed, documents }: ExportedState): Listed {
  return { id, title, status, opened, changed, documents, folder: folderOf(id) }
}

/** The list for programs and for people, the newest number first; of one that is twice, the last. */
async function writeIndex(all: Listed[], destination: Destination): Promise<void> {
  const byId = new Map(all.map((one) => [one.id, one]))
  const tickets = [...byId.values()].toSorted((one, other) => other.id - one.id)
  const content = { version: 1, platform: destination.root, tickets }
  await write(jsonName, `${fitForTerminal(JSON.stringify(content, undefined, 2))}\n`, destination)
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
