import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../src/tag/pattern.ts';
import { createReader } from '../../src/tag/read.ts';
import { makeTerm } from './make.ts';

/** The surfaces that terms find in a text; a term may be written with how exactly it compares. */
function found(terms: readonly (string | Parameters<typeof makeTerm>)[], text: string): readonly string[] {
  const made = terms.map((term) => (typeof term === 'string' ? makeTerm(term) : makeTerm(...term)));
  return createReader(made)(text, 'es').open.map(({ start, end }) => text.slice(start, end));
}

const faultOf = (pattern: string): string | null => {
  const parsed = parsePattern(pattern);
  return 'fault' in parsed ? parsed.fault.code : null;
};

const cases: Readonly<Record<string, () => void>> = {
  'entries are cut as text is': () => {
    const text = 'The U.S. and workers’ rights; social  economy.';
    expect(found(['U.S.', "workers' rights", 'social   economy'], text)).toEqual([
      'U.S',
      'workers’ rights',
      'social  economy',
    ]);
  },
  'an entry that can never match is an error': () => {
    expect(['50%', '#tag', 'http://a.org', 'a, b'].map(faultOf)).toEqual(Array(4).fill('punctuation'));
  },
  'case is kept by the term': () => {
    expect(found([['ONU', { exactCase: true }], 'red'], 'ONU onu Onu RED')).toEqual(['ONU', 'RED']);
  },
  'accents fold, unless the term says no': () => {
    expect(found(['economia'], 'economía ECONOMÍA econom\u0069\u0301a')).toHaveLength(3);
    expect(found([['más', { exactAccents: true }]], 'mas más ma\u0301s')).toEqual(['más', 'ma\u0301s']);
  },
  'apostrophes of any shape part words': () => {
    expect(found(["don't"], "don't don’t donʼt")).toEqual(["don't", 'don’t', 'donʼt']);
  },
  'hyphens of any shape part words': () => {
    expect(found(['well being'], 'well-being well–being well\u2010being well being')).toHaveLength(4);
  },
  'invisible characters are nothing': () => {
    expect(found(['cooperativa'], 'coope\u00adrativa coope\u200drativa')).toEqual([
      'coope\u00adrativa',
      'coope\u200drativa',
    ]);
  },
  'inclusive spellings match their plain word': () => {
    const text = 'trabajador@s trabajadorxs trabajadores/as trabajadores(as)';
    expect(found(['trabajador*'], text)).toEqual(text.split(' '));
  },
  'acronyms match with and without points': () => {
    expect(found(['EE.UU.'], 'EE.UU. y EEUU')).toEqual(['EE.UU', 'EEUU']);
  },
  'punctuation always breaks a phrase, quotation marks never': () => {
    const text = 'economía, social. Economía. Social. La «economía» “social”.';
    expect(found(['economía social'], text)).toEqual(['economía» “social']);
  },
  'slashes and underscores part words': () => {
    expect(found(['civil war', 'y/o'], 'civil_war civil/war y/o y o')).toEqual([
      'civil_war',
      'civil/war',
      'y/o',
      'y o',
    ]);
  },
  'web and mail addresses are no words': () => {
    expect(found(['coop*', 'org'], 'https://coop.org/coop coop@coop.org coop')).toEqual(['coop']);
  },
  'a mark before a word is no part of it': () => {
    expect(found(['economiasocial'], '#EconomiaSocial')).toEqual(['EconomiaSocial']);
  },
  'a lone question mark is any word of one character': () => {
    expect(found(['grupo ?'], 'grupo A, grupo AB, grupo ?')).toEqual(['grupo A']);
  },
  'a pattern without a letter is refused': () => {
    expect(['*', '* ?'].map(faultOf)).toEqual(['wildcards_only', 'wildcards_only']);
  },
  'a word counts once in a layer': () => {
    const terms = ['red de talleres', 'talleres', 'talleres libres'].map((pattern) =>
      makeTerm(pattern, { category: pattern.replaceAll(' ', '_') }),
    );
    const kept = (overlap?: 'nested' | 'category') =>
      createReader(terms, { overlap })('red de talleres libres', 'es').open.length;
    expect([kept(), kept('nested'), kept('category')]).toEqual([1, 2, 3]);
  },
};

describe('a difference from quanteda that is meant', () => {
  it.each(Object.entries(cases))('%s', (_, check) => check());

  it('is written down with its reason', () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'matching.md'), 'utf8');
    const table = text.slice(text.indexOf('| difference | why |'));
    const rows = table.split('\n').flatMap((row) => row.match(/^\| ([a-z].*?) \| \S.*\|$/)?.[1] ?? []);
    expect(rows.filter((row) => row !== 'difference')).toEqual(Object.keys(cases));
  });
});
