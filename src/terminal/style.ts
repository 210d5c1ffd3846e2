/** How text is set off on one stream; every function gives its text unchanged where the stream has no colours. */
export interface Style {
  /** Nothing may be drawn: for screen readers. */
  readonly plain: boolean
  /** «Label: value», as the person's language writes it. */
  labelled(label: string, value: string): string
  /** A mark as «●» or «→» where such may be drawn; what stands in its place elsewhere. */
  drawn(mark: string, instead?: string): string
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  blue(text: string): string
  cyan(text: string): string
  magenta(text: string): string
  /** A command that is there to be copied: brighter than the words around it. */
  command(text: string): string
  /** A sentence with the commands in it set off, and its words painted. */
  offering(sentence: string, paint?: (words: string) => string): string
  /** A link where the terminal has them (OSC 8); the text alone elsewhere. */
  link(text: string, url: string): string
}
