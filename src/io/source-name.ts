import type { ListedSource } from '../model/sources.ts';
import type { Content } from './content.ts';
import { lastName } from './hosts.ts';

/** Longest stem; folders around it and a number behind it have to fit too. */
const longest = 100;
/** Names that some systems keep for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The name of a source's file: its date and title in plain letters, digits and hyphens, which every file system takes and
 * which no address can turn into a path; then the ending of what it is.
 */
export function sourceFileName(
  { date, title, address }: Pick<ListedSource, 'date' | 'title' | 'address'>,
  content: Content,
): string {
  const words = plain(title ?? '') || plain(lastName(address).replace(/\.[^.]*$/, ''));
  const stem = [date ?? '', words]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, longest)
    .replace(/-+$/, '');
  return `${stem === '' || reserved.test(stem) ? 'document' : stem}.${content}`;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
