import { describe, expect, it } from 'vitest';
import { gather } from '../../src/report/gather.ts';
import { leading } from '../../src/report/leading.ts';
import { buildResults } from '../support/results.ts';

describe('leading', () => {
  it('counts the hits of the most frequent terms of each pole', () => {
    const results = buildResults();
    const found = leading(results, gather(results));
    const tags = [...results.evidence].flatMap((item) => item.tags);
    for (const { term, hits } of found) expect(hits).toBe(tags.filter((tag) => tag.term === term.id).length);
    const paradigm = tags.filter((tag) => tag.theme === 'new_paradigm').length;
    for (const { code, hits, share } of found) if (code === 'NEP') expect(share).toBeCloseTo(hits / paradigm);
    expect(found.map(({ code }) => code)).toEqual([...Array(5).fill('NEP'), ...Array(5).fill('DIL')]);
  });
});
