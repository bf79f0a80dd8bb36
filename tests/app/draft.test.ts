import { describe, expect, it } from 'vitest';
import { previewDraft, readied } from '../../src/app/draft.ts';
import type { PreviewView } from '../../src/model/api/lexicon.ts';
import type { Passage } from '../../src/model/passage.ts';
import type { StudyReader } from '../../src/model/ports.ts';
import type { IngestRow } from '../../src/model/results.ts';
import type { Tag } from '../../src/model/tag.ts';
import { type Sha256, sha256 } from '../../src/model/units.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { makePassage, makeSource } from '../tag/make.ts';

const lexiconOf = (patterns: readonly string[]) =>
  resolveLexicon(
    makeSource({
      a: { layer: 'frame', categories: { x: { es: [...patterns] } } },
      object: { layer: 'object', categories: { o: { es: ['coop'] } } },
    }),
  ).lexicon;
const [before, after] = [lexiconOf(['paz']), lexiconOf(['paz', 'pobreza'])];
const ready = readied(before, 'SSE');
const passages = ['coop y pobreza', 'coop y paz', 'coop, pobreza y paz', 'nada'].map((text, ordinal) =>
  makePassage(text, 'es', ordinal),
);

type Held = { readonly tags: readonly Tag[]; readonly lexicon: Sha256; readonly asked: number[] };

/** An index of one document that holds these tags, and is told which passages are read closely. */
function indexOf({ tags, lexicon, asked }: Held): Parameters<typeof previewDraft>[3] {
  const document = passages[0]?.document;
  const row = { file: 'a.txt', document, status: 'ok', passages: passages.length, title: null };
  const passagesAt: StudyReader['passagesAt'] = (_, ordinals) => {
    asked.push(...ordinals);
    return passages
      .filter(({ ordinal }) => ordinals.includes(ordinal))
      .map((passage: Passage) => ({ passage, tags: tags.filter((one) => one.passage === passage.id) }));
  };
  return {
    corpus: () => [row as unknown as IngestRow],
    texts: () => passages,
    passagesAt,
    standing: () => ({ passages: lexicon, tags: lexicon, mentions: lexicon, lexicon }),
    glance: () => null,
  };
}

const settings = { object: 'SSE', ocr: { confidence: 60, low: 'keep' } as const, isTaggedNow: true };
const totals = ({ changes }: PreviewView) =>
  changes.map(({ category, gained, lost }) => [category, gained, lost]);
const real = passages.flatMap((passage) => tag([passage], compile(before, { object: 'SSE' })));
/** Tags that nobody would make: whoever counts them has read them in the index. */
const ghosts = real.map((one) => ({ ...one, category: 'a/ghost', blocked: null }));
const other = sha256('1'.repeat(64));

describe('the preview of a draft', () => {
  it('reads closely only passages in which a changed term stands', () => {
    const held = { tags: real, lexicon: before.hash, asked: [] };
    const view = previewDraft(ready, after, settings, indexOf(held), () => false);
    expect(held.asked).toEqual([0, 2]);
    expect(totals(view)).toEqual([['a/x', 2, 0]]);
    expect([view.passages, view.looked]).toEqual([4, 4]);
    expect(view.gained.map(({ hit, page }) => [hit, page])).toEqual([
      ['pobreza', '4'],
      ['pobreza', '4'],
    ]);
  });

  it('takes what was before from the index, unless that is by another lexicon or other stages', () => {
    const lost = (lexicon: Sha256, isTaggedNow: boolean) => {
      const held = { tags: ghosts, lexicon, asked: [] };
      const view = previewDraft(ready, after, { ...settings, isTaggedNow }, indexOf(held), () => false);
      return totals(view).find(([category]) => category === 'a/ghost');
    };
    expect(lost(before.hash, true)?.[2]).toBeGreaterThan(0);
    expect(lost(other, true)).toBeUndefined();
    expect(lost(before.hash, false)).toBeUndefined();
  });

  it('counts nothing of passages that are read too unsurely where these are left out', () => {
    const held = { tags: [], lexicon: other, asked: [] };
    const index = indexOf(held);
    const unsure: typeof index = {
      ...index,
      passagesAt: (document, ordinals) =>
        index
          .passagesAt(document, ordinals)
          .map((one) => ({ ...one, passage: { ...one.passage, confidence: 12 } })),
    };
    const excluding = { ...settings, ocr: { confidence: 60, low: 'exclude' } as const };
    expect(previewDraft(ready, after, excluding, unsure, () => false).changes).toEqual([]);
    expect(totals(previewDraft(ready, after, settings, unsure, () => false))).toEqual([['a/x', 2, 0]]);
  });

  it('says how much it has looked at when time runs out', () => {
    let asked = 0;
    const held = { tags: real, lexicon: before.hash, asked: [] };
    const view = previewDraft(ready, after, settings, indexOf(held), () => ++asked > 2);
    expect([view.passages, view.looked, view.changes]).toEqual([4, 2, []]);
  });
});
