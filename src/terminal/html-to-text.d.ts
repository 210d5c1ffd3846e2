/** As much of html-to-text 10 as is used here: it says no types of its own, and those of others are of version 9. */
declare module 'html-to-text' {
  export interface DomNode {
    type: string
    name?: string
    children: DomNode[]
    attribs: Record<string, string>
  }
  interface Builder {
    options: { formatters: Record<string, FormatCallback> }
    addInline(text: string): void
    openBlock(options: { isPre?: boolean; leadingLineBreaks?: number }): void
    closeBlock(options: { trailingLineBreaks?: number; blockTransform?(text: string): string }): void
  }
  export type FormatCallback = (
    element: DomNode,
    walk: (nodes: DomNode[], builder: Builder) => void,
    builder: Builder,
    options: object,
  ) => void
  export interface HtmlToTextOptions {
    wordwrap: false
    limits: { maxDepth: number; maxChildNodes: number; ellipsis: string }
    formatters: Record<string, FormatCallback>
    selectors: Array<{ selector: string; format?: string; options?: object }>
  }
  export function compile(options: HtmlToTextOptions): (html: string) => string
}
