import { type Claim, testedOf } from '../../model/claim.ts';
import type { Finding } from '../../model/finding.ts';
import type { Mention } from '../../model/mention.ts';
import type { Evidence, Witness } from '../../model/results.ts';
import type { StudyFile } from '../../model/study.ts';
import type { PassageId } from '../../model/units.ts';
import type { Fired, Telling } from '../../model/witness.ts';
import { best, bestOfEach } from '../../text/rank.ts';
import { type WitnessCell, witnessCells } from './cells.ts';
import { type KindSetting, type Kinds, type KindsOf, kindsBy } from './kinds.ts';

/** A passage of the corpus with its source and all that was found in it. */
export type Heard<Item extends Omit<Evidence, 'longest'>> = {
  readonly item: Item;
  readonly mentions: readonly Mention[];
};

/** A witness before its words are fit to leave the study. */
export type Chosen<Item extends Omit<Evidence, 'longest'>> = Omit<Witness, 'item'> & { readonly item: Item };

/** The final code that people gave a passage; null where they gave none. */
export type CodedAs = (passage: PassageId, code: string) => 0 | 1 | null;

/** Most witnesses for, and most against, each hypothesis. */
export const mostWitnesses = 10;

type Candidate<Item extends Omit<Evidence, 'longest'>> = {
  readonly item: Item;
  readonly fired: readonly Fired[];
};

/**
 * The passages that speak most for and most against each hypothesis of some claims (docs/method.md 7). First those with words
 * of one kind alone, then most different terms, then words nearest to the object, then the order of files; one of each
 * document before a second of any. Where a hypothesis counts documents, silence speaks only in a document that is silent
 * throughout. What people coded otherwise than the lexicon is taken as they did. Passages have to come in the order of files; they are gone through once.
 */
export function witnesses<Item extends Omit<Evidence, 'longest'>>(
  heard: Iterable<Heard<Item>>,
  claims: readonly Claim[],
  findings: readonly Finding[],
  study: Pick<StudyFile, 'poles' | 'contrast'>,
  setting: KindSetting,
  codedAs: CodedAs = () => null,
): readonly Chosen<Item>[] {
  const readers = new Map<string, KindsOf>();
  const readerOf = ({ measure }: WitnessCell) => {
    const name = JSON.stringify(measure);
    const reader = readers.get(name) ?? kindsBy(measure, setting);
    readers.set(name, reader);
    return reader;
  };
  const asked = claims.flatMap((claim) =>
    claim.hypotheses.flatMap((hypothesis) => {
      const tested = testedOf(hypothesis);
      const finding = findings.find(
        (one) => one.claim === claim.id && one.hypothesis === hypothesis.id && one.role === 'primary',
      );
      if (tested === null || finding === undefined || finding.reasons.includes('nothing_counted')) return [];
      const cells = witnessCells(claim, tested, finding, study).map((cell) => ({
        cell,
        read: readerOf(cell),
        found: strongest<Candidate<Item>>(({ item }) => item.file),
        silence: isSilence(cell),
      }));
      return [{ claim: claim.id, hypothesis: hypothesis.id, cells }];
    }),
  );
  const cells = asked.flatMap((one) => one.cells);
  const object = new Set(setting.measured.find(({ code }) => code === setting.object)?.categories ?? []);
  for (const { item, mentions } of heard) {
    if (item.tags.length === 0 && mentions.length === 0) continue;
    const met = { passage: item.passage, tags: item.tags, mentions };
    const kinds = new Map<KindsOf, ReturnType<KindsOf>>();
    for (const { cell, read, found, silence } of cells) {
      if (!cell.isWanted(item)) continue;
      const both = kinds.get(read) ?? withoutRejected(read(met), item.passage.id, codedAs);
      kinds.set(read, both);
      const fired = both[cell.kind].toSorted((one, other) => one.start - other.start || one.end - other.end);
      const others = both[cell.kind === 'a' ? 'b' : 'a'];
      if (silence && others.length > 0) found.silenceBroken(item.file);
      if (fired.length === 0 || isSeen(cell, item.passage.id, codedAs)) continue;
      const objects = item.tags.filter(({ category, blocked }) => blocked === null && object.has(category));
      found.add({ item, fired }, weightOf(fired, others.length === 0, objects));
    }
  }
  return asked.flatMap(({ claim, hypothesis, cells: own }) =>
    (['for', 'against'] as const).flatMap((tells) =>
      chosen(own, tells).map((one, at) => ({ ...one, claim, hypothesis, tells, rank: at + 1 })),
    ),
  );
}

