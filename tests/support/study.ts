import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Claim } from '../../src/model/claim.ts';
import { StudyFile } from '../../src/model/study.ts';

/** A study with nothing but defaults. */
export const plainStudy: StudyFile = StudyFile.parse({ title: 'a study' });

/** The claim that the program ships with. */
export const dilution: Claim = Claim.parse(parse(readFileSync('claims/dilution.yaml', 'utf8')));
