/** Characters that are taken of what is typed and pasted: as many as the longest description has. */
export const longestText = 250_000
