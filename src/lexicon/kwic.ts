import type { Found } from '../model/ports.ts';

/** A place in the corpus with its context: evidence that a reader can go to. */
export type Kwic = {
  readonly file: string;
  readonly page: string;
  readonly passage: string;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
};

/** Code points of context on either side. */
const context = 60;

/** The line of a span, in code points, of a passage. */
export function kwic(
  { file, page, passage }: Pick<Found, 'file' | 'page' | 'passage'>,
  { start, end }: { readonly start: number; readonly end: number },
): Kwic {
  const text = [...passage.text];
  return {
    file,
    page,
    passage: passage.id,
    left: text.slice(Math.max(0, start - context), start).join(''),
    hit: text.slice(start, end).join(''),
    right: text.slice(end, end + context).join(''),
  };
}
