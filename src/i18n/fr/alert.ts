export const alert = {
  'alert.summary': 'faire d’une alerte de votre supervision un ticket',
  'alert.description':
    'Lit ce que disent Alertmanager, Grafana, Zabbix, Nagios ou Icinga, en JSON sur l’entrée standard ou dans des variables, et tient un ticket par problème : il s’ouvre quand le problème arrive, la suite s’y ajoute, et sa fin aussi. Une fois le ticket résolu, l’alerte suivante en ouvre un autre. Une alerte arrive toujours : ce qui est illisible ouvre un ticket avec tout son texte, et ce qui ne peut pas partir attend « ipeos draft send --all ». La commande ne pose aucune question. Elle affiche le numéro du ticket de chaque alerte ; code 7 quand certaines ne sont pas parties. Une recette par logiciel : docs/fr/monitoring.md.',
  'alert.option.input': 'un fichier à la place de l’entrée standard',
  'alert.option.format': 'sous quelle forme ; auto, par défaut, regarde d’abord les variables, puis le JSON',
  'alert.option.about': 'le matériel concerné : son nom, Computer:3, ou this-machine (cette machine)',
  'alert.option.map':
    'où se trouvent title, text, fingerprint, state, severity, alerts dans un JSON à vous (title=.check.name,alerts=.items), et quels états disent que c’est fini (recovered=ok|closed) ; plusieurs fois',
  'alert.option.map-file': 'la même chose dans un fichier, un objet JSON de ces noms',
  'alert.option.accept-recovery':
    'quand le problème est terminé et qu’une solution attend sur son ticket, l’accepter, ce qui clôt le ticket',
  'alert.option.dedupe-every':
    'une alerte qui dit la même chose que la dernière, moins de ce temps après elle (1h, 30m), est comptée sans être envoyée ; la suivante dit combien',
  'alert.option.urgency':
    'celle des tickets ouverts ; par défaut selon la gravité : critical et down sont très hautes, error haute, warning moyenne, info basse',
  'alert.option.dry-run': 'montrer ce que dit chaque alerte et ce qu’elle deviendrait ; ne rien envoyer',
  'alert.option.json': 'ce qu’est devenue chaque alerte : fingerprint, action, ticket… ; ou ces seuls champs (a,b,c)',

  'alert.nothing':
    'Aucune alerte n’est arrivée : rien sur l’entrée standard, et aucune des variables de la supervision n’est définie.',
  'alert.nothing-hint':
    'Donnez du JSON (Alertmanager, Grafana, Zabbix, ou le vôtre avec --map) sur l’entrée standard ou avec --input FICHIER, ou définissez NAGIOS_NOTIFICATIONTYPE… (Nagios), NOTIFICATIONTYPE… (Icinga), ZABBIX_EVENT_ID… (Zabbix).',
  'alert.bad-map': '--map : « {text} » ne dit pas où quelque chose se trouve.',
  'alert.map-hint':
    'Comme title=.check.name,fingerprint=.check.id,state=.status ; un chemin s’écrit .nom, .liste[0] ou ."un nom".',
  'alert.bad-path': '« {text} » n’est pas un chemin.',
  'alert.no-map': 'La correspondance est inutilisable : {reason}',
  'alert.unreadable':
    'Ce n’est pas une alerte telle qu’Alertmanager, Grafana ou Zabbix les envoient, ni telle que la correspondance le dit : un ticket la prend telle quelle.',
  'alert.unreadable-title': 'Alerte illisible',
  'alert.unreadable-text': 'La supervision a envoyé ceci, et « ipeos alert » n’a pas pu le lire :',
  'alert.untitled': 'Alerte',
  'alert.none': 'Aucune alerte là-dedans : rien à faire.',
  'alert.cut':
    '{count, plural, one {# alerte a été coupée} other {# alertes ont été coupées}} avant l’envoi (max_alerts).',
  'alert.too-many':
    'Plus de {most, number} alertes d’un coup : les premières vont chacune à leur ticket, les {count, number} autres ensemble dans un ticket qui en donne la liste.',
  'alert.too-many-title': 'Trop d’alertes d’un coup : {count, number} de plus',
  'alert.too-many-text':
    'La supervision a envoyé tant d’alertes d’un coup que seules les {most, number} premières sont allées chacune à leur ticket. {count, plural, one {L’autre est ici.} other {Les # autres sont ici, une par ligne.}}',
  'alert.too-many-over': 'finie',
  'alert.recovered': 'La supervision annonce la fin du problème.',
  'alert.no-ticket': 'Aucun ticket n’est ouvert sur ce problème : rien à compléter.',
  'alert.ticket-over': 'Le ticket n° {id} sur ce problème est clos : rien à compléter.',
  'alert.ticket-solved':
    'Le ticket n° {id} sur ce problème est résolu, et un mot refuserait sa solution : rien n’y est écrit. Avec --accept-recovery, une solution en attente est acceptée.',
  'alert.not-sent': 'Pas envoyée : {title}. {reason}',
  'alert.left':
    '{count, plural, one {# alerte sur {all} n’est pas partie} other {# alertes sur {all} ne sont pas parties}}.',
  'alert.wait': '{count, plural, one {Une alerte attend} other {# alertes attendent}} : ipeos draft send --all',
  'alert.lost': 'Perdue : {title}. {reason}',
  'alert.all-lost':
    'Ni envoyé ni gardé : {count, plural, one {# alerte sur {all}} other {# alertes sur {all}}}. C’est perdu, sauf si la supervision l’envoie de nouveau.',
  'alert.all-lost-hint': 'Nommez un dossier où les alertes peuvent attendre : IPEOS_STATE_DIR=/var/lib/ipeos',
  'alert.left-hint': 'Elles attendent sur cet ordinateur ; pour les envoyer : ipeos draft send --all',
  'alert.would.open': 'Un ticket s’ouvrirait.',
  'alert.would.add': 'Elle s’ajouterait au ticket n° {id}.',
  'alert.would.leave-out': 'Le ticket n° {id} vient d’être tenu au courant : elle serait laissée de côté.',
  'alert.would.accept': 'La solution en attente sur le ticket n° {id} serait acceptée.',
  'alert.would.nothing': 'Aucun ticket n’est ouvert sur ce problème : rien ne serait fait.',

  'alert.fact.severity': 'Gravité :',
  'alert.fact.since': 'Depuis :',
  'alert.fact.until': 'Fini depuis :',
  'alert.fact.host': 'Hôte :',
  'alert.fact.author': 'Par :',
  'alert.fact.labels': 'Étiquettes :',
  'alert.fact.values': 'Valeurs :',
  'alert.fact.source': 'Source :',
  'alert.fact.dashboard': 'Tableau de bord :',
  'alert.fact.silence': 'Pour la mettre en sourdine :',
  'alert.fact.runbook': 'Que faire :',
} as const
