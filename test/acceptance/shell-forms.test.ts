import { expect, test } from 'vitest'
import { shellStory } from '../support/shell-story.ts'

test('a small form of the site is three lines of a script', async () => {
  const story = await shellStory(`
    up
    number=$(ipeos ticket new --form imprimante --answer 'Quelle imprimante=Accueil' \\
      --answer 'Problème=Autre' --answer 'Précisez=Elle fume' --urgency haute --yes 2>notes)
    ipeos ticket show "$number" --json title,description,urgency >ticket.json
    down
  `)
  expect(story.code).toBe(0)
  expect(story.files.notes).toContain('saved')
  const ticket = story.json('ticket.json') as { title: string; description: string; urgency: string }
  expect(ticket).toMatchObject({ title: 'Panne imprimante : Accueil', urgency: 'high' })
  expect(ticket.description).toContain('Elle fume')
})

test('a form of all kinds of questions is filled by one command, from a file of answers', async () => {
  const story = await shellStory(`
    up
    printf '%%PDF-1.4' >contrat.pdf
    cat >answers.json <<'END'
    {
      // The newcomer
      "Nom et prénom": "Zoé Petit",
      "Adresse personnelle": "zoe@petit.example",
      "Numéro de bureau": "12,5",
      "Date d'arrivée": "07/01/2030",
      "Rendez-vous (date et heure)": "2030-01-07 09:30",
      "Heure de début": "8h30",
      "Type de contrat": "Stage",
      "Date de fin": "2030-06-30",
      "Poste de travail": "Portable",
      "Logiciels": ["Comptabilité", "Dessin « CAO »"],
      "Accès": ["VPN", "Badge"],
      "Pourquoi un badge ?": "Pour entrer le soir.",
      "Lieu": "Étage 2",
      "Catégorie": "Messagerie",
      "Mon matériel concerné": "poste-alice",
      "Urgence": "haute",
      "Observateurs": ["Nourel"],
      "Contrat signé": { "file": "contrat.pdf" },
      "École et tuteur": "IUT, M. Roy"
    }
END
    number=$(ipeos ticket new --form arrivée --answers answers.json --yes 2>notes)
    ipeos ticket show "$number" --json title,description,urgency,category,documents >ticket.json
    down
  `)
  expect(story.code).toBe(0)
  const ticket = story.json('ticket.json') as { description: string; documents: unknown[] }
  expect(ticket).toMatchObject({ title: 'Arrivée de Zoé Petit', urgency: 'high', category: 'Messagerie' })
  for (const answer of ['12.5', '2030-01-07', '08:30', 'Stage', 'Comptabilité, Dessin', 'VPN, Badge', 'IUT, M. Roy'])
    expect(ticket.description).toContain(answer)
  expect(ticket.description).toContain('Pour entrer le soir.')
  expect(ticket.documents).toMatchObject([{ fileName: 'contrat.pdf' }])
})

test('what a script answers while the platform is away waits, its file and its folder too, and is sent once', async () => {
  const story = await shellStory(`
    mkdir job; cd job
    echo 'Perdu hier.' >pourquoi.txt
    ipeos ticket new --form 'signaler un' --answer 'Titre=Badge perdu' --answer 'Description=@pourquoi.txt' --yes 2>../away
    echo $? >../code
    cd ..
    up
    ipeos draft send --all >numbers 2>sent
    ipeos draft send --all >>numbers 2>>sent
    ipeos ticket show "$(cat numbers)" --json title,description >ticket.json
    down
  `)
  expect(story.files.code).toBe('6\n')
  expect(story.json('ticket.json')).toMatchObject({ title: 'Badge perdu', description: 'Perdu hier.' })
})
