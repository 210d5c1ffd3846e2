export const platform = {
  'platform.wrong-url': '« {url} » n’est pas l’adresse d’une plateforme.',
  'platform.wrong-url.hint': 'Donnez-la ainsi : ipeos login --url https://support.example.com',

  'platform.wrong-password': 'La plateforme n’accepte pas cet identifiant avec ce mot de passe.',
  'platform.wrong-password.hint':
    'Essayez encore : ipeos login\nMot de passe oublié : ipeos password reset\nAuthentification unique, sans mot de passe du site : ipeos login --web\nIdentifiant oublié : il est sur votre fiche d’information\nTout est perdu : ipeos account recover',
  'platform.password-expired':
    'Votre mot de passe a expiré sur la plateforme : elle en demande un nouveau avant toute autre chose.',
  'platform.password-expired.hint': 'Pour en choisir un nouveau : ipeos password change',
  'platform.account-off':
    'La plateforme dit que ce compte a été désactivé ou supprimé. C’est aussi ce qu’elle fait quelque temps après l’expiration d’un mot de passe.',
  'platform.account-off.hint':
    'Demandez au support de le réactiver : ipeos account recover\nOu par téléphone : ipeos contact',
  'platform.wrong-token':
    'La plateforme n’accepte pas ce jeton personnel : il est faux ou a été révoqué, ou bien le site n’en accepte aucun.',
  'platform.wrong-token.hint':
    'Prenez celui d’aujourd’hui sur sa page : ipeos login --web\nDans un script : ipeos login --token-stdin\nSi c’est bien le bon, demandez au support si les jetons sont activés.',
  'platform.credentials-off': 'La plateforme n’autorise pas l’API avec un mot de passe.',
  'platform.credentials-off.hint':
    'Prenez votre jeton personnel sur sa page : ipeos login --web\nDans un script : ipeos login --token-stdin',
  'platform.session-refused': 'La plateforme a ouvert une session, puis l’a refusée.',
  'platform.session-refused.hint': 'Reconnectez-vous : ipeos login\nSi cela persiste : ipeos doctor',
  'platform.app-token-missing': 'La plateforme demande un jeton d’application.',
  'platform.app-token-missing.hint': 'Demandez-le au support, puis : ipeos login --app-token JETON',
  'platform.app-token-wrong': 'La plateforme n’accepte pas ce jeton d’application.',
  'platform.app-token-wrong.hint': 'Demandez-le au support, puis : ipeos login --app-token JETON',

  'platform.too-old': 'La plateforme est en GLPI {version}, et il faut GLPI 10 ou 11.',
  'platform.too-old.hint':
    'Demandez au support quand elle sera mise à jour ; d’ici là, le site marche dans un navigateur.',
  'platform.api-off': 'L’API de {host} est désactivée.',
  'platform.api-off.hint': 'Demandez au support d’activer l’API REST (Configuration → Générale → API).',
  'platform.authorization-stripped':
    'L’identification est bien partie, mais {host} ne l’a pas reçue : un proxy retire l’en-tête Authorization en chemin.',
  'platform.authorization-stripped.hint':
    'Signalez-le au support : le serveur web doit transmettre l’en-tête Authorization à GLPI.',
  'platform.address-refused': 'La plateforme n’accepte pas les appels depuis cette adresse IP.',
  'platform.address-refused.hint':
    'Passez par le réseau ou le VPN de votre entreprise, ou demandez au support d’ajouter votre adresse.',
  'platform.not-allowed': 'Votre profil ne vous permet pas cela sur la plateforme.',
  'platform.not-allowed.hint':
    'L’administrateur de votre entité, ou de la plateforme, peut l’accorder.\nQui vous y êtes : ipeos whoami\nVos autres profils : ipeos profile list',
  'platform.not-found': 'La plateforme n’a pas cet élément, ou pas pour vous.',
  'platform.article-not-found': 'L’article {id} n’existe pas, ou n’est pas dans votre FAQ.',
  'platform.article-not-found.hint': 'Voyez les articles : ipeos faq list',
  'platform.no-reservation': 'Votre profil ({profile}) ne permet pas de réserver.',
  'platform.no-reservation.hint': 'Le support peut vous en donner le droit : ipeos ticket new',
  'platform.reservation-stays': 'La plateforme ne vous laisse pas annuler la réservation {id} d’ici.',
  'platform.reservation-stays.hint': 'Le support peut l’annuler pour vous : {url}',
  'platform.reservation-not-found': 'La réservation {id} n’existe pas, ou n’existe plus.',
  'platform.reservation-not-found.hint': 'Voyez les vôtres : ipeos reservation list',
  'platform.calendar-hidden': 'La plateforme ne montre pas les réservations à ce compte.',
  'platform.calendar-hidden.hint': 'Le support peut vous en donner le droit : ipeos ticket new',
  'platform.ticket-not-found': 'Le ticket {id} n’existe pas, ou n’est pas l’un des vôtres.',
  'platform.ticket-not-found.hint': 'Voyez les vôtres : ipeos ticket list --status all',
  'platform.ticket-fixed':
    'La plateforme ne vous laisse ni modifier ni annuler le ticket n° {id} : il porte sans doute déjà un mot que vous ne voyez pas.',
  'platform.not-settable': 'La plateforme ne vous laisse rien changer de tout cela au ticket n° {id}.',
  'platform.followup-refused': 'La plateforme n’accepte plus cela sur le ticket n° {id} : {message}',
  'platform.followup-refused.hint': 'Voyez où il en est : ipeos ticket show {id}',
  'platform.document-not-found': 'La plateforme n’a plus le document {id}.',
  'platform.document-not-found.hint': 'Demandez au support de le joindre à nouveau.',
  'platform.document-refused': 'La plateforme ne donne pas le document {id} à votre profil.',
  'platform.document-refused.hint': 'Demandez-le au support.',
  'platform.refused': 'La plateforme a refusé : {message}',
  'platform.refused-silently': 'La plateforme a refusé, sans dire pourquoi (code {status}).',
  'platform.refused.hint': 'Pour voir l’échange, relancez la même commande avec --debug.',

  'platform.not-api': '{url} répond par une page web, pas par l’API de la plateforme.',
  'platform.not-api-titled': '{url} répond par une page web (« {title} »), pas par l’API de la plateforme.',
  'platform.not-api.hint': 'Maintenance, ou mauvaise adresse ? Voyez ce qui répond : ipeos doctor',
  'platform.not-api-titled.hint': 'Maintenance, ou mauvaise adresse ? Voyez ce qui répond : ipeos doctor',
  'platform.redirected': '{host} nous renvoie ailleurs : {target}',
  'platform.redirected.hint': 'Si vous avez confiance en cette adresse, connectez-vous-y : ipeos login --url {target}',
  'platform.broken-answer': 'La réponse de {host} est arrivée abîmée ou incomplète.',
  'platform.broken-answer.hint': 'Réessayez dans un moment ; si cela persiste : ipeos doctor',
  'platform.unexpected-answer': 'La réponse de la plateforme n’est pas celle attendue ({what} : {where}).',
  'platform.unexpected-answer.hint': 'Relancez la même commande avec --debug, et envoyez au support ce qui s’affiche.',
  'platform.answer-too-big': 'La réponse de {host} dépasse {megabytes, number} Mo : elle n’a pas été lue.',
  'platform.answer-too-big.hint':
    'Pour une liste, demandez-en moins à la fois avec --limit ; sinon, prévenez le support.',
  'platform.outsized-answer': 'La réponse de {host} est démesurée : elle n’a pas été lue.',
  'platform.outsized-answer.hint': '{host} est-il bien votre plateforme ? Si oui, prévenez le support.',
  'platform.list-too-big': 'Une liste de {host} dépasse {megabytes, number} Mo : la lecture s’est arrêtée là.',
  'platform.list-too-big.hint': 'Demandez-en moins : -f range=0-999, ou une recherche avec forcedisplay.',
  'platform.endless-list': 'Une liste de {host} n’en finit pas : elle a été abandonnée.',
  'platform.endless-list.hint': '{host} est-il bien votre plateforme ? Si oui, prévenez le support.',
  'platform.server-error': '{host} a lui-même un problème (erreur {status}).',
  'platform.server-error.hint': 'Réessayez dans quelques minutes.',
  'platform.too-many-requests': '{host} nous demande de ralentir.',
  'platform.too-many-requests.hint':
    '{seconds, plural, =0 {Attendez une minute, puis réessayez.} one {Réessayez dans # seconde.} other {Réessayez dans # secondes.}}',

  'platform.unknown-host': 'Aucun serveur ne s’appelle {host}.',
  'platform.unknown-host.hint': 'Vérifiez votre réseau et l’orthographe, puis : ipeos login --url ADRESSE',
  'platform.connection-refused': '{host} refuse la connexion.',
  'platform.connection-refused.hint': 'Vérifiez l’adresse, port compris ; pour voir ce qui bloque : ipeos doctor',
  'platform.no-route': 'Le réseau ne trouve pas de chemin vers {host}.',
  'platform.no-route.hint': 'Vérifiez votre réseau ou votre VPN ; pour voir ce qui bloque : ipeos doctor',
  'platform.time-out': '{host} n’a pas répondu en {seconds, plural, one {# seconde} other {# secondes}}.',
  'platform.time-out.hint': 'Patientez plus longtemps (--timeout 60), ou voyez ce qui bloque : ipeos doctor',
  'platform.connection-cut': 'La connexion à {host} a été coupée avant la fin de la réponse.',
  'platform.connection-cut.hint': 'Réessayez ; si cela persiste : ipeos doctor',
  'platform.not-http': 'Ce qui répond sur {host} ne parle pas HTTP.',
  'platform.not-http.hint': 'Vérifiez l’adresse et son port ; pour voir ce qui bloque : ipeos doctor',
  'platform.network': 'La connexion à {host} a échoué ({reason}).',
  'platform.network.hint': 'Pour voir ce qui bloque : ipeos doctor',
  'platform.proxy-refused': 'Le proxy refuse de nous laisser passer vers {host}.',
  'platform.proxy-refused.hint': 'Vérifiez HTTPS_PROXY (avec identifiant et mot de passe s’il en demande) et NO_PROXY.',
  'platform.certificate-expired':
    'Le certificat de {host} n’est plus valable : il l’était jusqu’au {until}. L’horloge de cet ordinateur dit {now}.',
  'platform.certificate-early':
    'Le certificat de {host} n’est pas encore valable : il le sera à partir du {from}. L’horloge de cet ordinateur dit {now}.',
  'platform.certificate-expired.hint': 'Vérifiez la date de votre ordinateur ; pour en voir plus : ipeos doctor',
  'platform.certificate-unknown': 'Le certificat de {host} n’est signé par personne que cet ordinateur connaisse.',
  'platform.certificate-unknown.hint':
    'Si votre entreprise a sa propre autorité, indiquez son certificat : IPEOS_CA_FILE=/chemin/vers/autorite.pem',
  'platform.certificate-wrong-host': 'Le certificat reçu n’a pas été établi pour {host}.',
  'platform.certificate-wrong-host.hint': 'Vérifiez l’adresse : ipeos login --url ADRESSE',
  'platform.tls': 'Impossible d’établir une connexion sécurisée avec {host} ({reason}).',
  'platform.tls.hint': 'Vérifiez l’adresse (https ? le bon port ?) ; pour voir ce qui bloque : ipeos doctor',
  'platform.ca-file': '{file} ne se lit pas comme un fichier de certificats (PEM).',
  'platform.ca-file.hint': 'Vérifiez IPEOS_CA_FILE, ou « ca » dans settings.json.',

  'platform.too-big-for-server': '{host} n’accepte rien d’aussi gros.',
  'platform.too-big-for-server.hint': 'Réduisez le fichier, ou découpez-le.',
  'platform.file-too-big': 'La plateforme n’a pas pris « {name} » : il dépasse sa limite de {megabytes, number} Mo.',
  'platform.file-too-big.hint': 'Réduisez-le ou compressez-le, puis : ipeos ticket attach {ticket} FICHIER',
  'platform.file-type': 'La plateforme n’a pas pris « {name} » : elle refuse sans doute les fichiers de ce type.',
  'platform.file-type.hint': 'Mettez-le dans un .zip, puis : ipeos ticket attach {ticket} FICHIER.zip',
  'platform.file-type-or-size':
    'La plateforme n’a pas pris « {name} » ({megabytes, number} Mo) : elle refuse les fichiers de ce type, ou de cette taille.',
  'platform.file-type-or-size.hint':
    'Réduisez-le, ou mettez-le dans un .zip, puis : ipeos ticket attach {ticket} FICHIER',
  'platform.file-refused': 'La plateforme n’a pas pris « {name} » : {message}',
  'platform.file-refused.hint':
    'Sous une autre forme, il passera peut-être, par exemple en .zip : ipeos ticket attach {ticket} FICHIER',
  'platform.file-changed': '« {name} » a changé pendant l’envoi.',
  'platform.file-changed.hint': 'Renvoyez-le une fois complet : ipeos ticket attach {ticket} FICHIER',
  'platform.file-unreadable': '« {name} » n’a pas pu être lu jusqu’au bout ({reason}).',
  'platform.file-unreadable.hint': 'Vérifiez le fichier, puis : ipeos ticket attach {ticket} FICHIER',

  'platform.notifications-off':
    'La plateforme n’envoie pas de courriels : elle ne peut pas réinitialiser un mot de passe ainsi.',
  'platform.notifications-off.hint': 'Demandez un nouveau mot de passe à votre support : ipeos account recover',
  'platform.reset-token': 'Ce lien ou ce code est périmé, ou n’est pas celui de cette adresse.',
  'platform.reset-token.hint': 'Demandez un nouveau courriel : ipeos password reset',
  'platform.equipment-key': '« {key} » ne désigne pas un matériel.',
  'platform.equipment-key.hint': 'Voyez les vôtres : ipeos ticket form',

  'form.no-cookie':
    'Le site ne dit pas sous quel nom il garde ses sessions : son formulaire de ticket ne peut pas être lu.',
  'form.page-refused': 'Le site ne montre pas son formulaire de ticket à ce compte.',
  'form.page-failed': 'La page du formulaire de ticket a elle-même un problème (erreur {status}).',
  'form.page-unknown': 'La page du formulaire de ticket n’est pas celle attendue.',
  'form.too-many-categories': 'Le formulaire de ticket a plus de catégories qu’un formulaire ne peut en avoir.',
  'form.categories-refused': 'Le formulaire de ticket ne donne pas ses catégories.',
}
