import { describe, expect, it } from 'vitest';
import { poleCode } from '../../src/assess/poles.ts';

describe('pole', () => {
  it('is what the study makes of it; a code stands for itself', () => {
    const poles = { claimed: 'NEP', diluted: 'DIL', companion: 'PE' };
    expect(['claimed', 'diluted', 'companion', 'ADD'].map((pole) => poleCode(pole, poles))).toEqual([
      'NEP',
      'DIL',
      'PE',
      'ADD',
    ]);
    expect(poleCode('companion', { claimed: 'NEP', diluted: 'DIL' })).toBeNull();
  });
});
