export const output = {
  'output.option.json': 'as JSON: all fields, or those named (id,title…)',
  'output.option.format': 'how to write it',
  'output.option.columns': 'these columns only, in this order',
  'output.option.json-schema': 'print the JSON Schema of what --json gives, and stop',
  'output.json-and-columns': '--columns and --json both choose fields.',
  'output.json-and-columns.hint': 'Keep one of them.',
  'output.json-and-format': '--json can’t be written as {format}.',
  'output.json-and-format.hint': 'Choose the columns of another format with --columns.',
  'output.fields': 'Fields:',
} as const
