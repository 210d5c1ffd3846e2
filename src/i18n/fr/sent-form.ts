export const sentForm = {
  'new.dropped': 'Le ticket n° {id} est enregistré, mais sans tout ce qui était demandé.',
  'new.dropped-hint': 'Pour le dire au support : ipeos ticket comment {id}',
  'new.dropped.observer': '{name} n’en est pas observateur.',
  'new.dropped.observer-silence': '{name} en reçoit quand même les courriels.',
  'new.told.observer': '{name} n’est pas observateur : ce formulaire l’écrit seulement dans le ticket.',
  'new.told.item': '« {name} » n’est pas rattaché : ce formulaire l’écrit seulement dans le ticket.',
  'new.dropped.item': '« {name} » n’y est pas rattaché.',
  'new.dropped.location': 'Le lieu « {name} » n’a pas été retenu.',
  'new.dropped.notification': 'Vous n’en êtes pas tenu informé par courriel.',
  'new.dropped.silence': 'Vous en êtes tout de même tenu informé par courriel.',
  'new.dropped.on-behalf-of': 'Le ticket n’est pas pour {name}, mais pour vous.',
  'new.dropped.notification-of': '{name} n’en est pas tenu au courant par courriel.',
  'new.dropped.silence-of': '{name} en est tout de même tenu au courant par courriel.',
  'new.dropped.address': 'Les courriels à son sujet ne vont pas à {email}.',
  'new.also-saved': 'Le ticket n° {id} en est issu lui aussi.',
  'new.unseen':
    'Vos réponses à « {form} » sont arrivées, sous le nom « {name} ». Ce qu’elles deviennent n’est pas montré à votre compte.',
  'new.unseen-file': '{name} n’est parti nulle part.',
  'new.unseen-files':
    'Vos réponses sont arrivées, mais {count, plural, one {pas un fichier : le formulaire n’a pas de place pour lui} other {pas # fichiers : le formulaire n’a pas de place pour eux}}.',
  'new.unseen-files-hint': 'Remettez-les au support d’une autre façon.',
  'draft.question-gone': 'Le formulaire ne demande plus « {label} ».',
  'draft.question-changed': 'Le formulaire demande maintenant « {now} », et non plus « {label} ».',
  'draft.option-gone': '« {label} » ne propose plus « {option} ».',
  'draft.delegate-gone': 'Le formulaire ne peut plus être envoyé pour {name}.',
  'draft.other-form': 'Ces réponses appartiennent à un autre formulaire, « {title} ».',
  'draft.perhaps-submitted':
    'Le site n’a pas répondu, et a peut-être tout de même vos réponses à « {title} » : ce que fait ce formulaire ne se voit pas d’ici. Elles ne partent pas deux fois d’elles-mêmes.',
  'draft.perhaps-hint': 'Demandez au support si elles sont arrivées avant de les envoyer à nouveau.',
  'draft.send.option.again':
    'des réponses à un formulaire restées sans réponse, et qui ne se retrouvent pas : encore une fois, quitte à ce que le site les ait déjà',
  'draft.nothing-in-doubt':
    'Du brouillon {id}, on sait où il en est : --again vaut pour des réponses à un formulaire dont on ne le sait pas.',
  'draft.again-which': 'Dites quel brouillon envoyer encore une fois.',
  'draft.form': 'Formulaire',
  'draft.on-behalf-of': 'Pour',
  'draft.again-hint':
    'Demandez au support si elles sont arrivées. Pour les envoyer encore une fois malgré tout : {command}',
  'draft.form-without-text':
    'Le formulaire « {title} » n’a pas de texte long, seul endroit où --dedupe peut garder sa clé : rien n’a été envoyé.',
  'draft.form-without-text-hint':
    'Sans --dedupe, il peut partir ; ou bien nommez un autre formulaire : ipeos form list',
  'draft.answer-line': '{question} : {answer}',
  'draft.answer-lines': '{question} :\n{answer}\n',
  'draft.noted-form': 'le formulaire « {title} » ne l’a pas pris : {reason}',
  'draft.mark-in-title':
    'Le titre du ticket n° {id} montre une marque d’ipeos, « <!-- ipeos:… --> » : le formulaire « {title} » fait ses titres de son texte long. Merci de le signaler à qui s’occupe du site.',
}
