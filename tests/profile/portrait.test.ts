import { describe, expect, it } from 'vitest';
import type { MeasuredCategory } from '../../src/model/lexicon.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Passage, Zone } from '../../src/model/passage.ts';
import { blankPortrait } from '../../src/model/profile.ts';
import type { MentionRow } from '../../src/model/results.ts';
import type { Block, Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { appendix } from '../../src/profile/appendix.ts';
import { places } from '../../src/profile/places.ts';
import { portrait } from '../../src/profile/portrait.ts';
import { unsaid } from '../support/mention-rows.ts';
import { observation } from '../support/observation.ts';
import { plainPassage } from '../support/parts.ts';

const document = documentId(sha256('b'.repeat(64)));
const id = (ordinal: number) => passageId(`${document}-${ordinal.toString(16).padStart(12, '0')}`);
const measured: readonly MeasuredCategory[] = [
  { code: 'SSE', label: 'object', definition: 'd', categories: ['objects/core'] },
  { code: 'ECON', label: 'economy', definition: 'd', categories: ['mainstream/policy'] },
  { code: 'SOC', label: 'social', definition: 'd', categories: ['social/policy'] },
];
const setting = {
  measured,
  object: 'SSE',
  above: (actor: string) => (actor === 'inaes' ? ['actors/social_ministries'] : []),
};

const passage = (ordinal: number, zone: Zone = 'body'): Passage => ({
  id: id(ordinal),
  document,
  ordinal,
  ...plainPassage,
  zone,
  language: 'es',
  text: 'x'.repeat(80),
  words: 10,
  runs: [],
});

const place = (start: number, end: number) => ({
  document,
  start: offset(start),
  end: offset(end),
  page: pageIndex(0),
  pageStart: offset(start),
  endPage: pageIndex(0),
  pageEnd: offset(end),
  zone: 'body' as const,
});

const tag = (ordinal: number, category: string, start = 0, blocked: Block | null = null): Tag => ({
  ...place(start, start + 4),
  passage: id(ordinal),
  surface: 'xxxx',
  term: 't',
  category,
  theme: category.split('/')[0] ?? '',
  layer: 'frame',
  blocked,
  polarity: null,
  voice: null,
  because: [],
});

const mention = (ordinal: number, more: Partial<Mention> & Pick<Mention, 'kind'>): Mention => ({
  ...place(0, 40),
  passage: id(ordinal),
  surface: 'x'.repeat(40),
  ...unsaid,
  ...more,
});

describe('portrait', () => {
  it('holds who does what once, with the bodies above', () => {
    const does = mention(0, {
      kind: 'role',
      id: 'inaes',
      role: 'implementing',
      category: 'actors/sse_institutes',
    });
    const { doings } = portrait([passage(0)], [], [does, does], setting);
    expect(doings).toEqual([
      {
        actor: 'inaes',
        role: 'implementing',
        programme: null,
        category: 'actors/sse_institutes',
        above: ['actors/social_ministries'],
      },
    ]);
  });

  it('takes the names of one thing in two spellings or languages for one', () => {
    const names = ['programa de economia solidaria', 'programme of solidarity economy'];
    const does = ['ministerio de trabajo', 'ministerio do trabalho'].flatMap((id) =>
      names.map((programme) => mention(0, { kind: 'role', id, role: 'implementing', programme })),
    );
    const named = names.map((id) => mention(0, { kind: 'programme', id }));
    const found = portrait([passage(0)], [], [...does, ...named], setting);
    expect(found.doings).toHaveLength(1);
    expect(found.programmes).toHaveLength(1);
    expect(found.doings[0]?.programme).toBe(found.programmes[0]);
  });

  it('counts money without a named giver by what it is, once a programme', () => {
    const tags = [
      tag(0, 'markers/funding_own'),
      tag(0, 'markers/funding_own', 9),
      tag(0, 'markers/funding_general'),
    ];
    const named = mention(0, { kind: 'programme', id: 'plan' });
    expect(portrait([passage(0)], tags, [named], setting).doings).toMatchObject([
      { actor: 'markers/funding_own', role: 'funding', programme: 'plan' },
    ]);
    expect(portrait([passage(0)], [tag(0, 'markers/funding_own', 0, 'mask')], [], setting).doings).toEqual(
      [],
    );
  });

  it('gives money to the programme that its own sentence names', () => {
    const [one, other, third] = [
      'El Plan Uno se paga con recursos propios.',
      'El Plan Dos se paga con subsidios 😀.',
      'Además hubo recursos propios.',
    ];
    const text = `${one} ${other} ${third}`;
    const at = (words: string, from = 0) => [...text.slice(0, text.indexOf(words, from))].length;
    const tags = [
      tag(0, 'markers/funding_own', at('recursos')),
      tag(0, 'markers/funding_state', at('subsidios')),
      tag(0, 'markers/funding_external', at('recursos', text.indexOf('Además'))),
    ];
    const programmes = ['Plan Uno', 'Plan Dos'].map((name) =>
      mention(0, { kind: 'programme', id: name, ...place(at(name), at(name) + name.length) }),
    );
    const { doings } = portrait([{ ...passage(0), text }], tags, programmes, setting);
    expect(doings.map(({ actor, programme }) => [actor, programme])).toEqual([
      ['markers/funding_external', null],
      ['markers/funding_own', 'Plan Uno'],
      ['markers/funding_state', 'Dos Plan'],
    ]);
  });

  it('names what stands inside an objective, also without the object', () => {
    const tags = [
      tag(0, 'mainstream/policy', 10, 'no_object'),
      tag(0, 'social/policy', 60),
      tag(0, 'social/policy', 5, 'near'),
    ];
    expect(portrait([passage(0)], tags, [mention(0, { kind: 'objective' })], setting).objectives).toEqual({
      ECON: 1,
    });
  });

  it('tells groups by all of their classes, and passages of the object by place', () => {
    const mentions = [
      mention(0, { kind: 'beneficiary', id: 'a', classes: ['poor', 'women'] }),
      mention(0, { kind: 'beneficiary', id: 'b' }),
      mention(1, { kind: 'role', id: 'x', role: 'implementing' }),
    ];
    const tags = [
      tag(0, 'objects/core'),
      tag(1, 'objects/core'),
      tag(1, 'social/policy'),
      tag(2, 'social/policy'),
    ];
    const drawn = portrait(
      [passage(0, 'recital'), passage(1), passage(2, 'budget')],
      tags,
      mentions,
      setting,
    );
    expect(drawn.served).toEqual({ '': 1, 'poor women': 1 });
    expect(drawn.places).toEqual({
      body: { passages: 1, presence: { SSE: 1, SOC: 1 } },
      implementing: { passages: 1, presence: { SSE: 1, SOC: 1 } },
      recital: { passages: 1, presence: { SSE: 1 } },
    });
    expect(drawn.substantive).toBe(1);
  });

  it('is blank of a document that names nobody, and of passages of another language', () => {
    expect(portrait([passage(0)], [], [], setting)).toBe(blankPortrait);
    const other = mention(1, { kind: 'role', id: 'x', role: 'funding' });
    expect(portrait([passage(0)], [tag(1, 'objects/core')], [other], setting)).toBe(blankPortrait);
  });
});

describe('places', () => {
  it('adds up a voice, and takes the languages of a document for one', () => {
    const there = { recital: { passages: 2, presence: { NEP: 1 } } };
    const rows = ['es', 'pt'].map((language) =>
      observation({ file: 'a', language: language as 'es' | 'pt', portrait: { places: there } }),
    );
    expect(places(rows)).toEqual([
      { voice: 'civil_society', place: 'recital', documents: 1, passages: 4, presence: { NEP: 2 } },
    ]);
    expect(places([])).toEqual([]);
  });
});

describe('appendix', () => {
  const row = (file: string, found: Mention): MentionRow => ({
    file,
    institution: 'RECM',
    voice: 'regional_body',
    date: null,
    cited: '3',
    mention: found,
    longest: 10,
  });

  it('gives each thing its first page, sums as they stand, and no channel to whoever was present', () => {
    const [recm] = appendix([
      row(
        'a',
        mention(0, {
          kind: 'role',
          id: 'name:cooperar',
          role: 'implementing',
          category: 'actors/cooperative_federations',
        }),
      ),
      row(
        'b',
        mention(0, {
          kind: 'role',
          id: 'name:cooperar',
          role: 'implementing',
          category: 'actors/cooperative_federations',
        }),
      ),
      row('a', mention(0, { kind: 'role', id: 'ministry', role: 'participant' })),
      row(
        'a',
        mention(0, { kind: 'amount', amount: { value: 5, unit: 'EUR', year: '2008', status: 'approved' } }),
      ),
      row('a', mention(0, { kind: 'objective' })),
    ]);
    expect(recm?.items).toMatchObject([
      {
        column: 'channels',
        name: 'cooperar',
        note: 'cooperative federations',
        times: 2,
        file: 'a',
        page: '3',
      },
      { column: 'money', name: 'xxxxxxxxxx', note: '2008, approved', times: 1 },
      { column: 'objectives', name: 'xxxxxxxxxx', note: null },
    ]);
  });

  it('writes names as the lexicon does, and others as the documents do most often', () => {
    const role = (id: string, programme: string | null = null) =>
      mention(0, { kind: 'role', id, programme, role: 'implementing' });
    const written = (kind: 'actor' | 'programme', id: string, surface: string) =>
      mention(0, { kind, id, surface });
    const [recm] = appendix(
      [
        row('a', role('name:ministerio de inclusion', 'programa manos')),
        row('a', written('actor', 'name:ministerio de inclusion', 'MINISTERIO')),
        row('b', written('actor', 'name:ministerio de inclusion', 'Inclusión')),
        row('c', written('actor', 'name:ministerio de inclusion', 'Inclusión')),
        row('a', written('programme', 'programa manos', 'Programa\nÑandú')),
        row('a', role('inaes')),
        row('a', written('actor', 'inaes', 'INAES')),
        row('a', role('name:nobody')),
        row('a', mention(0, { kind: 'beneficiary', id: 'jovenes', surface: 'Jóvenes' })),
      ],
      [{ id: 'inaes', name: 'Instituto de Economía' }],
    );
    expect(recm?.items.map(({ id, name, programme }) => [id, name, programme])).toEqual([
      // As long as may be quoted, and on one line.
      ['name:ministerio de inclusion', 'Inclusión', 'Programa Ñ'],
      ['inaes', 'Instituto de Economía', null],
      ['name:nobody', 'nobody', null],
      ['jovenes', 'Jóvenes', null],
    ]);
  });
});
