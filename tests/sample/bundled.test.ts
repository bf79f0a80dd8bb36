import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { StudyFile } from '../../src/model/study.ts';
import { corpus, institutionOf, readManifest, readTruth, root, voiceOf } from './corpus.ts';

const manifest = readManifest();
const truth = readTruth();
const files = globSync('documents/**/*.*', { cwd: corpus }).sort();
const study = StudyFile.parse(parse(readFileSync(`${root}/study.yaml`, 'utf8')));
const named = (file: string) =>
  /_(?<kind>[a-z]+)_(?<year>\d{4})(?:-\d{2}){0,2}_(?<language>es|pt|en)\.(?<ending>[a-z]+)$/.exec(file)
    ?.groups ?? {};

describe('the bundled corpus', () => {
  it('has at least 72 documents by at least nine institutions, and truth for each', () => {
    expect(files.length).toBeGreaterThanOrEqual(72);
    expect(new Set(files.map(institutionOf)).size).toBeGreaterThanOrEqual(9);
    expect([...new Set(truth.map((row) => row.file))].sort()).toEqual(files);
    const voices = Map.groupBy(new Set(files.map((file) => file.split('/').slice(0, 3).join('/'))), voiceOf);
    expect(voices.get('civil_society')).toHaveLength(3);
    expect(voices.get('regional_body')).toHaveLength(3);
    expect(voices.size).toBe(5);
  });

  it('stays below six megabytes', () => {
    expect(files.reduce((sum, file) => sum + statSync(corpus + file).size, 0)).toBeLessThan(6_000_000);
  });

  it('has every format, kind and language, dated 2000 to 2015', () => {
    const parts = files.map(named);
    expect(new Set(parts.map((part) => part['ending']))).toEqual(new Set(['pdf', 'docx', 'html', 'txt']));
    expect(new Set(parts.map((part) => part['language']))).toEqual(new Set(['es', 'pt', 'en']));
    expect(new Set(parts.map((part) => part['kind']))).toEqual(
      new Set(['declaration', 'article', 'programme', 'decision', 'minutes']),
    );
    const years = parts.map((part) => Number(part['year']));
    expect(Math.min(...years)).toBeGreaterThanOrEqual(2000);
    expect(Math.max(...years)).toBe(2015);
  });

  it('lets both sides publish in each language and period', () => {
    for (const side of ['civil_society', 'regional_body']) {
      const own = files.filter((file) => voiceOf(file) === side).map(named);
      for (const language of ['es', 'pt', 'en']) {
        const spoken = own.filter((part) => part['language'] === language);
        expect(spoken.length, `${side} in ${language}`).toBeGreaterThanOrEqual(8);
        const periods = new Set(spoken.map((part) => Math.floor(Number(part['year']) / 5) * 5));
        expect(periods, `${side} in ${language}`).toEqual(new Set([2000, 2005, 2010, 2015]));
      }
    }
  });

  it('has kinds of document that occur on both sides', () => {
    const kinds = (side: string) =>
      new Set(files.filter((file) => voiceOf(file) === side).map((file) => named(file)['kind']));
    expect([...kinds('civil_society').intersection(kinds('regional_body'))].sort()).toEqual([
      'declaration',
      'minutes',
      'programme',
    ]);
  });

  it('has a plain text in windows-1252 and one with byte order mark and CRLF', () => {
    const old = readFileSync(
      `${corpus}documents/civil_society/red-andaluna/red-andaluna_minutes_2013-11-20_es.txt`,
    );
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(old)).toThrow();
    expect(new TextDecoder('windows-1252').decode(old)).toContain('–previa convocatoria por carta–');
    const marked = readFileSync(
      `${corpus}documents/civil_society/forum-marazul/forum-marazul_declaration_2015-12-02_pt.txt`,
      'utf8',
    );
    expect(marked.startsWith('\uFEFF')).toBe(true);
    expect(marked.match(/(?<!\r)\n/g)).toBeNull();
  });

  it('names no real body', () => {
    const real = /UNASUR|UNASUL|MERCOSUR|MERCOSUL|RIPESS|AECID|FOCEM|RECM|SENAES|Argentina|Bras[iz]l|Uruguay/;
    for (const file of files.filter((one) => /\.(txt|html)$/.test(one))) {
      expect(readFileSync(corpus + file, 'latin1'), file).not.toMatch(real);
    }
  });
});

describe('the manifest', () => {
  it('is sorted and names files that exist, all but the two left out on purpose', () => {
    const listed = manifest.map((row) => row.file);
    expect(listed).toEqual([...listed].sort());
    expect(files.filter((file) => !listed.includes(file))).toEqual([
      'documents/civil_society/forum-marazul/forum-marazul_declaration_2011-08-27_pt.html',
      'documents/regional_body/comunidad-sur-austral/comunidad-sur-austral_minutes_2009-05-14_es.pdf',
    ]);
    expect(listed.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('says what path and name say, and calls institutions by names that the study knows', () => {
    const known = new Map(
      study.institutions.flatMap(({ name, voice, aliases }) =>
        [name, ...aliases].map((one) => [one, { name, voice }]),
      ),
    );
    for (const row of manifest) {
      const part = named(row.file);
      expect([row.kind, row.language, row.date?.slice(0, 4)]).toEqual([
        part['kind'],
        part['language'],
        part['year'],
      ]);
      expect(row.voice).toBe(voiceOf(row.file));
      const institution = known.get(row.institution ?? '');
      expect(institution, row.institution ?? '').toBeDefined();
      expect(known.get(institutionOf(row.file))).toEqual(institution);
      expect(institution?.voice).toBe(row.voice);
    }
  });
});

describe('the README of the corpus', () => {
  it('counts right', () => {
    const text = readFileSync(`${corpus}README.md`, 'utf8');
    expect(text).toContain(`All ${files.length} documents`);
    expect(text).toContain(`each of the ${truth.length} passages`);
    for (const [, file] of text.matchAll(/`([a-z-]+_[a-z]+_[\d-]+_(?:es|pt|en)\.[a-z]+)`/g)) {
      expect(
        files.some((one) => one.endsWith(`/${file}`)),
        file,
      ).toBe(true);
    }
  });
});
