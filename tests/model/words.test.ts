import { describe, expect, it } from 'vitest';
import { gates } from '../../src/model/claim.ts';
import { reasons, verdicts } from '../../src/model/finding.ts';
import { languages } from '../../src/model/passage.ts';
import { standardVoices } from '../../src/model/study.ts';
import {
  gateWords,
  inSentence,
  languageLabel,
  leftOutWords,
  reasonWords,
  sideLabel,
  verdictMeaning,
  verdictWords,
  voiceLabel,
  warningWords,
} from '../../src/model/words.ts';

describe('words', () => {
  it('has its own words for each verdict, reason, gate and voice, and never proof or bare significance', () => {
    const all = [
      verdicts.map(verdictWords),
      verdicts.map((verdict) => verdictMeaning(verdict, 1.5)),
      reasons.map((reason) => reasonWords(reason).what),
      gates.map(gateWords),
      (['confounded_with_genre', 'one_institution_a_side'] as const).map(warningWords),
      (['one_document', 'no_framed_passage', 'no_common_support'] as const).map(leftOutWords),
      languages.map(languageLabel),
      standardVoices.map(voiceLabel),
    ];
    for (const list of all) {
      expect(new Set(list).size).toBe(list.length);
      for (const words of list) expect(words).not.toMatch(/prove|significant|_|\.$/);
    }
  });

  it('joins the voices of a side', () => {
    expect(sideLabel({ voices: ['regional_body', 'donor', 'trade_union'] })).toBe(
      'regional bodies, donors and trade union',
    );
  });

  it('lowers the first letter of a label, but not of an acronym', () => {
    expect(['New paradigm', 'SSE terms', 'add-on', 'Água'].map(inSentence)).toEqual([
      'new paradigm',
      'SSE terms',
      'add-on',
      'água',
    ]);
  });
});
