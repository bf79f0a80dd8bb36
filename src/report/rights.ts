/**
 * What the rights of a document are known by in a manifest, by language; `any` holds what is written alike everywhere.
 * Without accents and capitals. What reserves or denies comes before what opens.
 */
export const rightsWords: Readonly<
  Record<'any' | 'es' | 'pt' | 'en', { readonly closed: readonly string[]; readonly open: readonly string[] }>
> = {
  any: {
    closed: [],
    open: [
      'cc0',
      'cc by',
      'cc-by',
      'cc pd',
      'creative commons',
      'creativecommons.org',
      'ogl',
      'odc-by',
      'gfdl',
    ],
  },
  es: {
    closed: [
      ...[
        'derechos reservados',
        'reservados los derechos',
        'reservados todos los derechos',
        'prohibida su reproduccion',
      ],
      ...[
        'prohibida la reproduccion',
        'uso interno',
        'confidencial',
        'no es de dominio publico',
        'sin dominio publico',
      ],
      ...['no es un texto oficial', 'con permiso', 'requiere permiso'],
    ],
    open: [
      'dominio publico',
      'texto oficial',
      'textos oficiales',
      'documento oficial',
      'licencia abierta',
      'uso libre',
    ],
  },
  pt: {
    closed: [
      ...[
        'direitos reservados',
        'reservados todos os direitos',
        'reservados os direitos',
        'proibida a reproducao',
      ],
      ...[
        'uso interno',
        'confidencial',
        'nao e de dominio publico',
        'nao esta em dominio publico',
        'requer permissao',
      ],
    ],
    open: [
      'dominio publico',
      'texto oficial',
      'textos oficiais',
      'documento oficial',
      'licenca aberta',
      'uso livre',
    ],
  },
  en: {
    closed: [
      ...[
        'all rights reserved',
        'rights reserved',
        'no reproduction',
        'not be reproduced',
        'internal use',
        'confidential',
      ],
      ...[
        'not in the public domain',
        'not public domain',
        'permission required',
        'by permission',
        'fair use',
      ],
    ],
    open: [
      ...['public domain', 'official text', 'official texts', 'official document', 'open government licence'],
      ...['open government license', 'open licence', 'open license', 'government work', 'no known copyright'],
    ],
  },
};

const closed = Object.values(rightsWords).flatMap((words) => words.closed);
const open = Object.values(rightsWords).flatMap((words) => words.open);

/** True where what a manifest says of a document's rights leaves its text free to be quoted; false where it says nothing. */
export function isOpen(rights: string | null): boolean {
  const plain = (rights ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
  const has = (words: readonly string[]) =>
    words.some((words_) => new RegExp(`(?<![a-z0-9])${escaped(words_)}(?![a-z])`).test(plain));
  return !has(closed) && has(open);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
