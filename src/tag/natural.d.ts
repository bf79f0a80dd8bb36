/** What of natural's stemmers is used; the package describes its root alone, which is never imported. */
declare module 'natural/lib/natural/stemmers/porter_stemmer*.js' {
  const stemmer: { readonly stem: (word: string) => string };
  export default stemmer;
}
