export const print = {
  'show.option.html': 'write one page of HTML, to be printed: it loads nothing, and is whole by itself',
  'show.option.output': 'file for that page; without it, standard output',
  'show.not-rated': 'not given yet',
  'print.printed': 'Made by ipeos, {when}',
  'print.pictures': 'Fetching the pictures…',
  'print.without-pictures':
    'Ticket no. {id}: {count, plural, one {a picture cannot be had, and is} other {# pictures cannot be had, and are}} only named.',
  'print.html-and-form': '--html makes a page of its own, so {other} can’t go with it.',
  'print.html-and-form-hint': 'Keep one of them.',
  'print.file-without-html': '-o names the file of --html, which is not there.',
  'print.file-without-html-hint': 'To print it: ipeos ticket show 15 --html -o ticket-15.html',
}
