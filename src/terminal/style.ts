/** How text is set off on one stream; every function gives its text unchanged where the stream has no colours. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  blue(text: string): string
  cyan(text: string): string
  magenta(text: string): string
  /** A link where the terminal has them (OSC 8); the text alone elsewhere. */
  link(text: string, url: string): string
}
