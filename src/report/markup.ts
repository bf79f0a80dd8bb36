import { html, raw } from 'hono/html';

/** HTML in which everything that came from outside has been escaped. */
export type Markup = ReturnType<typeof raw>;

/** HTML from a template: text is escaped, markup and lists of markup are put in as they are. */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  const made = html(strings, ...values);
  if (made instanceof Promise) throw new TypeError('expected `markup` to be given no promises');
  return made;
}

/** Takes text as HTML; only for what this program has written itself. */
export function trusted(text: string): Markup {
  return raw(text);
}

/** Nothing. */
export const nothing: Markup = raw('');
