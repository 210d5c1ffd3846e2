export const file = {
  'file.missing': '{path}: there is no such file.',
  'file.unreadable': '{path} can’t be read ({reason}).',
  'file.folder': '{path} is a folder; only files can be sent.',
  'file.special': '{path} is not a plain file; only files can be sent.',
  'file.not-text': '{path} is not UTF-8 text.',
  'file.empty': '{path} is empty.',
  'file.too-big': '{path} is {size, number} MB; the platform takes {limit, number} MB at most.',
} as const
