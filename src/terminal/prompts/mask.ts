/** As many marks as say that each key was heard, and not how long a long secret is. */
const most = 24

/** What shows of a secret while it is typed: a mark for each character. */
export function masked(secret: string, mark: string): string {
  return mark.repeat(Math.min(most, [...new Intl.Segmenter().segment(secret)].length))
}
