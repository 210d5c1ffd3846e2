import type { watch as english } from '../en/watch.ts'

export const watch: Record<keyof typeof english, string> = {
  'watch.summary': 'suivre vos tickets, ou l’un d’eux, en direct',
  'watch.description':
    'Suit ce qui arrive à partir de maintenant : nouveaux tickets, statuts, suivis, tâches, solutions et leurs réponses, documents. ' +
    'Continue quand le réseau ou la session tombe, et dit ensuite ce qui s’est passé entre-temps. Ctrl+C pour finir.',
  'watch.ticket': 'numéro ou adresse d’un ticket ; sans lui, tous les vôtres',
  'watch.option.interval':
    'à quel rythme regarder quand il se passe quelque chose, comme 30s (d’ordinaire) ou 2m ; 5s au moins',
  'watch.option.bell': 'sonner à chaque événement',
  'watch.option.exec':
    'commande à lancer à chaque événement, par le shell : l’événement en JSON sur son entrée standard, IPEOS_EVENT et IPEOS_TICKET dans son environnement ; ce qu’elle affiche va sur la sortie d’erreur',
  'watch.option.json': 'chaque événement sur une ligne de JSON ; ces champs seulement, s’il y en a',
  'watch.loading': 'Lecture de vos tickets…',
  'watch.started': 'Vos tickets sont suivis. Ctrl+C pour arrêter.',
  'watch.started-one': 'Le ticket n° {id} est suivi. Ctrl+C pour arrêter.',
  'watch.every-seconds':
    'Un regard toutes les {count, number} secondes, moins souvent tant que rien n’arrive. Autre rythme : --interval 10s',
  'watch.every-minutes':
    'Un regard toutes les {count, number} minutes, moins souvent tant que rien n’arrive. Autre rythme : --interval 10s',
  'watch.trouble': '{reason} Nouvel essai en cours…',
  'watch.back': 'La plateforme répond de nouveau.',
  'watch.event.opened': 'nouveau ticket :',
  'watch.event.status': 'statut : {from} → {to}',
  'watch.event.followup': 'suivi :',
  'watch.event.task': 'tâche :',
  'watch.event.solution': 'solution proposée :',
  'watch.event.solution-accepted': 'solution acceptée',
  'watch.event.solution-refused': 'solution refusée',
  'watch.event.document': 'document : {name}',
  'watch.command-failed': 'La commande de --exec a échoué ({reason}). Le suivi continue…',
  'watch.exit': 'code de sortie {code}',
  'watch.bad-interval': '« {value} » n’est pas un intervalle.',
  'watch.bad-interval-hint': 'Comme 30s, 2m ou 1h ; 5s au moins.',
  'watch.too-many': 'Il y a plus de {count, number} tickets : trop pour les suivre tous.',
  'watch.too-many-hint': 'Suivez-en un : ipeos ticket watch 15',
  'wait.summary': 'attendre que quelque chose arrive à un ticket',
  'wait.description':
    'Attend que le ticket soit résolu (solved), clos (closed) ou pris en charge (taken), ou que quelqu’un d’autre y écrive un suivi ou propose une solution (reply). Code de sortie 0 quand c’est arrivé, 6 quand le temps est écoulé. Une plateforme injoignable au départ donne 6 aussi : avec --json, seul un temps écoulé affiche « happened » à false.',
  'wait.option.until': 'ce qui doit arriver',
  'wait.option.timeout':
    'combien de temps attendre au plus, comme 90s, 10m, 2h ou 1d ; 0 : un seul regard ; sans lui, aussi longtemps qu’il faut',
  'wait.option.json': 'en JSON : comment l’attente a fini ; avec ces champs seulement, s’il y en a de nommés',
  'wait.bad-until': '« {value} » ne s’attend pas.',
  'wait.no-until': 'Attendre quoi ? Il manque --until.',
  'wait.bad-timeout': '« {value} » n’est pas une durée.',
  'wait.bad-timeout-hint': 'Comme 90s, 10m, 2h ou 1d ; 0 : un seul regard.',
  'wait.happened.solved': 'Le ticket n° {id} est résolu.',
  'wait.happened.closed': 'Le ticket n° {id} est clos.',
  'wait.happened.reply': 'Le ticket n° {id} a une réponse : ipeos ticket show {id}',
  'wait.happened.taken': 'Le ticket n° {id} est pris en charge.',
  'wait.not-now.solved': 'Le ticket n° {id} n’est pas résolu.',
  'wait.not-now.closed': 'Le ticket n° {id} n’est pas clos.',
  'wait.not-now.reply': 'Pas de nouvelle réponse sur le ticket n° {id}.',
  'wait.not-now.taken': 'Personne n’a pris en charge le ticket n° {id}.',
  'wait.time-up.solved': 'Après {time}, le ticket n° {id} n’est toujours pas résolu.',
  'wait.time-up.closed': 'Après {time}, le ticket n° {id} n’est toujours pas clos.',
  'wait.time-up.reply': 'Après {time}, personne n’a répondu sur le ticket n° {id}.',
  'wait.time-up.taken': 'Après {time}, personne n’a pris en charge le ticket n° {id}.',
  'wait.time-up-hint': 'Pour voir où il en est : ipeos ticket show {id}',
}