/** Words that stand for what people say the passage holds, or did not code. */
function withoutRejected({ a, b }: Kinds, passage: PassageId, codedAs: CodedAs): Kinds {
  const stands = ({ code }: Fired) => code === null || codedAs(passage, code) !== 0;
  return { a: a.filter(stands), b: b.filter(stands) };
}

/** Whether people saw in a passage what it would be quoted for not saying. */
function isSeen({ kind, measure }: WitnessCell, passage: PassageId, codedAs: CodedAs): boolean {
  if (kind === 'a' || !('of' in measure) || typeof measure.of !== 'string') return false;
  return !('against' in measure && measure.against !== undefined) && codedAs(passage, measure.of) === 1;
}

function isSilence({ kind, measure: { count } }: WitnessCell): boolean {
  return kind === 'b' && (count === 'documents' || count === 'substantive_documents');
}

/** Purity before terms, terms before nearness to the object, which is below 1. */
function weightOf(
  fired: readonly Fired[],
  isPure: boolean,
  objects: readonly { readonly start: number; readonly end: number }[],
): number {
  const terms = Math.min(new Set(fired.map(({ by }) => by)).size, 9999);
  const gaps = fired.flatMap((one) =>
    objects.map((other) => Math.max(0, other.start - one.end, one.start - other.end)),
  );
  const nearness = gaps.length === 0 ? 0 : 1 / (1.001 + Math.min(...gaps));
  return (isPure ? 10_000 : 0) + terms + nearness;
}

/** Strongest of the cells in turn, no passage twice. */
function chosen<Item extends Omit<Evidence, 'longest'>>(
  cells: readonly {
    readonly cell: WitnessCell;
    readonly found: { readonly list: () => readonly Candidate<Item>[] };
  }[],
  tells: Telling,
): readonly Candidate<Item>[] {
  const lists = cells.filter(({ cell }) => cell.tells === tells).map(({ found }) => found.list());
  const taken = new Map<string, Candidate<Item>>();
  for (let at = 0; at < mostWitnesses; at++) {
    for (const list of lists) {
      const one = list[at];
      if (one !== undefined && !taken.has(one.item.passage.id)) taken.set(one.item.passage.id, one);
    }
  }
  return [...taken.values()].slice(0, mostWitnesses);
}

/** The items of greatest weight, one of each document before a second of any; those of one come one after the other. */
function strongest<T>(fileOf: (item: T) => string) {
  const firsts = bestOfEach<T>(mostWitnesses, fileOf);
  const all = best<T>(mostWitnesses);
  let waiting: { readonly item: T; readonly weight: number }[] = [];
  let broken: string | null = null;
  const settle = () => {
    for (const { item, weight } of waiting) {
      firsts.add(item, weight);
      all.add(item, weight);
    }
    waiting = [];
  };
  return {
    add(item: T, weight: number) {
      const [first] = waiting;
      if (first !== undefined && fileOf(first.item) !== fileOf(item)) settle();
      if (fileOf(item) !== broken) waiting.push({ item, weight });
    },
    /** What has been said in a document speaks against its silence elsewhere. */
    silenceBroken(file: string) {
      const [first] = waiting;
      if (first !== undefined && fileOf(first.item) !== file) settle();
      waiting = [];
      broken = file;
    },
    list(): readonly T[] {
      settle();
      const one = firsts.list();
      return [...one, ...all.list().filter((item) => !one.includes(item))].slice(0, mostWitnesses);
    },
  };
}
