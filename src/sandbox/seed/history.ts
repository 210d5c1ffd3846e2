import type { SandboxTicket } from '../ticket/story.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** What alice and henri asked of the support before, at IPEOS-WTC. */
export function wtcHistory(ago: DaysAgo): SandboxTicket[] {
  return [...pastTickets(ago), ...openTickets(ago)]
}

function pastTickets(ago: DaysAgo): SandboxTicket[] {
  return [
    {
      title: 'Création des comptes de messagerie pour deux stagiaires',
      content:
        '<p>Bonjour,</p><p>Merci de créer <strong>lea.petit</strong> et <strong>omar.diallo</strong> pour lundi.</p>',
      ...{ type: 'request', status: 'closed', urgency: 2, category: 5, opened: ago(412) },
      followups: [{ by: 'teo', content: '<p>C’est noté, ce sera prêt vendredi.</p>', at: ago(411) }],
      solutions: [
        { content: '<p>Les deux comptes sont ouverts, les mots de passe vous parviennent par SMS.</p>', at: ago(409) },
      ],
    },
    {
      title: 'Renouvellement du nom de domaine ipeos-wtc.example',
      content: '<p>Le domaine expire à la fin du mois. Pouvez-vous le renouveler pour deux ans ?</p>',
      ...{ requester: 'henri', type: 'request', status: 'closed', urgency: 3, category: 4, opened: ago(365) },
      tasks: [{ content: 'Renouvellement chez le bureau d’enregistrement', minutes: 15, at: ago(364) }],
      solutions: [{ content: '<p>Renouvelé pour deux ans.</p>', at: ago(364) }],
    },
    {
      // A title as very old servers stored it: GLPI.md, "v1 — items".
      title: 'L&#039;imprimante de l&#039;accueil n&#039;imprime plus qu&#039;en noir &amp; blanc',
      content: '<p>Depuis ce matin, plus aucune couleur.</p>',
      ...{ requester: 'henri', status: 'closed', urgency: 2, category: 1, equipment: ['Printer:1'], opened: ago(290) },
      solutions: [{ content: '<p>Cartouche magenta remplacée.</p>', at: ago(287) }],
    },
    {
      title: 'Lenteurs du site web en fin de journée',
      content: '<p>Entre 17 h et 19 h, les pages mettent plus de dix secondes à s’afficher.</p>',
      ...{ requester: 'henri', status: 'closed', urgency: 3, category: 3, equipment: ['Computer:1'], opened: ago(201) },
      followups: [
        { by: 'teo', content: '<p>Nous voyons une sauvegarde à 17 h : nous la déplaçons à 2 h.</p>', at: ago(200) },
        { content: '<p>C’est déjà mieux, merci.</p>', at: ago(198) },
        { by: 'teo', content: '<p>À surveiller encore une semaine.</p>', private: true, at: ago(198) },
      ],
      tasks: [{ content: 'Déplacement de la sauvegarde', minutes: 45, at: ago(200) }],
      solutions: [
        { content: '<p>Cache activé.</p>', status: 'refused', at: ago(199) },
        { content: '<p>Sauvegarde déplacée à 2 h, cache agrandi.</p>', status: 'accepted', at: ago(194) },
      ],
    },
    {
      title: 'Écran noir au démarrage du poste',
      content: '<p>Le poste s’allume, mais l’écran reste noir. J’ai essayé un autre câble.</p>',
      ...{ status: 'closed', urgency: 4, category: 1, equipment: ['Computer:3'], opened: ago(120) },
      tasks: [{ content: 'Passage sur site, barrette de mémoire remplacée', minutes: 90, at: ago(119) }],
      solutions: [{ content: '<p>Une barrette de mémoire était morte, elle a été remplacée.</p>', at: ago(119) }],
    },
    {
      title: 'Copieur du 2e étage en panne',
      content: '<p>Bourrage permanent, le bac 2 n’est plus reconnu.</p>',
      ...{ status: 'closed', urgency: 3, category: 1, opened: ago(98) },
      tasks: [{ content: 'Rouleau d’entraînement remplacé', minutes: 40, at: ago(96) }],
      solutions: [{ content: '<p>Le rouleau d’entraînement du bac 2 a été remplacé.</p>', at: ago(96) }],
    },
    {
      title: 'Signature automatique dans Zimbra',
      content: '<p>Comment faire pour que la signature se mette aussi dans les réponses ?</p>',
      ...{ type: 'request', status: 'closed', urgency: 1, category: 5, opened: ago(76) },
      solutions: [{ content: '<p>Préférences, Signatures, «&nbsp;Réponses et transferts&nbsp;».</p>', at: ago(75) }],
    },
    {
      title: 'Certificat TLS expiré sur extranet.ipeos-wtc.example',
      content: '<p>Les navigateurs affichent un avertissement.</p>',
      ...{ requester: 'henri', status: 'closed', urgency: 5, category: 3, equipment: ['Computer:1'], opened: ago(41) },
      followups: [{ by: 'teo', content: '<p>Pris en charge immédiatement.</p>', at: ago(40, 23) }],
      tasks: [
        { content: 'Nouveau certificat, renouvellement automatique remis en route', minutes: 30, at: ago(40, 22) },
      ],
      solutions: [
        { content: '<p>Certificat renouvelé, et le renouvellement automatique est réparé.</p>', at: ago(40, 22) },
      ],
    },
  ]
}

