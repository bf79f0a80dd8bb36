import { describe, expect, it } from 'vitest';
import { objectiveCues, serviceCues } from '../../../src/profile/mention/rules/aims.ts';
import { classStems, groupEnds, groupNouns } from '../../../src/profile/mention/rules/groups.ts';
import { currencies, statusCues } from '../../../src/profile/mention/rules/money.ts';
import {
  bodyHeads,
  englishHeads,
  programmeHeads,
  workHeads,
} from '../../../src/profile/mention/rules/names.ts';
import { roleCues } from '../../../src/profile/mention/rules/roles.ts';
import { allIn, type Cue, readers } from '../../../src/text/cue.ts';

const tables: Readonly<Record<string, readonly Cue<string>[]>> = {
  objectiveCues,
  serviceCues,
  statusCues,
  roleCues,
};

for (const [name, cues] of Object.entries(tables)) {
  describe(name, () => {
    it.each(cues.map((cue) => [...cue] as const))('%s %s: %s', (language, kind, pattern, yes, no) => {
      const rule = readers([[language, kind, pattern, yes, no]]);
      expect(allIn(rule, yes, language)).toMatchObject([{ kind, start: 0 }]);
      expect(allIn(rule, no, language)).toEqual([]);
    });

    it('holds no pattern twice for a language and speaks es, pt and en', () => {
      const keys = cues.map(([language, , pattern]) => `${language} ${pattern}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(cues.map(([language]) => language))).toEqual(new Set(['es', 'pt', 'en']));
    });
  });
}

describe('word lists', () => {
  it('are folded and without empty words', () => {
    const stems = Object.values(classStems).flat();
    const words = [
      ...bodyHeads,
      ...englishHeads,
      ...programmeHeads,
      ...workHeads,
      ...groupEnds,
      ...groupNouns,
      ...stems,
    ];
    for (const word of words) expect(word).toMatch(/^[a-z]+\*?$/u);
  });

  it('list every English head among the heads', () => {
    for (const head of englishHeads)
      expect(bodyHeads.has(head) || programmeHeads.has(head) || workHeads.has(head)).toBe(true);
  });

  it('put the longer spelling of a currency before the one that it begins with', () => {
    for (const [i, [written]] of currencies.entries())
      for (const [later] of currencies.slice(i + 1))
        expect(later.startsWith(written.replace('*', ''))).toBe(false);
  });
});
