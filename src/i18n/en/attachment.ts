/** Questions about files, and the clipboard. */
export const attachment = {
  'files.question': 'File to attach',
  'files.question-aside': '{limit} at most; Enter for none',
  'files.needed-aside': '{limit} at most',
  'files.another': 'Another file',
  'files.another-aside': 'Enter when done',
  'files.answered': '{count, plural, =0 {Files: none} one {File: {names}} other {Files: {names}}}',
  'files.taken': 'Attached: {name}',
  'files.removed': 'No longer attached: {name}',
  'files.numbered': '{number}. {name}',
  'files.one': '{name} ({size})',
  'files.more': '{count, plural, one {… and one more} other {… and # more}}',
  'files.hint': 'Tab completes • Ctrl+V or “clipboard” takes a copied screenshot',
  'files.hint-plain':
    'A line may name several; “clipboard” takes a copied screenshot, -1 takes the first one off again.',
  'files.hint-remove': '↑ to remove one',
  'files.hint-focus': '⌫ remove • ↓ back to typing',
  'files.no-completion': 'Nothing here begins like that.',
  'files.looking': 'Looking…',
  'files.needed': 'The platform wants a file with this request.',
  'attach.file-needed': 'At least one file is needed; Ctrl+C to stop.',
  'files.twice': '{name} is in the list already.',
  'files.same-content': '{name} is the same as {other}, under another name: it is not taken twice.',
  'clipboard.name': 'screenshot-{moment}.{extension}',
  'clipboard.reading': 'Reading the clipboard…',
  'clipboard.text': 'The clipboard holds text, not an image: take a screenshot, or copy an image, then try again.',
  'clipboard.empty': 'The clipboard holds no image: take a screenshot, or copy an image, then try again.',
  'clipboard.not-image': 'What the clipboard holds is neither PNG nor JPEG: save it to a file, and attach that.',
  'clipboard.too-big':
    'What the clipboard holds is larger than {limit, number} MB: copy a smaller part of the screen, then try again.',
  'clipboard.no-display':
    'There is no clipboard here, as over SSH or in a console: save the screenshot to a file, and attach that.',
  'clipboard.no-program':
    'To read the clipboard, install {program} (sudo apt install {program}), or attach a saved file.',
  'clipboard.silent': '{program} does not answer: copy the image again, or save it to a file, and attach that.',
} as const
