import { type CodedAs, type Heard, witnesses } from '../assess/witness/witnesses.ts';
import type { Finding } from '../model/finding.ts';
import type { Mention } from '../model/mention.ts';
import type { Found, FoundMention, StudyDatabase } from '../model/ports.ts';
import type { Witness } from '../model/results.ts';
import { bodiesAbove } from './bodies.ts';
import { releasedWith } from './release.ts';
import type { StudyInput } from './study.ts';

/** Passages that speak most for and most against each hypothesis, as they may leave the study. */
export function witnessesOf(
  { file, lexicon, claims }: Pick<StudyInput, 'file' | 'lexicon' | 'claims'>,
  findings: readonly Finding[],
  database: Pick<StudyDatabase, 'passages' | 'mentions' | 'eachTotals'>,
  pseudonym: ((name: string) => string) | null,
  codedAs?: CodedAs,
): readonly Witness[] {
  if (findings.length === 0) return [];
  const above = bodiesAbove(file, database);
  const setting = {
    measured: lexicon.measured,
    object: file.object,
    above: (actor: string) => above.get(actor) ?? [],
  };
  const heard = withMentions(database.passages(), database.mentions());
  return witnesses(heard, claims, findings, file, setting, codedAs).map(
    ({ item: { pages, ...item }, fired, ...witness }) => {
      const released = releasedWith(item, fired, file.privacy, pseudonym);
      const page = pages.get(fired[0]?.page ?? -1) ?? item.page;
      return { ...witness, item: { ...released.item, page }, fired: released.words };
    },
  );
}

/** A passage with what the pages of its mentions are cited by. */
type Paged = Found & { readonly pages: ReadonlyMap<number, string> };

/** Every passage with its mentions; both come in the order of files and places, so that neither has to be held. */
function* withMentions(passages: Iterable<Found>, mentions: Iterable<FoundMention>): Generator<Heard<Paged>> {
  const waiting = mentions[Symbol.iterator]();
  let next = waiting.next();
  for (const item of passages) {
    const own: Mention[] = [];
    const pages = new Map<number, string>();
    while (next.done !== true && next.value.mention.passage === item.passage.id) {
      own.push(next.value.mention);
      pages.set(next.value.mention.page, next.value.cited);
      next = waiting.next();
    }
    yield { item: { ...item, pages }, mentions: own };
  }
}
