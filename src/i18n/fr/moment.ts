export const moment = {
  'moment.not-understood': '« {text} » n’est pas une date que je comprends.',
  'moment.partly': 'Je ne comprends pas « {rest} » dans « {text} ».',
  'moment.no-such-day': '« {text} » : cette date n’existe pas.',
  'moment.no-such-hour': '« {text} » : cette heure n’existe pas.',
  'moment.other-weekday': '« {text} » : ce jour-là est un {weekday}.',
  'moment.examples': 'Par exemple : demain 14h, lundi 9h30, 10/01/2027 9h, +2h, 2027-01-10 09:00.',
}
