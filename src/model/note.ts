/** Longest note that a page takes beside a coding, in characters. */
export const longestNote = 2000;
