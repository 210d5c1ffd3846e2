export const file = {
  'file.missing': '{path}: there is no such file.',
  'file.unreadable': '{path} can’t be read ({reason}).',
  'file.folder': '{path} is a folder; only files can be sent.',
  'file.special': '{path} is not a plain file; only files can be sent.',
  'file.not-text': '{path} is not UTF-8 text.',
  'file.read-as-windows': 'This text is not UTF-8: it is read as Windows-1252 (Latin-1).',
  'file.input-mended':
    'What came on standard input is not all UTF-8 text: what could not be read is shown as �, or left out.',
  'file.input-cut':
    'What came on standard input is too long for a ticket: its middle is left out ({left, number} characters of {length, number}). To send all of it: --attach FILE',
  'file.left-out': '[… {left, number} characters left out …]',
  'file.input-not-text': 'What came on standard input is not UTF-8 text.',
  'file.empty': '{path} is empty.',
  'file.too-big': '{path} is {size, number} MB; the platform takes {limit, number} MB at most.',
  'file.not-a-folder': '{path} is not a folder.',
  'file.cannot-write': '{path} can’t be written ({reason}).',
  'file.cannot-write-hint': 'Check the folder, its rights and the room on the disk, or name another one: -o FOLDER',
  'file.damaged': '“{name}” arrived damaged, and was not kept.',
  'file.damaged-hint': 'Fetch it again; if it goes on, tell support.',
} as const
