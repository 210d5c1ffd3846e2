import type { word as english } from '../en/word.ts'

export const word: Record<keyof typeof english, string> = {
  'word.status.new': 'nouveau',
  'word.status.assigned': 'pris en charge',
  'word.status.planned': 'planifié',
  'word.status.pending': 'en attente',
  'word.status.solved': 'résolu',
  'word.status.closed': 'clos',
  'word.urgency.very-low': 'Très basse',
  'word.urgency.low': 'Basse',
  'word.urgency.medium': 'Moyenne',
  'word.urgency.high': 'Haute',
  'word.urgency.very-high': 'Très haute',
  'word.type.incident': 'Incident',
  'word.type.request': 'Demande',
  'word.solution.none': 'pour information',
  'word.solution.waiting': 'attend votre réponse',
  'word.solution.accepted': 'acceptée',
  'word.solution.refused': 'refusée',
  'word.task.information': 'information',
  'word.task.to-do': 'à faire',
  'word.task.done': 'faite',
}
