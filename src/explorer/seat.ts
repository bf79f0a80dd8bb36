import type { Asked } from '../model/api/api.ts';
import type { Pages } from './pages.ts';
import { Refused } from './refused.ts';

/** What the explorer of a coder answers. All else leads, in one step or two, to what Coding hides. */
const ofCoders: ReadonlySet<string> = new Set<Asked>([
  'GET /api/name',
  'GET /api/samples',
  'GET /api/samples/:sample/instructions',
  'GET /api/samples/:sample/items',
  'GET /api/samples/:sample/items/:item',
  'POST /api/samples/:sample/items/:item',
]);

/** Refuses what a coder is not to ask, whatever else is said in the request. */
export function admitSeat(key: string, coder: string | null): void {
  if (coder === null || ofCoders.has(key)) return;
  throw new Refused(
    'forbidden',
    `expected what ${coder} needs to code, got ${key}: it would show what Coding hides`,
  );
}

/** Refuses what is asked or said in another's name or in another role than that of a coder. */
export function admitName(
  key: string,
  given: { readonly coder?: unknown; readonly role?: unknown },
  coder: string | null,
): void {
  if (coder === null) return;
  const { coder: name = coder, role = 'coder' } = given;
  if (name === coder && role === 'coder') return;
  throw new Refused(
    'forbidden',
    `${key}  expected what ${coder} asks as a coder, got another name or role: this explorer is ${coder}'s`,
  );
}

/** The pages as they are served to a coder: they are told so from their first line, and show no other screen. */
export function seatedPages(pages: Pages, coder: string | null): Pages {
  const page = pages.get('/index.html');
  if (coder === null || page === undefined) return pages;
  const written = new TextDecoder().decode(page.bytes).replace('<html ', `<html data-coder="${coder}" `);
  return new Map([...pages, ['/index.html', { ...page, bytes: new TextEncoder().encode(written) }]]);
}
