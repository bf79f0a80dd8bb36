import { describe, expect, it } from 'vitest';
import { pseudonymsOf } from '../../src/app/pseudonyms.ts';
import { released, releasedMentions } from '../../src/app/release.ts';
import type { Person } from '../../src/model/act.ts';
import type { Found, FoundMention } from '../../src/model/ports.ts';
import type { ReportFile } from '../../src/model/results.ts';
import { StudyFile } from '../../src/model/study.ts';
import { offset, passageId } from '../../src/model/units.ts';
import { mentions } from '../../src/profile/mention/mentions.ts';
import { report } from '../../src/report/report.ts';
import { codePointLength, sliceCodePoints } from '../../src/text/codepoints.ts';
import { noActors } from '../support/actors.ts';
import { passageOf } from '../support/mentions.ts';
import { buildResults } from '../support/results.ts';

const { privacy } = StudyFile.parse({ title: 'x' });
const key = () => Buffer.alloc(32, 1);
const pseudonym = pseudonymsOf(privacy, key);
const results = buildResults();
const elsewhere = passageId(`${'0'.repeat(16)}-${'0'.repeat(12)}`);
const person = (name: string): Person => ({
  name,
  of: null,
  passage: elsewhere,
  start: offset(0),
  end: offset(0),
});
const persons = [person('Zoila Quispe Ñusta'), person('TUPAC, Amaru')];
const before = '😀 Zoila QUISPE Ñusta y la Sra. Quispe: ';
const after = ' Amaru Tupac asintió.';

/** The evidence of the made-up results as an index would give it, each passage between two names. */
function named(rights: string | null = 'CC0'): Found[] {
  return [...results.evidence].map(({ longest: _, ...item }): Found => {
    const shift = codePointLength(before);
    const { passage, tags } = item;
    const runs = [{ ...(passage.runs[0] as never as Found['passage']['runs'][number]) }].map((run) => ({
      ...run,
      length: run.length + shift + codePointLength(after),
    }));
    const speaker = { name: 'Zoila Quispe', role: 'person' } as const;
    const quotation = {
      start: offset(2),
      end: offset(20),
      kind: 'quoted',
      speaker: { name: 'Amaru Tupac', role: 'chair' },
    } as const;
    return {
      ...item,
      rights,
      persons,
      passage: {
        ...passage,
        text: before + passage.text + after,
        runs,
        speaker,
        section: ['Palabras de Zoila Quispe Ñusta'],
        quotations: [quotation],
      },
      tags: tags.map((tag) => ({
        ...tag,
        start: offset(tag.start + shift),
        end: offset(tag.end + shift),
        because: [`es/not ${tag.start + shift}-${tag.end + shift}`],
      })),
    };
  });
}

function contentOf(files: readonly ReportFile[]): string {
  return files
    .map(({ content }) => (typeof content === 'string' ? content : [...content].join('')))
    .join('\n');
}

