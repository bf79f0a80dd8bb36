import { describe, expect, it } from 'vitest';
import type { Tag } from '../../src/model/tag.ts';
import { codesIn, patternOf, sideOf } from '../../src/validate/codes.ts';
import { measured } from '../support/codings.ts';
import { plainStudy } from '../support/study.ts';

const tag = (category: string, blocked: Tag['blocked'] = null) => ({ category, blocked }) as Tag;
const codes = (...tags: readonly Tag[]) => codesIn(tags, measured, 'SSE');

describe('codesIn', () => {
  it('counts a frame only where the object is, and no tag that is blocked', () => {
    expect([...codes(tag('objects/a'), tag('poverty/b'), tag('paradigm/a', 'mask'))]).toEqual([
      'PE',
      'DIL',
      'SSE',
    ]);
    expect([...codes(tag('poverty/b'))]).toEqual([]);
    expect([...codes(tag('objects/a', 'mask'), tag('poverty/b'))]).toEqual([]);
    expect([...codes()]).toEqual([]);
  });
});

describe('patternOf', () => {
  it.each([
    ['neither', []],
    ['neither', [tag('paradigm/a')]],
    ['anchor', [tag('objects/a')]],
    ['claimed', [tag('objects/a'), tag('paradigm/a')]],
    ['diluted', [tag('objects/a'), tag('addon/a')]],
    ['both', [tag('objects/a'), tag('addon/a'), tag('paradigm/a')]],
  ] as const)('is %s', (pattern, tags) => {
    expect(patternOf(codes(...tags), plainStudy)).toBe(pattern);
  });
});

describe('sideOf', () => {
  it('is none for a voice that is not compared', () => {
    expect(sideOf('civil_society', plainStudy.contrast)).toBe('source');
    expect(sideOf('regional_body', plainStudy.contrast)).toBe('policy');
    expect(sideOf('donor', plainStudy.contrast)).toBeNull();
    expect(sideOf(null, plainStudy.contrast)).toBeNull();
  });
});
