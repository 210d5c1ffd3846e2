import type { Key } from 'node:readline'

const ofText = [
  'left',
  'right',
  'wordLeft',
  'wordRight',
  'toLineStart',
  'toLineEnd',
  'toStart',
  'toEnd',
  'eraseBefore',
  'eraseAfter',
  'eraseWordBefore',
  'eraseWordAfter',
  'eraseToLineStart',
  'eraseToLineEnd',
  'undo',
  'redo',
] as const

/** What a key does to a text, wherever that stands. */
export type TextCommand = (typeof ofText)[number]

/** What a key does where a text stands on a screen. */
export type Command =
  | TextCommand
  | 'up'
  | 'down'
  | 'pageUp'
  | 'pageDown'
  | 'rowStart'
  | 'rowEnd'
  | 'done'
  | 'editor'
  | 'leave'
  | 'back'
  | 'stop'
  | 'redraw'

export function isOfText(command: Command): command is TextCommand {
  return (ofText as readonly Command[]).includes(command)
}

const plainKeys: Record<string, Command> = {
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  home: 'rowStart',
  end: 'rowEnd',
  pageup: 'pageUp',
  pagedown: 'pageDown',
  backspace: 'eraseBefore',
  delete: 'eraseAfter',
  escape: 'back',
}

const controlKeys: Record<string, Command> = {
  left: 'wordLeft',
  right: 'wordRight',
  home: 'toStart',
  end: 'toEnd',
  up: 'up',
  down: 'down',
  backspace: 'eraseBefore',
  delete: 'eraseWordAfter',
  a: 'toLineStart',
  b: 'left',
  c: 'leave',
  d: 'done',
  e: 'toLineEnd',
  f: 'right',
  h: 'eraseBefore',
  k: 'eraseToLineEnd',
  l: 'redraw',
  n: 'down',
  o: 'editor',
  p: 'up',
  u: 'eraseToLineStart',
  w: 'eraseWordBefore',
  y: 'redo',
  z: 'stop',
}

const altKeys: Record<string, Command> = {
  left: 'wordLeft',
  right: 'wordRight',
  b: 'wordLeft',
  f: 'wordRight',
  d: 'eraseWordAfter',
  delete: 'eraseWordAfter',
  backspace: 'eraseWordBefore',
  escape: 'back',
}

export function commandOf({ name = '', ctrl, meta, shift, sequence }: Key): Command | undefined {
  if (sequence === '\u001f') return 'undo'
  if (name === 'tab' && shift) return 'back'
  if (meta) return altKeys[name]
  return ctrl ? controlKeys[name] : plainKeys[name]
}
