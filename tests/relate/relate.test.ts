import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinct } from '../../src/model/same.ts';
import type { Member } from '../../src/relate/member.ts';
import { type Related, relate } from '../../src/relate/relate.ts';
import { act, generator, member } from './acts.ts';

/** Where each file is counted, with why, as `file: state of, relation, evidence`. */
function told(found: ReadonlyMap<string, Related>): readonly string[] {
  return [...found]
    .flatMap(([file, { same }]) =>
      same
        .filter(({ relation }) => relation !== null)
        .map(
          ({ of, state, relation, evidence }) =>
            `${file}: ${state} ${of}, ${relation}, ${evidence.join(' ')}`,
        ),
    )
    .toSorted();
}
const problems = (found: ReadonlyMap<string, Related>) =>
  [...found.values()].flatMap(({ problems: some }) => some.map(({ code, file }) => `${file} ${code}`));

/** Replaces a share of the words, as somebody who goes over a draft. */
function revised(paragraphs: readonly string[], share: number, seed = 99): readonly string[] {
  const random = generator(seed);
  return paragraphs.map((text) =>
    text
      .split(' ')
      .map((word) => (random(1000) < share * 1000 ? `otra${random(50)}` : word))
      .join(' '),
  );
}

describe('versions of an act in several languages', () => {
  it('are one cluster, in which one is counted', () => {
    const found = relate([
      member('acta_es.pdf', act(1, 'es'), 'es'),
      member('acta_pt.pdf', act(1, 'pt'), 'pt'),
      member('b.pdf', act(1, 'en'), 'en'),
      member('otra_es.pdf', act(2, 'es'), 'es'),
    ]);
    expect(told(found)).toEqual([
      expect.stringMatching(
        /^acta_pt\.pdf: elsewhere acta_es\.pdf, translation, numbers dates names.* name$/,
      ),
      expect.stringMatching(/^b\.pdf: elsewhere acta_es\.pdf, translation, numbers dates names/),
    ]);
    expect(problems(found)).toEqual(['acta_pt.pdf same_act', 'b.pdf same_act']);
    expect(found.get('acta_es.pdf')?.same).toEqual([
      { of: 'acta_es.pdf', state: 'counted', relation: null, similarity: null, evidence: [] },
    ]);
    expect(found.has('otra_es.pdf')).toBe(false);
  });

  it('are found among many acts, and no two different acts become one', () => {
    const languages = ['es', 'pt', 'en'] as const;
    const members = Array.from({ length: 60 }, (_, seed) =>
      languages
        .slice(0, 1 + (seed % 3))
        .map((language) =>
          member(`${seed}-${language}x.pdf`, act(seed, language, 3 + (seed % 14)), language),
        ),
    ).flat();
    const found = relate(members);
    const numberOf = (file: string) => file.split('-')[0];
    let together = 0;
    for (const [file, { same }] of found) {
      for (const { of, state } of same) {
        expect(state).not.toBe('proposed');
        expect(numberOf(file)).toBe(numberOf(of));
        if (state === 'elsewhere') together++;
      }
    }
    // 20 acts have two versions, 20 have three.
    expect(together).toBe(60);
  });

  it('are not made of two acts that share a name pattern only', () => {
    const found = relate([
      member('red_2009_es.pdf', act(3, 'es'), 'es'),
      member('red_2009_pt.pdf', act(4, 'pt'), 'pt'),
    ]);
    expect(told(found)).toEqual([]);
  });

  it('are only proposed where there is nothing but the name to go by', () => {
    const found = relate([
      member('saludo_es.txt', ['gracias a todas por venir hasta aquí con tanta alegría'], 'es'),
      member('saludo_pt.txt', ['obrigado a todas por virem até aqui com tanta alegria'], 'pt'),
    ]);
    expect(told(found)).toEqual(['saludo_pt.txt: proposed saludo_es.txt, translation, name']);
    expect(problems(found)).toEqual(['saludo_pt.txt perhaps_same_act']);
  });

  it('count the language in which the institution speaks most, and the one that the manifest names before', () => {
    const own = { institution: 'Conselho' };
    const others = [7, 8].map((seed) => member(`z${seed}.pdf`, act(seed, 'pt'), 'pt', own));
    const pair = (values: Partial<Member> = {}) => [
      member('a.pdf', act(1, 'es'), 'es', { ...own, ...values }),
      member('b.pdf', act(1, 'pt'), 'pt', own),
      ...others,
    ];
    expect(relate(pair()).get('a.pdf')?.same).toMatchObject([{ of: 'b.pdf', state: 'elsewhere' }]);
    const stated = [...pair(), member('c.pdf', ['nothing to go by'], 'en', { translation_of: 'a.pdf' })];
    expect(relate(stated).get('b.pdf')?.same).toMatchObject([{ of: 'a.pdf', state: 'elsewhere' }]);
  });

  it('stay apart where the manifest says distinct, and go together where it names one', () => {
    const apart = relate([
      member('acta_es.pdf', act(1, 'es'), 'es'),
      member('acta_pt.pdf', act(1, 'pt'), 'pt', { translation_of: distinct }),
    ]);
    expect(told(apart)).toEqual([]);
    const forced = relate([
      member('x.pdf', act(5, 'es'), 'es'),
      member('y.pdf', act(6, 'en'), 'en', { translation_of: 'x.pdf' }),
    ]);
    expect(told(forced)).toEqual(['y.pdf: elsewhere x.pdf, translation, manifest']);
  });
});

