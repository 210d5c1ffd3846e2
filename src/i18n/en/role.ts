export const role = {
  'role.no-profile': 'You do not have the profile no. {id} on this platform, or no longer.',
  'role.no-profile.hint': 'See yours: ipeos profile list',
  'role.no-entity': 'Your profile does not have the entity no. {id}, or no longer.',
  'role.no-entity.hint': 'See yours: ipeos entity list',
} as const
