/** How a page for paper looks, on a screen too. It names nothing that would have to be fetched. */
export const printStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { max-width: 180mm; margin: 0 auto; padding: 10mm; color: #1b1b1b; background: #fff; font: 10.5pt/1.45 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 0 0 2mm; break-after: avoid; }
h1 { font-size: 17pt; }
h2 { font-size: 12.5pt; margin-top: 7mm; padding-bottom: 1mm; border-bottom: 0.3mm solid #bbb; }
h3 { font-size: 10.5pt; }
h4, h5, h6 { font-size: 10.5pt; margin-top: 3mm; }
p, ul, ol, dl, pre, blockquote, table { margin: 0 0 2.5mm; orphans: 3; widows: 3; }
.number { margin: 0 0 1mm; color: #555; }
.typed { white-space: pre-wrap; }
.head { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0.5mm 8mm; margin: 3mm 0; break-inside: avoid; }
.head div { display: grid; grid-template-columns: 32mm 1fr; }
.head dt { color: #555; }
.head dd { margin: 0; }
.address { color: #555; font-size: 9pt; }
.entry { margin: 0 0 4mm; padding-left: 4mm; border-left: 0.8mm solid #ddd; }
.entry.solution { border-left-color: #2f7d3b; }
.entry h3 span { font-weight: normal; color: #555; }
.answer { font-style: italic; }
.note { color: #555; }
.picture { color: #555; border: 0.3mm solid #ccc; padding: 0 1mm; }
a { color: inherit; }
img { max-width: 100%; max-height: 200mm; height: auto; break-inside: avoid; }
table { border-collapse: collapse; max-width: 100%; }
td, th { border: 0.3mm solid #ccc; padding: 1mm 2mm; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
pre { white-space: pre-wrap; }
pre, code, kbd { font-family: "Liberation Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 9pt; }
pre, blockquote { padding: 2mm 3mm; background: #f5f5f5; border-left: 0.8mm solid #ddd; }
footer { margin-top: 8mm; padding-top: 2mm; border-top: 0.3mm solid #bbb; color: #555; font-size: 9pt; }
@media (max-width: 600px) { body { padding: 4mm; } .head { grid-template-columns: 1fr; } }
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555; } }
@media print {
  body { max-width: none; padding: 0; }
  article + article { break-before: page; }
  .entry h3, .documents h2 { break-after: avoid; }
  pre, blockquote { background: none; }
}
`