describe('what leaves a study', () => {
  it('has pseudonyms for the private names of a document, the same everywhere', () => {
    const all = [...released(named(), privacy, pseudonym)];
    const [zoila, amaru] = [pseudonym?.('zoila quispe nusta'), pseudonym?.('amaru tupac')];
    for (const { passage } of all) {
      expect(passage.text.startsWith(`😀 ${zoila} y la Sra. ${zoila}: `)).toBe(true);
      expect(passage.text.endsWith(` ${amaru} asintió.`)).toBe(true);
      expect(passage.speaker?.name).toBe(zoila);
      expect(passage.section).toEqual([`Palabras de ${zoila}`]);
      expect(passage.quotations).toMatchObject([{ start: 2, speaker: { name: amaru } }]);
    }
    expect(JSON.stringify(all)).not.toMatch(/quispe|ñusta|tupac/i);
  });

  it('keeps the words that fired and their places on the page', () => {
    const raw = named();
    let reasons = 0;
    for (const [index, item] of [...released(raw, privacy, pseudonym)].entries()) {
      const { tags = [], passage } = raw[index] ?? {};
      expect(item.tags).toHaveLength(tags.length);
      for (const [at, tag] of item.tags.entries()) {
        expect(sliceCodePoints(item.passage.text, tag.start, tag.end)).toBe(tag.surface);
        expect(tag.surface).toBe(tags[at]?.surface);
        expect([tag.pageStart, tag.pageEnd]).toEqual([tags[at]?.pageStart, tags[at]?.pageEnd]);
        for (const [which, reason] of tag.because.entries()) {
          const words = (text: string, why = '') => {
            const [, from = '', to = ''] = /(\d+)-(\d+)$/.exec(why) ?? [];
            return sliceCodePoints(text, Number(from), Number(to));
          };
          const before = tags[at]?.because[which];
          expect(words(item.passage.text, reason)).toBe(words(passage?.text ?? '', before));
          reasons++;
        }
      }
      for (const run of item.passage.runs) {
        const shown = sliceCodePoints(item.passage.text, run.at, run.at + run.length);
        // The made-up page holds the passage and nothing else, so places on it are places in the raw text.
        expect(shown).toBe(sliceCodePoints(passage?.text ?? '', run.start, run.start + run.length));
      }
      expect(item.passage.runs.length).toBeGreaterThan(2);
    }
    expect(reasons).toBeGreaterThan(0);
  });

  it('is what the study says where it shows names, and needs no key where nobody is named', () => {
    const refuse = () => {
      throw new Error('the key was asked for');
    };
    expect(pseudonymsOf({ ...privacy, names: 'shown' }, refuse)).toBeNull();
    const shown = [...released(named(), privacy, null)];
    expect(shown.every(({ passage }) => passage.text.startsWith(before))).toBe(true);
    const nobody = named().map((item) => ({ ...item, persons: [] }));
    expect([...released(nobody, privacy, pseudonymsOf(privacy, refuse))]).toHaveLength(nobody.length);
  });

  it('is the same on every reading, byte by byte under one key, and different under another', () => {
    const evidence = released(named(), privacy, pseudonym);
    expect([...evidence]).toEqual([...evidence]);
    const other = pseudonymsOf(privacy, () => Buffer.alloc(32, 2));
    expect([...released(named(), privacy, other)]).not.toEqual([...evidence]);
  });

  it('holds no private name and not the key in any file of a report', () => {
    const evidence = released(named(), privacy, pseudonym);
    const content = contentOf(report({ ...results, evidence }));
    expect(content).toContain(pseudonym?.('zoila quispe nusta'));
    expect(content).not.toMatch(/quispe|ñusta|tupac/i);
    expect(content).not.toContain(Buffer.from(key()).toString('hex'));
  });

  it('is quoted at length only where rights are open', () => {
    const long = named(null).map((item) => ({
      ...item,
      passage: { ...item.passage, text: item.passage.text + ' palabra'.repeat(200) },
    }));
    const table = (rights: string | null) => {
      const found = long.map((item) => ({ ...item, rights }));
      const files = report({ ...results, evidence: released(found, privacy, pseudonym) });
      return contentOf(files.filter(({ path }) => path !== 'tables/lexicon.csv'));
    };
    const run = /(?:palabra ?){100}/;
    expect(table('CC BY 4.0')).toMatch(run);
    for (const rights of [null, 'All rights reserved', '© 2010']) expect(table(rights)).not.toMatch(run);
    const longest = (rights: string | null) => [...released(named(rights), privacy, null)][0]?.longest;
    expect([longest('dominio público'), longest('')]).toEqual([700, 300]);
  });
});

describe('released mentions', () => {
  const text = 'La Sra. Quispe y el Instituto Zoila Quispe Ñusta ejecutan el Plan Raíz.';
  const passage = passageOf({ id: 'x', language: 'es', zone: 'body', text });
  const found = mentions([passage], [], noActors).map(
    (mention): FoundMention => ({
      file: 'a.pdf',
      institution: null,
      voice: null,
      date: null,
      cited: '1',
      rights: null,
      text,
      persons,
      mention,
    }),
  );

  it('lose private names in words and ids, and keep their places in the text that is shown', () => {
    const all = [...releasedMentions(found, privacy, pseudonym)];
    expect(all.map(({ mention }) => mention.kind)).toEqual(['actor', 'role', 'programme']);
    expect(JSON.stringify(all.map(({ mention: { surface, id } }) => [surface, id]))).not.toMatch(
      /quispe|zoila/iu,
    );
    expect(all[0]?.mention.surface).toMatch(/^Instituto person [0-9A-Z]{8}$/u);
    expect(all[1]?.mention.of).toBe(all[0]?.mention.start);
    expect(all[2]?.mention).toMatchObject({ surface: 'Plan Raíz', id: 'plan raiz' });
    expect(all[0]?.longest).toBe(Math.min(privacy.quote_length, all[0]?.longest ?? 0));
  });

  it('are what they were where names are shown', () => {
    const shown = [...releasedMentions(found, privacy, null)].map(({ mention }) => mention);
    expect(shown).toEqual(found.map(({ mention }) => mention));
  });
});
