import { citedPage } from '../model/document.ts';
import type { RemovalReason } from '../model/passage.ts';
import type { FoundRemovals } from '../model/ports.ts';
import type { RemovalRow } from '../model/results.ts';
import type { StudyFile } from '../model/study.ts';
import { isOpen } from '../report/rights.ts';
import { sliceCodePoints } from '../text/codepoints.ts';
import { veilOf } from '../text/names.ts';

/** Text at an edge turned on its side is mostly who signed, by names and numbers that stand nowhere else. */
const signed: ReadonlySet<RemovalReason> = new Set<RemovalReason>(['margin']);

/**
 * What was taken out of documents as it may leave the study: private names replaced and margins left blank, unless
 * names are shown (`pseudonym` null), and no longer than the rights of the document allow.
 */
export function releasedRemovals(
  found: Iterable<FoundRemovals>,
  privacy: StudyFile['privacy'],
  pseudonym: ((name: string) => string) | null,
): Iterable<RemovalRow> {
  return {
    *[Symbol.iterator]() {
      for (const { file, rights, persons, labels, removals } of found) {
        const veil = pseudonym === null || persons.length === 0 ? null : veilOf(persons, pseudonym);
        for (const { text, ...removal } of removals) {
          const cited = citedPage({ index: removal.page, label: labels[removal.page] ?? null });
          const shown = veil === null ? text : veil.text(text).text;
          const longest = isOpen(rights) ? shown.length : privacy.quote_length;
          const isPrivate = pseudonym !== null && signed.has(removal.reason);
          yield { file, cited, removal, text: isPrivate ? null : sliceCodePoints(shown, 0, longest) };
        }
      }
    },
  };
}
