/**
 * Words that a body's name goes on with where it says that it is of the state, in whichever country, folded: `de la
 * Nación`, `do Governo Federal`, `of the Republic`.
 */
export const ofTheState: ReadonlySet<string> = new Set(
  'nacion nacao nation republica republic federativa federal federacao federation gobierno governo government estado estados state states union uniao'.split(
    ' ',
  ),
);

/** Small words within such a phrase. */
export const within: ReadonlySet<string> = new Set(
  'de del do da dos das of la las los el o a os as the'.split(' '),
);
