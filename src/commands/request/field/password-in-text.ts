import type { Context } from '../../../app/context.ts'

/** What people call one, in both languages. */
const names = /\bmots? de passe|\bmdp\b|\bpass ?words?\b|\bpasswd\b|\bpwd\b|\bpassphrases?\b/giu
/** Behind that name, and what it is of («wifi», «de Bob»): what it is. */
const given = /^([^:=]{0,25})[:=]\s{0,3}["'«“]?\s?(\S{3,64})(.*)$/u
/** Of what is done with one nothing is given away. */
const doings =
  /reset|forgot|lost|chang|expir|recover|oubli|perdu|r[ée]init|renouvel|modif|erreur|error|champ|field|page/iu
/** What is said of one in a word. */
const sayings =
  /^(?:oubli|perdu|expir|inconnu|incorrect|invalid|erron|faux|refus|chang|r[ée]init|bloqu|obligat|aucun|forgot|lost|wrong|unknown|reset|reject|required|locked|none|null|true|false)/iu
const hidden = /^[*•●.…_-]+$/u

/** Whether a text seems to give a password away: «mot de passe : hunter2», not «mot de passe oublié». */
export function givesPasswordAway(text: string): boolean {
  return text.split('\n').some((line) => {
    const behind = [...line.matchAll(names)].map((name) => line.slice(name.index + name[0].length).slice(0, 200))
    return behind.some(isGiven)
  })
}

function isGiven(behind: string): boolean {
  const [, what = '', value = '', rest = ''] = given.exec(behind) ?? []
  if (value === '' || doings.test(what) || sayings.test(value) || /^https?:/iu.test(value) || hidden.test(value))
    return false
  // A sentence begins with a word; a password ends the line, or is none.
  return !/^\p{Letter}+[,;.!?]*$/u.test(value) || !/[\p{Letter}\d]/u.test(rest)
}

/** Says so, once, to whoever may still take it out: it never keeps anything from leaving. */
export function warnOfPassword(texts: readonly string[], { terminal }: Pick<Context, 'terminal'>): void {
  if (texts.some(givesPasswordAway)) terminal.warn('new.password-in-text')
}