describe('drafts and reprints', () => {
  const draft = revised(act(1, 'es'), 0.08);

  it('are proposed, and still counted', () => {
    const found = relate([
      member('declaracion-borrador.docx', draft, 'es', { date: '2009-01' }),
      member('declaracion.pdf', act(1, 'es'), 'es', { date: '2009-05' }),
      member('otra.pdf', act(2, 'es'), 'es'),
    ]);
    expect(told(found)).toEqual(['declaracion-borrador.docx: proposed declaracion.pdf, version, wording']);
    expect(problems(found)).toEqual(['declaracion-borrador.docx perhaps_same_act']);
  });

  it('are counted once where the manifest says which counts, and left alone where it says distinct', () => {
    const members = (version_of: string) => [
      member('a.docx', draft, 'es', { version_of }),
      member('b.pdf', act(1, 'es'), 'es'),
    ];
    expect(told(relate(members('b.pdf')))).toEqual(['a.docx: elsewhere b.pdf, version, manifest']);
    expect(told(relate(members(distinct)))).toEqual([]);
  });

  it('make a chain of which the last is proposed', () => {
    const last = act(1, 'es');
    const chain = [
      member('1 borrador.pdf', revised(revised(last, 0.05), 0.05, 7), 'es'),
      member('2 rev 1.pdf', revised(last, 0.05), 'es'),
      member('3 final.pdf', last, 'es'),
    ];
    const found = relate(chain);
    expect(found.get('1 borrador.pdf')?.same).toMatchObject([{ of: '3 final.pdf', state: 'proposed' }]);
    expect(found.get('2 rev 1.pdf')?.same).toMatchObject([{ of: '3 final.pdf', state: 'proposed' }]);
  });

  it('with the same words in another format are one text, unless they are to be counted apart', () => {
    const text = act(1, 'es');
    const shouted = [text.join(' ').toUpperCase().replaceAll('.', ' ; ')];
    const both = (values: Partial<Member> = {}) =>
      relate([member('a.pdf', text, 'es'), member('a.md', shouted, 'es', values)]);
    expect(told(both())).toEqual(['a.pdf: elsewhere a.md, copy, text']);
    expect(told(both({ version_of: distinct }))).toEqual([]);
  });

  it('of a few words are no versions of each other', () => {
    const short = (name: string) => [
      `Se designa a ${name} en el cargo de director del área con rango de ley.`,
    ];
    expect(told(relate([member('a', short('Ana Ruiz'), 'es'), member('b', short('Eva Paz'), 'es')]))).toEqual(
      [],
    );
  });
});

describe('what the manifest says', () => {
  const file = (name: string, values: Partial<Member> = {}) =>
    member(name, [`nada que ver ${name}`], 'es', values);

  it('holds through chains and across kinds, and the end of the chain is counted', () => {
    const found = relate([
      file('a', { version_of: 'b' }),
      file('b', { version_of: 'c' }),
      file('c'),
      file('d', { translation_of: 'b' }),
    ]);
    expect(told(found)).toEqual([
      'a: elsewhere c, version, manifest',
      'b: elsewhere c, version, manifest',
      'd: elsewhere c, translation, manifest',
    ]);
  });

  it('goes in a circle: one is counted, and each is told', () => {
    const found = relate([
      file('a', { version_of: 'b' }),
      file('b', { version_of: 'a' }),
      file('c', { version_of: 'a' }),
    ]);
    expect(problems(found).toSorted()).toEqual([
      'a reference_circle',
      'b reference_circle',
      'b same_act',
      'c same_act',
    ]);
  });

  it('cannot make a file count that was not read', () => {
    const lost = { readable: false, sketch: null };
    const found = relate([file('a', { version_of: 'b' }), file('b', lost), file('c', { version_of: 'b' })]);
    expect(told(found)).toEqual(['b: elsewhere a, version, manifest', 'c: elsewhere a, version, manifest']);
    expect(problems(found)).toEqual(['c same_act']);
    expect(told(relate([file('a', { ...lost, version_of: 'b' }), file('b', lost)]))).toEqual([]);
  });

  it('takes files with the same bytes along', () => {
    const copy = file('copy', { readable: false, sketch: null, version_of: 'c' });
    const found = relate([file('a'), copy, file('c')], [{ file: 'copy', of: 'a' }]);
    expect(told(found)).toEqual(['a: elsewhere c, copy, bytes', 'copy: elsewhere c, version, manifest']);
  });
});

it('is the same whatever the order of the files', () => {
  const members = [
    ...[1, 2, 3].flatMap((seed) =>
      (['es', 'pt', 'en'] as const).map((language) =>
        member(`${seed}_${language}`, act(seed, language), language),
      ),
    ),
    member('borrador', revised(act(1, 'es'), 0.1), 'es'),
    member('copia', act(2, 'pt'), 'pt'),
    member('circle a', ['uno'], 'es', { version_of: 'circle b' }),
    member('circle b', ['dos'], 'es', { version_of: 'circle a' }),
  ];
  const sorted = (found: ReadonlyMap<string, Related>) => [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const expected = sorted(relate(members));
  fc.assert(
    fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (shuffled) => {
      expect(sorted(relate(shuffled))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
