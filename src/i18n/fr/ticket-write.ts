export const ticketWrite = {
  'write.option.json':
    'en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’il y en a de nommés',
  'write.option.accept': 'accepter du même coup la solution qui attend',
  'write.option.reopen': 'refuser du même coup la solution qui attend, ce qui rouvre le ticket',
  'write.accept-and-reopen': 'Une solution s’accepte ou se refuse : --accept ou --reopen, pas les deux.',
  'write.answer.question':
    'Le ticket n° {id} ({title}) est résolu, et tout envoi répond à la solution. Votre réponse :',
  'write.answer.accept': 'Accepter la solution du même coup : le ticket est clos',
  'write.answer.refuse': 'Refuser la solution du même coup : le ticket est rouvert',
  'write.answer.leave': 'En rester là : rien n’est envoyé',
  'write.answer.left': 'Rien n’a été envoyé : la solution du ticket n° {id} attend toujours votre réponse.',
  'write.answer.missing':
    'Rien n’a été envoyé : le ticket n° {id} est résolu, et un mot ou un fichier seul refuserait la solution.',
  'write.answer.missing-hint': 'Dites ce qu’il en est : --accept clôt le ticket, --reopen le rouvre.',
  'write.one-file': 'Cette plateforme prend un seul fichier avec une acceptation, et aucun ensuite.',
  'write.one-file-hint': 'Réunissez-les dans un .zip.',
  'write.files-alone': '{count, plural, one {Voir le fichier joint.} other {Voir les fichiers joints.}}',
  'write.not-read': 'C’est envoyé au ticket n° {id}, mais ce qu’il en est advenu n’a pas pu être lu.',
  'write.still-solved':
    'Votre message est sur le ticket n° {id}, mais la plateforme n’a pas pris votre réponse : la solution attend toujours.',
  'write.not-accepted':
    'Votre message est sur le ticket n° {id}, mais la solution n’est pas acceptée : le ticket avait été rouvert entre-temps.',
  'write.read-only': 'Votre profil ({profile}) permet de lire le ticket n° {id}, pas d’y écrire.',
  'write.read-only-hint': 'Vos autres profils : ipeos profile list',
  'write.opens-none': 'Votre profil ({profile}) ne permet pas d’ouvrir de ticket.',
  'write.closed': 'Le ticket n° {id} est clos : il n’accepte plus de message.',
  'write.closed-hint': 'Le problème est revenu ? Ouvrez-en un autre : ipeos ticket new',
  'write.observer':
    'Vous êtes observateur du ticket n° {id} : vous pouvez le lire, et seuls ceux qu’il concerne peuvent y écrire.',
  'write.solved': 'Le ticket n° {id} est résolu : il ne peut plus être ni modifié ni annulé.',
  'write.solved-hint':
    'Pour accepter la solution : ipeos ticket accept {id}\nPour la refuser : ipeos ticket refuse {id} -m RAISON',
  'write.written-hint': 'Dites-le sur le ticket : ipeos ticket comment {id}',
  'write.no-solution': 'Aucune solution n’attend votre réponse sur le ticket n° {id}.',
  'write.no-solution-hint': 'Voyez où il en est : ipeos ticket show {id}',
  'write.two-texts': 'Le texte est donné deux fois, par -m et par -F.',
  'write.two-texts-hint': 'Gardez l’un des deux.',
  'write.sending': 'Envoi…',

  'comment.summary': 'écrire au support sur un ticket',
  'comment.description':
    'Écrit au support sur un ticket, ou la même chose sur plusieurs. Dans un terminal, demande le texte s’il n’est pas donné ; ailleurs, il se donne en option. Sur un ticket résolu, un mot répond à la solution : la réponse est demandée, ou dite par --accept ou --reopen.',
  'comment.option.message': 'ce qu’il faut écrire',
  'comment.option.message-file': 'ce qu’il faut écrire, lu dans un fichier, ou sur l’entrée standard avec -',
  'comment.option.attach': 'un fichier à joindre, ou presse-papiers ; peut se répéter',
  'comment.question': 'Votre message sur le ticket n° {id} ({title}) :',
  'comment.text-needed': 'Il faut quelques mots.',
  'comment.missing': 'il manque le texte : -m TEXTE, ou -F FICHIER',
  'comment.done': 'Message envoyé au support (ticket n° {id}).',
  'comment.solution-waits':
    'Une solution attend toujours votre réponse.\nPour l’accepter : ipeos ticket accept {id}\nPour la refuser : ipeos ticket refuse {id} -m RAISON',

  'accept.summary': 'accepter la solution que propose le support',
  'accept.description':
    'Accepte la solution que propose le support, ce qui clôt le ticket. Un mot et des fichiers partent avec.',
  'accept.option.message': 'un mot pour le support',
  'accept.question': 'Accepter cette solution et clore le ticket n° {id} ({title}) ?',
  'accept.done': 'Solution acceptée : le ticket n° {id} est clos. Merci !',

  'refuse.summary': 'refuser la solution que propose le support',
  'refuse.description':
    'Refuse la solution que propose le support, ce qui rouvre le ticket. Il faut une raison ; dans un terminal, elle est demandée. Des fichiers partent avec.',
  'refuse.option.message': 'la raison : ce qui ne va toujours pas',
  'refuse.question': 'Refuser la solution du ticket n° {id} ({title}). Ce qui ne va toujours pas :',
  'refuse.reason-needed': 'Dites ce qui ne va pas : le support saura où reprendre.',
  'refuse.missing': 'Pour refuser, dites ce qui ne va pas : le support saura où reprendre.',
  'refuse.missing-hint': 'Par exemple : ipeos ticket refuse {id} -m RAISON',
  'refuse.done': 'Solution refusée : le ticket n° {id} est rouvert, et le support sait pourquoi.',

  'edit.summary': 'modifier un ticket où personne n’a encore écrit',
  'edit.description':
    'Modifie un ticket tant que personne, vous compris, n’y a écrit. Dans un terminal, sans option, demande quoi modifier.',
  'edit.option.title': 'le nouveau titre',
  'edit.option.description': 'la nouvelle description',
  'edit.option.description-file': 'la nouvelle description, lue dans un fichier, ou sur l’entrée standard avec -',
  'edit.option.urgency': 'la nouvelle urgence : très basse, basse, moyenne, haute, très haute, ou de 1 à 5',
  'edit.option.category': 'la nouvelle catégorie : son nom, une partie du nom, ou son numéro',
  'edit.written-by': '{author} a écrit sur le ticket n° {id} : il ne peut plus être modifié.',
  'edit.written': 'Le ticket n° {id} porte déjà un message : il ne peut plus être modifié.',
  'edit.what': 'Que faut-il modifier ?',
  'edit.what-hint': 'Donnez au moins l’une des options --title, --description, -F, --urgency, --category',
  'edit.blank-title': 'Un titre ne peut pas être vide.',
  'edit.blank-description': 'Une description ne peut pas être vide.',
  'edit.question.what': 'Que voulez-vous modifier ?',
  'edit.question.more': 'Autre chose ?',
  'edit.save': 'Enregistrer les modifications',
  'edit.choice': '{field} : {value}',
  'edit.stopped': 'Rien n’a été modifié.',
  'edit.same': 'Le ticket n° {id} est déjà ainsi : rien n’a été envoyé.',
  'edit.done': 'Le ticket n° {id} est modifié.',
  'edit.not-all': 'Le ticket n° {id} est modifié, mais la plateforme a gardé à sa façon : {fields}.',
  'edit.not-all-hint': 'Voyez ce qu’il en est : ipeos ticket show {id}',

  'cancel.summary': 'annuler un ticket où personne n’a encore écrit',
  'cancel.description':
    'Annule un ticket tant que personne, vous compris, n’y a écrit. Il est supprimé, ou clos s’il a changé depuis son ouverture. Demande confirmation.',
  'cancel.option.yes': 'sans demander confirmation',
  'cancel.question': 'Annuler le ticket n° {id} ({title}) ?',
  'cancel.question-close':
    'Annuler le ticket n° {id} ({title}) ? Il a changé depuis son ouverture : il sera clos, non supprimé.',
  'cancel.written-by': '{author} a écrit sur le ticket n° {id} : il ne peut plus être annulé.',
  'cancel.written': 'Le ticket n° {id} porte déjà un message : il ne peut plus être annulé.',
  'cancel.unconfirmed': 'Le ticket n° {id} n’est pas annulé : personne ne peut le confirmer ici.',
  'cancel.unconfirmed-hint': 'Pour l’annuler sans question : ipeos ticket cancel {id} --yes',
  'cancel.kept': 'Le ticket n° {id} reste comme il est.',
  'cancel.deleted': 'Le ticket n° {id} est annulé : il est supprimé.',
  'cancel.closed': 'Le ticket n° {id} est annulé : il est clos, car il ne pouvait plus être supprimé.',
}
