export const output = {
  'output.option.json': 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)',
  'output.option.format': 'sous quelle forme',
  'output.option.columns': 'ces colonnes seulement, dans cet ordre',
  'output.option.json-schema': 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre',
  'output.json-and-columns': '--columns et --json choisissent tous deux les champs.',
  'output.json-and-columns.hint': 'Gardez l’un des deux.',
  'output.json-and-format': '--json ne peut pas s’écrire en {format}.',
  'output.json-and-format.hint': 'Pour une autre forme, --columns choisit les colonnes.',
  'output.fields': 'Champs :',
}
