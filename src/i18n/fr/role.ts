import type { role as english } from '../en/role.ts'

export const role: Record<keyof typeof english, string> = {
  'role.no-profile': 'Vous n’avez pas, ou plus, le profil n° {id} sur cette plateforme.',
  'role.no-profile.hint': 'Voir les vôtres : ipeos profile list',
  'role.no-entity': 'Votre profil n’a pas, ou plus, l’entité n° {id}.',
  'role.no-entity.hint': 'Voir les vôtres : ipeos entity list',
}
