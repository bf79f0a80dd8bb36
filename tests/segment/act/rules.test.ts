import { describe, expect, it } from 'vitest';
import { decisionCues } from '../../../src/segment/act/rules/decisions.ts';
import { minutesCues } from '../../../src/segment/act/rules/minutes.ts';
import { provisionCues } from '../../../src/segment/act/rules/provisions.ts';
import {
  continuationCues,
  inversionCues,
  leadCues,
  sourceCues,
  speakerCues,
  speechCues,
} from '../../../src/segment/act/rules/speakers.ts';
import { factCues, titleCues } from '../../../src/segment/act/rules/titles.ts';
import { afterLabel } from '../../../src/segment/act/sentences.ts';
import { type Cue, readAt, readers, readIn } from '../../../src/text/cue.ts';

const tables: Readonly<Record<string, readonly Cue<string>[]>> = {
  minutesCues,
  provisionCues,
  decisionCues,
  speakerCues,
  speechCues,
  inversionCues,
  leadCues,
  continuationCues,
  sourceCues,
  titleCues,
  factCues,
};

for (const [name, cues] of Object.entries(tables)) {
  describe(name, () => {
    it.each(cues.map((cue) => [...cue] as const))('%s %s: %s', (language, kind, pattern, yes, no) => {
      const rule = readers([[language, kind, pattern, yes, no]]);
      if (kind === 'within' || kind === 'proposal') {
        expect(readIn(rule, yes, language)).toBe(true);
        expect(readIn(rule, no, language)).toBe(false);
        return;
      }
      expect(readAt(rule, yes, afterLabel(yes), language)).toMatchObject({ kind });
      expect(readAt(rule, no, afterLabel(no), language)).toBeNull();
    });

    it('holds no pattern twice for a language and speaks es, pt and en', () => {
      const keys = cues.map(([language, , pattern]) => `${language} ${pattern}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(cues.map(([language]) => language))).toEqual(new Set(['es', 'pt', 'en']));
    });
  });
}
