import { IpeosError } from '../../errors/error.ts'
import type { OutgoingFile, TextImage } from '../../glpi/document/documents.ts'
import { imageReferences, isImageName } from '../../glpi/document/inline/image-reference.ts'
import { documentsOfTags } from '../../glpi/document/inline/written-images.ts'
import type { DraftFile } from '../draft.ts'

/** What keeps files, under what number. */
interface Holder {
  id: string
  files: DraftFile[]
}

/** An image among the files of a draft that its text shows. */
export interface ShownFile {
  /** Its place among them. */
  index: number
  name: string
  tag: string
}

/** The images among the files of a draft that a text of it names, in the order of the text. */
export function shownFiles(text: string, { id, files }: Holder): ShownFile[] {
  const shown = new Map<string, ShownFile>()
  for (const { path: name } of imageReferences(text)) {
    const index = isImageName(name) && !shown.has(name) ? files.findIndex((file) => file.name === name) : -1
    // Of one length all of them: none begins as another does, which GLPI would take for it.
    const tag = `ipeos-${id.replaceAll('-', '')}.${String(index + 1).padStart(3, '0')}`
    if (index >= 0) shown.set(name, { index, name, tag })
  }
  return [...shown.values()]
}

/** Those images as they leave now; one that is gone from this computer keeps no text back, and is told with the files. */
export async function imagesNow(
  text: string,
  holder: Holder,
  current: (index: number) => Promise<OutgoingFile>,
): Promise<TextImage[]> {
  const images: TextImage[] = []
  for (const { index, name, tag } of shownFiles(text, holder)) {
    const file = await current(index).catch((error: unknown) => {
      if (error instanceof IpeosError) return undefined
      throw error
    })
    if (file) images.push({ name, tag, file })
  }
  return images
}

/** Which of the images that went with a text became documents, as the text says it, by their places among the files. */
export function arrivedIn(html: string, shown: readonly ShownFile[]): Map<number, number> {
  const documents = documentsOfTags(html)
  return new Map(
    shown.flatMap(({ index, tag }) => {
      const document = documents.get(tag)
      return document === undefined ? [] : [[index, document] as const]
    }),
  )
}
