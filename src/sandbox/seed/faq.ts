import { createHash } from 'node:crypto'
import type { ServerTime } from '../server-time.ts'
import type { Store } from '../store/store.ts'

/** The articles of the FAQ, one that is not in it, and one for the people of ACME. */
export function seedFaq(store: Store, time: ServerTime): void {
  const date = time.now()
  const common = { users_id: 2, view: 0, date_creation: date, date_mod: date }
  for (const [name, category, answer, file] of ARTICLES) {
    const { id } = store.add('KnowbaseItem', { name, answer, category, is_faq: 1, ...common })
    if (file) attach(store, id, date, file)
  }
  store.add('KnowbaseItem', {
    ...{ name: 'Procédure d’astreinte (interne)', answer: '<p>Réservé au support.</p>' },
    ...{ is_faq: 0, ...common },
  })
  store.add('KnowbaseItem', {
    ...{ name: 'Joindre l’astreinte d’ACME', answer: '<p>Réservé à ACME : demandez le poste 12.</p>' },
    ...{ is_faq: 1, category: 'Téléphonie', entities_id: 2, ...common },
  })
}

function attach(store: Store, articleId: number, date: string, [filename, text]: [string, string]): void {
  const bytes = Buffer.from(text)
  const sha1sum = createHash('sha1').update(bytes).digest('hex')
  store.keepDocument(sha1sum, bytes)
  const { id } = store.add('Document', {
    ...{ entities_id: 0, name: filename, filename, mime: 'text/plain', sha1sum, users_id: 2 },
    ...{ is_deleted: 0, date_creation: date, date_mod: date },
  })
  const link = { documents_id: id, itemtype: 'KnowbaseItem', items_id: articleId }
  store.add('Document_Item', { ...link, users_id: 2, date_creation: date })
}

type Article = [title: string, category: string, html: string, file?: [name: string, text: string]]

const ARTICLES: Article[] = [
  [
    'Comment réinitialiser mon mot de passe ?',
    'Compte',
    '<p>Allez sur <a href="https://support.example/front/lostpassword.php">Mot de passe oublié</a>.</p>',
  ],
  [
    'Configurer Zimbra sur Thunderbird',
    'Messagerie',
    '<h2>IMAP</h2><ul><li>serveur : imap.example</li><li>port : 993</li></ul>',
    ['réglages-zimbra.txt', 'IMAP : imap.example, port 993, SSL/TLS\nSMTP : smtp.example, port 465, SSL/TLS\n'],
  ],
  [
    'Mon site web affiche une erreur 503 : que vérifier ?',
    'Hébergement > Site web',
    `<p>Une erreur <strong>503</strong> dit que le serveur est là, mais qu’il ne peut pas répondre pour l’instant.</p>
<ol>
<li>Rechargez la page au bout d’une minute : un redémarrage est peut-être en cours.</li>
<li>Notez <em>l’adresse exacte</em> et l’heure à laquelle l’erreur est apparue.</li>
<li>Regardez si toutes les pages sont touchées, ou seulement l’administration.</li>
<li>Ouvrez un ticket dans <strong>Hébergement &gt; Site web</strong> avec ces éléments.</li>
</ol>
<p>Si le site est en vente ou en paiement, choisissez l’urgence <strong>Haute</strong>.</p>`,
  ],
  [
    'Ajouter ou modifier un enregistrement DNS',
    'Hébergement > DNS & domaines',
    `<p>Pour chaque enregistrement, indiquez dans votre ticket :</p>
<table>
<tr><th>Champ</th><th>Exemple</th></tr>
<tr><td>Nom</td><td><code>boutique.exemple.fr</code></td></tr>
<tr><td>Type</td><td>A, AAAA, CNAME, MX ou TXT</td></tr>
<tr><td>Valeur</td><td><code>203.0.113.10</code></td></tr>
<tr><td>Durée de vie</td><td>3600 secondes</td></tr>
</table>
<p>Un changement met jusqu’à quatre heures pour être vu partout.</p>`,
  ],
  [
    'Je ne reçois plus mes courriels',
    'Messagerie',
    `<p>Dans l’ordre, vérifiez :</p>
<ul>
<li>le dossier <strong>Indésirables</strong> ;</li>
<li>la place qui reste : au-delà de 95 % du quota, les messages sont refusés ;</li>
<li>vos <strong>filtres</strong> et vos règles de redirection ;</li>
<li>le message d’erreur reçu par l’expéditeur, à joindre au ticket.</li>
</ul>
<p>Ouvrez ensuite un ticket dans la catégorie <strong>Messagerie</strong>.</p>`,
  ],
  [
    'Renvoyer son téléphone vers un mobile',
    'Téléphonie',
    `<p>Décrochez, puis composez :</p>
<ul>
<li><code>*21*</code> suivi du numéro et de <code>#</code> : renvoi de tous les appels ;</li>
<li><code>*61*</code> suivi du numéro et de <code>#</code> : renvoi sans réponse ;</li>
<li><code>#21#</code> : fin du renvoi.</li>
</ul>
<p>Sans tonalité, l’appareil n’est pas enregistré : débranchez-le dix secondes, puis ouvrez un ticket si rien ne change.</p>`,
  ],
  [
    'Quelle urgence choisir pour mon ticket ?',
    '',
    `<dl>
<dt>Très haute</dt><dd>Toute l’activité est arrêtée.</dd>
<dt>Haute</dt><dd>Un service important ne fonctionne plus, sans autre moyen de travailler.</dd>
<dt>Moyenne</dt><dd>Une gêne, mais le travail continue.</dd>
<dt>Basse, très basse</dt><dd>Une question, une demande qui peut attendre.</dd>
</dl>
<p>Titulaires d’un contrat <strong>Gold</strong> : en urgence très haute, appelez aussi votre responsable.</p>`,
  ],
]
