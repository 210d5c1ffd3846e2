import type { terminal as english } from '../en/terminal.ts'

export const terminal: Record<keyof typeof english, string> = {
  'terminal.yes': 'Oui',
  'terminal.no': 'Non',
  'terminal.yes-or-no': 'Répondez par « {yes} » ou « {no} ».',
  'terminal.select-help': '↑↓ se déplacer • ⏎ choisir',
  'terminal.search-help': 'tapez pour chercher • ↑↓ se déplacer • ⏎ choisir',
  'terminal.nothing-matches': 'Rien ne correspond.',
  'terminal.text-help': 'Entrée : nouvelle ligne • Ctrl+D : terminer',
  'terminal.text-help-with-editor': 'Entrée : nouvelle ligne • Ctrl+D : terminer • Ctrl+O : continuer dans {editor}',
  'terminal.cancelled': 'Annulé.',
  'terminal.hidden': '[masqué]',
  'terminal.not-valid': 'Cette réponse ne convient pas.',
  'terminal.no-editor': 'Aucun éditeur n’est choisi.',
  'terminal.no-editor-hint': 'Indiquez le vôtre, par exemple : export EDITOR=nano',
  'terminal.editor-failed': 'L’éditeur « {editor} » a échoué : {reason}.',
  'terminal.editor-failed-hint': 'Donnez à EDITOR un éditeur qui fonctionne, par exemple : export EDITOR=nano',
  'terminal.editor-exit': 'il s’est terminé avec le code {code}',
  'terminal.editor-opens': 's’ouvre dans {editor}…',
  'terminal.editor-again': 'Rouvrir l’éditeur ?',
}
