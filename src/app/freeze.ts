import { createHash } from 'node:crypto';
import type { CodingAct, Sample } from '../model/coding.ts';
import type { Freeze, Freezing } from '../model/freeze.ts';
import type { LogLine } from '../model/input.ts';
import { latestChain } from '../validate/coded.ts';
import type { StudyInput } from './study.ts';

/** What a freeze fixes, as a hash for every part: claims, lexicon, settings, what is compared, and samples with their keys. */
export function freezeParts(
  { claimHashes, lexicon, file }: Pick<StudyInput, 'claimHashes' | 'lexicon' | 'file'>,
  samples: readonly Sample[],
): Readonly<Record<string, string>> {
  const { settings, poles, object, contrast, voices, institutions } = file;
  return Object.fromEntries([
    ...Object.entries(claimHashes).map(([id, hash]) => [`claim ${id}`, hash]),
    ['lexicon', lexicon.hash],
    ['settings', hashOf(settings)],
    ['comparison', hashOf({ poles, object, contrast, voices, institutions })],
    ...samples.map((sample) => [`sample ${sample.design.sample}`, hashOf(sample)]),
  ]);
}

/**
 * Holds what is there now against the last freeze before any of the codings in use had been opened; a later one cannot
 * make up for it, and where none came before them, the first is named and the run exploratory. The codings in use are
 * those of the latest samples, so that a sample drawn anew, frozen and then coded begins a new round. A sample drawn
 * since the freeze counts as a change unless it adds to one that was frozen, or none was.
 */
export function freezingOf(
  now: Readonly<Record<string, string>>,
  freezes: readonly Freeze[],
  samples: readonly Sample[],
  log: readonly LogLine<Pick<CodingAct, 'sample'>>[],
): Freezing {
  const acts = log.map(({ value }) => value);
  const used = new Set(
    (['passages', 'documents'] as const).flatMap((unit) =>
      latestChain(samples, acts, unit).map(({ design }) => design.sample),
    ),
  );
  const openedBy = ({ codings }: Freeze) =>
    log.filter(({ line, value }) => line <= codings && used.has(value.sample)).length;
  const before = freezes.findLastIndex((freeze) => openedBy(freeze) === 0);
  const place = Math.max(0, before);
  const last = freezes[place];
  if (last === undefined) return { state: 'not_frozen' };
  const changed = Object.entries(last.parts)
    .filter(([part, hash]) => now[part] !== hash)
    .map(([part]) => `${part} (${now[part] === undefined ? 'gone' : 'changed'})`);
  const hadSamples = Object.keys(last.parts).some((part) => part.startsWith('sample '));
  const added = Object.keys(now).filter((part) => !(part in last.parts) && !isFollowUp(part));
  const all = [...changed, ...added.map((part) => `${part} (new)`)];
  const opened = openedBy(last);
  const later = freezes.slice(place + 1).at(-1);
  return {
    state: all.length === 0 && opened === 0 ? 'frozen' : 'exploratory',
    at: last.at,
    number: place + 1,
    codings: last.codings,
    opened,
    changed: all,
    later: later === undefined ? null : { at: later.at, codings: later.codings, number: freezes.length },
  };

  function isFollowUp(part: string): boolean {
    if (!part.startsWith('sample ') || last === undefined) return false;
    if (!hadSamples) return true;
    const base = samples.find(({ design }) => `sample ${design.sample}` === part)?.design.extends;
    if (base === null || base === undefined) return false;
    return `sample ${base}` in last.parts || isFollowUp(`sample ${base}`);
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

/** With keys in one order, so that only what is said makes a difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