function openTickets(ago: DaysAgo): SandboxTicket[] {
  return [
    {
      title: 'Messagerie : pièces jointes de plus de 5 Mo refusées',
      content: '<p>Le message <code>552 5.3.4 Message size exceeds fixed limit</code> revient à chaque envoi.</p>',
      ...{ status: 'solved', urgency: 3, category: 5, opened: ago(9), email: 'alice@perso.example' },
      followups: [
        { by: 'teo', content: '<p>Bonjour Alice, la limite était restée à 5 Mo depuis la migration.</p>', at: ago(7) },
        { content: '<p>Est-ce possible d’aller à 20 Mo ?</p>', at: ago(6) },
      ],
      tasks: [{ content: 'Limite portée à 25 Mo', minutes: 20, at: ago(2) }],
      solutions: [
        { content: '<p>La limite est maintenant de <strong>25 Mo</strong>. Pouvez-vous confirmer ?</p>', at: ago(2) },
      ],
    },
    {
      title: 'Site vitrine : erreur 503 depuis ce matin',
      content: '<p>Bonjour,</p><p>La page d’accueil répond <strong>503</strong>, l’administration aussi.</p>',
      ...{ status: 'assigned', urgency: 5, category: 3, opened: ago(1, 3), timeToResolve: ago(0, 6) },
      followups: [
        { by: 'teo', content: '<p>Bien reçu, nous regardons les journaux.</p>', at: ago(1, 2) },
        { content: '<p>Ci-joint ce que je vois.</p>', at: ago(1, 1) },
        { by: 'teo', content: '<p>Disque plein à 100 %, nettoyage en cours.</p>', private: true, at: ago(1) },
      ],
      tasks: [{ content: 'Nettoyage des journaux', minutes: 25, state: 'to-do', at: ago(0, 20) }],
      documents: [{ name: 'capture d’écran.png', bytes: PNG }],
    },
    {
      title: 'Téléphone du bureau 12 : plus de tonalité',
      content: '<p>L’appareil affiche «&nbsp;enregistrement en cours&nbsp;».</p>',
      ...{ status: 'planned', urgency: 3, category: 6, opened: ago(5) },
      tasks: [{ content: 'Passage prévu : remplacement de l’appareil', state: 'to-do', at: ago(4) }],
    },
    {
      title: 'Nouveau sous-domaine boutique.ipeos-wtc.example',
      content: '<p>Pour l’ouverture de la boutique : un <code>A</code> vers 203.0.113.10, s’il vous plaît.</p>',
      ...{ requester: 'henri', type: 'request', status: 'pending', urgency: 2, category: 4, opened: ago(12) },
      followups: [
        { by: 'teo', content: '<p>Faut-il aussi un certificat ? Nous attendons votre réponse.</p>', at: ago(11) },
      ],
    },
    {
      title: 'Accès VPN pour le télétravail',
      content: '<p>Je commence le télétravail le mois prochain. Que faut-il installer ?</p>',
      ...{ type: 'request', status: 'new', urgency: 2, category: 1, equipment: ['Computer:3'], opened: ago(0, 5) },
    },
    {
      title: 'Poste très lent depuis la dernière mise à jour',
      content: '<p>Le démarrage prend dix minutes.</p><p>Merci d’avance.</p>',
      ...{ requester: 'henri', status: 'new', urgency: 3, category: 1, equipment: ['Computer:2'], opened: ago(0, 2) },
    },
  ]
}

/** What bob asked of the support before, at ACME. */
export function acmeHistory(ago: DaysAgo): SandboxTicket[] {
  const bob = { requester: 'bob' } as const
  return [
    {
      ...bob,
      title: 'Mailbox full: cannot receive mail',
      content: '<p>Senders get a «mailbox full» answer since yesterday.</p>',
      ...{ status: 'closed', urgency: 4, category: 5, opened: ago(150) },
      solutions: [{ content: '<p>Quota doublé.</p>', at: ago(149) }],
    },
    {
      ...bob,
      title: 'Redirect www.acme.example to the new shop',
      content: '<p>Please redirect everything under <code>/store</code>.</p>',
      ...{ type: 'request', status: 'solved', urgency: 2, category: 3, opened: ago(20) },
      followups: [{ by: 'teo', content: '<p>Redirection en place sur la préproduction.</p>', at: ago(18) }],
    },
    {
      ...bob,
      title: 'Conference phone drops calls after 30 minutes',
      ...{ status: 'assigned', urgency: 3, category: 6, opened: ago(3) },
    },
    {
      ...bob,
      title: 'New starter on Monday',
      ...{ type: 'request', status: 'new', urgency: 3, category: 1, opened: ago(1) },
    },
  ]
}

/** Gives the moment so many days (and hours) before now. */
type DaysAgo = (days: number, hours?: number) => Date

/** The days before this moment. */
export function daysBefore(now: Date): DaysAgo {
  return (days, hours = 0) => new Date(now.getTime() - (days * 24 + hours) * 3_600_000)
}
