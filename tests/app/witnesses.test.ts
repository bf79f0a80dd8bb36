import { describe, expect, it } from 'vitest';
import { pseudonymsOf } from '../../src/app/pseudonyms.ts';
import { witnessesOf } from '../../src/app/witnesses.ts';
import type { Person } from '../../src/model/act.ts';
import { Claim } from '../../src/model/claim.ts';
import type { Found, FoundMention } from '../../src/model/ports.ts';
import { StudyFile } from '../../src/model/study.ts';
import { offset } from '../../src/model/units.ts';
import { codePointLength, sliceCodePoints } from '../../src/text/codepoints.ts';
import { heard } from '../support/heard.ts';
import { buildResults } from '../support/results.ts';
import { categories } from '../support/speech.ts';

const results = buildResults();
const file = StudyFile.parse({ title: 'x' });
const pseudonym = pseudonymsOf(file.privacy, () => Buffer.alloc(32, 1));
const before = '😀 Zoila Quispe Ñusta: ';
const lexicon = { measured: categories } as Parameters<typeof witnessesOf>[0]['lexicon'];

/** The made-up passages as an index would give them, each after a name. */
function named(rights: string | null): Found[] {
  const shift = codePointLength(before);
  return [...results.evidence].map(({ longest: _, ...item }): Found => {
    const [tag] = item.tags;
    const persons: readonly Person[] =
      tag === undefined
        ? []
        : [{ name: 'Zoila Quispe Ñusta', of: null, passage: tag.passage, start: offset(0), end: offset(0) }];
    return {
      ...item,
      rights,
      persons,
      passage: { ...item.passage, text: before + item.passage.text },
      tags: item.tags.map((one) => ({
        ...one,
        start: offset(one.start + shift),
        end: offset(one.end + shift),
      })),
    };
  });
}

function database(passages: readonly Found[], mentions: readonly FoundMention[] = []) {
  return { passages: () => passages, mentions: () => mentions, eachTotals: () => [] };
}

describe('witnesses as they leave the study', () => {
  const study = { file, lexicon, claims: results.claims };

  it('have no private name in them, and still mark the words that fired', () => {
    const found = witnessesOf(study, results.findings, database(named('CC0')), pseudonym);
    expect(found.length).toBeGreaterThan(4);
    for (const { item, fired } of found) {
      expect(item.passage.text).not.toMatch(/Zoila|Quispe/);
      for (const { start, end, surface } of fired)
        expect(sliceCodePoints(item.passage.text, start, end)).toBe(surface);
    }
    const open = witnessesOf(study, results.findings, database(named('CC0')), null);
    expect(open.map(({ item }) => item.passage.id)).toEqual(found.map(({ item }) => item.passage.id));
    expect(open[0]?.item.passage.text.startsWith(before)).toBe(true);
  });

  it('are the same passages whatever rights say, with a shorter quotation where these are closed', () => {
    const longest = (rights: string | null) =>
      new Set(
        witnessesOf(study, results.findings, database(named(rights)), null).map(({ item }) => item.longest),
      );
    expect([...longest('CC0')]).toEqual([700]);
    expect([...longest(null)]).toEqual([file.privacy.quote_length]);
  });

  it('are none without findings, and then nothing is read', () => {
    const closed = {
      passages: () => {
        throw new Error('expected not to be read');
      },
      mentions: () => [],
      eachTotals: () => [],
    };
    expect(witnessesOf(study, [], closed, null)).toEqual([]);
  });
});

describe('mentions', () => {
  it('join the passage that they stand in, and cite their own page', () => {
    const claim = Claim.parse({
      id: 'c',
      title: 't',
      statement: 's',
      source: 's',
      hypotheses: [
        {
          id: 'H4',
          title: 't',
          anchor: 'a',
          unit: 'u',
          having: 'h',
          falsifier: 'f',
          measure: { count: 'beneficiaries', of: ['poor'] },
          comparison: { by: 'contrast', more: 'policy' },
        },
      ],
    });
    const parts = [0, 1, 2].map((ordinal) =>
      heard({
        ordinal,
        voice: 'regional_body',
        tags: [{ category: 'sse/terms', layer: 'object' }],
        mentions: ordinal === 1 ? [] : [{ kind: 'beneficiary', classes: [ordinal === 0 ? 'poor' : 'women'] }],
      }),
    );
    const passages = parts.map(
      ({ item: { longest: _, ...item } }): Found => ({ ...item, rights: null, persons: [] }),
    );
    const mentions = parts.flatMap(({ item, mentions: own }) =>
      own.map(
        (mention): FoundMention => ({
          file: item.file,
          institution: item.institution,
          voice: item.voice,
          date: item.date,
          rights: null,
          persons: [],
          cited: `iv-${item.passage.ordinal}`,
          text: item.passage.text,
          mention,
        }),
      ),
    );
    const [finding] = results.findings;
    if (finding === undefined) throw new Error('expected a finding');
    const own = { ...finding, claim: 'c', hypothesis: 'H4', verdict: 'NOT_TESTABLE' as const };
    const found = witnessesOf({ file, lexicon, claims: [claim] }, [own], database(passages, mentions), null);
    expect(
      found.map(({ tells, item, fired }) => [tells, item.passage.ordinal, item.page, fired[0]?.by]),
    ).toEqual([
      ['for', 0, 'iv-0', 'beneficiary poor'],
      ['against', 2, 'iv-2', 'beneficiary women'],
    ]);
  });
});
