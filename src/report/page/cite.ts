import { type Markup, markup } from '../markup.ts';

/** The notes of a page in the order in which they are cited. */
export type Notes = {
  /** Takes a note and gives its number as a link to it. */
  readonly cite: (note: Markup) => Markup;
  readonly all: () => readonly Markup[];
};

/** Notes of a page that has not cited any. */
export function openNotes(): Notes {
  const notes: Markup[] = [];
  return {
    cite(note) {
      const number = notes.push(note);
      return markup`<sup class="cite"><a id="cite-${number}" href="#note-${number}" aria-label="note ${number}">${number}</a></sup>`;
    },
    all: () => notes,
  };
}
