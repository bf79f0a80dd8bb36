import { describe, expect, it } from 'vitest';
import { actorOf } from '../../../src/app/explore/mentions.ts';
import type { Found } from '../../../src/model/ports.ts';

const text = 'El Ministerio de Pesca paga; lo ejecuta la Cooperati\u0301va Güira.';
const tagAt = (category: string, start: number, end: number) => ({ category, start, end });

type Said = {
  readonly start: number;
  readonly end: number;
  readonly id: string | null;
  readonly category: string | null;
};

function whoIn(said: Said, tags: readonly unknown[] = []): string | null {
  const place = actorOf(
    said as Parameters<typeof actorOf>[0],
    { passage: { text }, tags } as unknown as Found,
  );
  return place === null ? null : [...text].slice(place.start, place.end).join('');
}

describe('who has a role in a passage', () => {
  const words = { start: 32, end: 39 };

  it('is the tag of its category that is nearest to the words', () => {
    const tags = [tagAt('actors/a', 3, 22), tagAt('actors/b', 43, 55), tagAt('actors/a', 43, 55)];
    expect(whoIn({ ...words, id: 'x', category: 'actors/a' }, tags)).toBe('Cooperati\u0301va');
    expect(whoIn({ start: 23, end: 27, id: 'x', category: 'actors/a' }, tags)).toBe('Ministerio de Pesca');
  });

  it('is its name where nothing is tagged, accents or not, and else nowhere', () => {
    expect(whoIn({ ...words, id: 'name:cooperativa guira', category: null })).toBe('Cooperati\u0301va Güira');
    expect(whoIn({ ...words, id: 'name:banco', category: null })).toBeNull();
    expect(whoIn({ ...words, id: null, category: null })).toBeNull();
  });
});
