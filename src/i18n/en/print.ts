export const print = {
  'show.option.html': 'write one page of HTML, to be printed: it loads nothing, and is whole by itself',
  'show.option.output': 'file for that page, “name (2)” where there is one already; - is standard output',
  'show.option.force': 'with -o, overwrite a file of the same name',
  'show.not-rated': 'not given yet',
  'print.printed': 'Made by ipeos, {when}',
  'print.pictures': 'Fetching the pictures…',
  'print.without-pictures':
    'Ticket no. {id}: {count, plural, one {a picture cannot be had, and is} other {# pictures cannot be had, and are}} only named.',
  'print.html-and-form': '--html makes a page of its own, so {other} can’t go with it.',
  'print.html-and-form-hint': 'Keep one of them.',
  'print.to-terminal': 'A page of HTML is for a browser: nobody reads it on a terminal.',
  'print.to-terminal-hint': 'Name a file: ipeos ticket show {tickets} --html -o {page}',
  'print.file-without-html': '{option} is about the file of --html, which is not there.',
  'print.file-without-html-hint': 'To print it: ipeos ticket show 15 --html -o ticket-15.html',
}
