import { assess } from '../../src/assess/assess.ts';
import type { Finding } from '../../src/model/finding.ts';
import { balanced } from './balanced.ts';
import { doing } from './mention-rows.ts';
import { dilution, plainStudy } from './study.ts';

const observations = balanced((ofCivilSociety, count, at) => ({
  presence: ofCivilSociety
    ? { NEP: count, DIL: 2, PE: 2, INT: 1 }
    : { NEP: 2, DIL: count, PE: count, INT: 9 },
  portrait: { doings: [doing(`m${at}`, 'actors/social_ministries')] },
}));

/** Findings on every hypothesis of the dilution claim, over two voices with six documents each. */
export function assessed(): readonly Finding[] {
  return assess(observations, dilution, plainStudy);
}
