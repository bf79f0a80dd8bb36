import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDrafting } from '../../src/compose/drafting.ts';
import { openDesk } from '../../src/explorer/desk.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';
import type { Draft } from '../../src/model/api/lexicon.ts';
import { LexiconView, PreviewView, Saved, TermView } from '../../src/model/api/lexicon.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { asked, givenSample } from '../support/explorer.ts';
import { temporaryFolder } from '../support/tiny.ts';

const sample = givenSample();

async function view(): Promise<LexiconView> {
  return LexiconView.parse(await (await asked(sample().desk, '/api/lexicon')).json());
}

async function termOf(term: string): Promise<TermView> {
  const answer = await asked(sample().desk, `/api/lexicon/term?${new URLSearchParams({ term })}`);
  return TermView.parse(await answer.json());
}

async function preview(draft: Draft): Promise<PreviewView> {
  const answer = await asked(sample().desk, '/api/lexicon/preview', { method: 'POST', body: draft });
  return PreviewView.parse(await answer.json());
}

function save(draft: Draft, hash: string | null): Promise<Response> {
  return asked(sample().desk, '/api/lexicon/term', { method: 'PUT', body: { draft, hash } });
}

/** The most frequent term of the sample, and its draft as it stands. */
async function frequent(): Promise<{ readonly view: TermView; readonly draft: Draft }> {
  const row = (await lexicon).terms.find(({ theme }) => theme === 'add_on');
  if (row === undefined) throw new Error('expected a term of add_on');
  const found = await termOf(row.term);
  const { theme, category, language, term } = row;
  return { view: found, draft: { theme, category, language, term, entry: found.entry } };
}
let lexicon: Promise<LexiconView>;

function fileOf(view: Pick<TermView, 'file'>): string {
  return join(sample().study, view.file);
}

describe('the lexicon', () => {
  it('counts hits as the index does, and names themes, sentences and readings', async () => {
    lexicon = view();
    const { terms, themes, own, current } = await lexicon;
    expect([own, current]).toEqual([true, true]);
    const counts = sample().desk.database().hitCounts();
    for (const row of terms.filter(({ hits }) => hits !== null).slice(0, 50)) {
      const hits = counts.filter(({ term, blocked }) => term === row.term && blocked === null);
      expect(row.hits, row.term).toBe(hits.reduce((sum, one) => sum + one.hits, 0));
    }
    expect(themes.find(({ theme }) => theme === 'add_on')?.categories[0]?.matches.length).toBeGreaterThan(0);
    expect(themes.find(({ layer }) => layer === 'mask')?.coverage).toBeNull();
    expect(terms.some(({ read }) => read !== null)).toBe(true);
  });

  it('knows where a term stands', async () => {
    const { view: term } = await frequent();
    const line = readFileSync(fileOf(term), 'utf8').split('\n')[term.line - 1];
    expect(line).toContain(JSON.stringify(term.entry.pattern));
    const nowhere = await asked(sample().desk, '/api/lexicon/term?term=no/such.en.000000');
    expect(nowhere.status).toBe(404);
  });
});

describe('a draft', () => {
  it('that is what stands there changes nothing', async () => {
    const { draft } = await frequent();
    const { faults, changes, passages, looked } = await preview(draft);
    expect([faults, changes]).toEqual([[], []]);
    expect(looked).toBe(passages);
  });

  it('without its term loses all its hits, and names some of them', async () => {
    const { draft, view: term } = await frequent();
    const { changes, lost, gained } = await preview({ ...draft, entry: null });
    const all = changes.find(({ category }) => category === `${draft.theme}/${draft.category}`);
    expect(all?.gained).toBe(0);
    expect(all?.lost).toBeGreaterThan(0);
    expect(all?.lost).toBeLessThanOrEqual(term.row.hits ?? 0);
    expect(gained).toEqual([]);
    expect(lost.length).toBe(Math.min(20, all?.lost ?? 0));
    expect(lost.every(({ term: id }) => id === draft.term)).toBe(true);
  });

  it('counts what tagging every passage anew by the whole lexicon would', async () => {
    const { draft, view: term } = await frequent();
    const pattern = '(cooperativ*|social* econom*|tool*|herramienta*)';
    const entry = { ...term.entry, pattern, yes: [] };
    const patient = openDrafting(sample().study, {}, Number.POSITIVE_INFINITY);
    const { changes } = await patient.preview({ ...draft, entry });
    const source = (await sample().desk.study()).lexicon;
    const themes = source.themes.map(({ file, theme }) => {
      if (theme.theme !== draft.theme) return { file, theme };
      const copy = structuredClone(theme);
      const entries = copy.categories[draft.category]?.terms[draft.language] ?? [];
      entries.splice(
        entries.findIndex((one) => one.pattern === term.entry.pattern),
        1,
        entry,
      );
      return { file, theme: copy };
    });
    const [before, after] = [resolveLexicon(source).lexicon, resolveLexicon({ ...source, themes }).lexicon];
    const settings = { object: (await sample().desk.study()).file.object };
    const [old, now] = [compile(before, settings), compile(after, settings)];
    const counts = new Map<string, { gained: number; lost: number }>();
    for (const { passage } of sample().desk.database().passages()) {
      const places = (matcher: typeof old) =>
        new Set(
          tag([passage], matcher)
            .filter(({ blocked }) => blocked === null)
            .map(({ category, start, end }) => `${category} ${start} ${end}`),
        );
      const [was, is] = [places(old), places(now)];
      const add = (set: Set<string>, other: Set<string>, name: 'gained' | 'lost') => {
        for (const place of set.difference(other)) {
          const category = place.split(' ')[0] ?? '';
          const count = counts.get(category) ?? { gained: 0, lost: 0 };
          count[name]++;
          counts.set(category, count);
        }
      };
      add(is, was, 'gained');
      add(was, is, 'lost');
    }
    expect(counts.size).toBeGreaterThan(0);
    expect(
      Object.fromEntries(changes.map(({ category, gained, lost }) => [category, { gained, lost }])),
    ).toEqual(Object.fromEntries(counts));
  });

  it('says in the words of the compiler why it cannot be', async () => {
    const { draft, view: term } = await frequent();
    const { faults } = await preview({ ...draft, entry: { ...term.entry, pattern: '(social|' } });
    expect(faults.join()).toMatch(new RegExp(`^${term.file}:${term.line}: .*expected .* at position`));
    const wild = await preview({ ...draft, entry: { ...term.entry, pattern: '*' } });
    expect(wild.faults.join()).toMatch(/names? a word|letter or digit/);
    const example = await preview({ ...draft, entry: { ...term.entry, yes: ['Nothing of the kind.'] } });
    expect(example.faults.join()).toMatch(/expected the term that it stands beside to match/);
  });
});

describe('saving', () => {
  it('changes one line and nothing else', async () => {
    const { draft, view: term } = await frequent();
    const path = fileOf(term);
    const before = readFileSync(path, 'utf8');
    const commented = before.replace('categories:', '# kept by hand\ncategories:  # and this');
    writeFileSync(path, commented);
    const { hash } = await termOf(term.row.term);
    const entry = { ...term.entry, pattern: `(${term.entry.pattern}|zzzadd)`, why: 'wording of a test' };
    const answer = await save({ ...draft, entry }, hash);
    expect(answer.status).toBe(200);
    const saved = Saved.parse(await answer.json());
    const lines = readFileSync(path, 'utf8').split('\n');
    const differing = commented.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [lines[at]]));
    expect(lines.length).toBe(commented.split('\n').length);
    expect(differing).toHaveLength(1);
    expect(differing[0]).toContain('zzzadd');
    expect((await termOf(saved.term ?? '')).entry).toEqual(entry);
    expect((await view()).current).toBe(false);
    writeFileSync(path, before);
  });

  it('adds a term, and takes it out again', async () => {
    const { draft, view: term } = await frequent();
    const path = fileOf(term);
    const before = readFileSync(path, 'utf8');
    const entry = { ...term.entry, why: 'a: b # "c"', yes: [] };
    const bad = await save({ ...draft, term: null, entry }, null);
    expect(bad.status).toBe(409);
    expect(readFileSync(path, 'utf8')).toBe(before);
    const good = { ...entry, pattern: 'zzz wording of a test' };
    const saved = Saved.parse(await (await save({ ...draft, term: null, entry: good }, null)).json());
    const found = await termOf(saved.term ?? '');
    expect(found.entry).toEqual(good);
    const gone = await save({ ...draft, term: saved.term, entry: null }, found.hash);
    expect(Saved.parse(await gone.json()).term).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('refuses where the file is another by then, or the lexicon would be unsound', async () => {
    const { draft, view: term } = await frequent();
    const before = readFileSync(fileOf(term), 'utf8');
    const stale = await save({ ...draft, entry: { ...term.entry, why: 'other' } }, 'a'.repeat(64));
    expect([stale.status, ((await stale.json()) as Refusal).lines.join()]).toEqual([
      409,
      expect.stringMatching(/expected the file as it was read/),
    ]);
    const faulty = await save({ ...draft, entry: { ...term.entry, pattern: '*' } }, term.hash);
    expect(faulty.status).toBe(409);
    expect(readFileSync(fileOf(term), 'utf8')).toBe(before);
  });

  it('leads nowhere else than to the files of the lexicon', async () => {
    const { draft } = await frequent();
    for (const theme of ['../study', '__proto__', 'constructor']) {
      const answer = await save({ ...draft, theme, term: null }, null);
      expect(answer.status, theme).toBe(409);
    }
    const answer = await save({ ...draft, category: '__proto__', term: null }, null);
    expect(answer.status).toBe(409);
  });
});

describe('a study without a lexicon of its own', () => {
  it('says so, refuses to be edited, and takes a copy when it is told to', async () => {
    const study = temporaryFolder();
    for (const part of ['study.yaml', 'claims']) cpSync(part, join(study, part), { recursive: true });
    const desk = await openDesk(study, {});
    onTestFinished(() => desk.close());
    const ask = async () => LexiconView.parse(await (await asked(desk, '/api/lexicon')).json());
    const { own, current, terms } = await ask();
    expect([own, current, terms[0]?.hits]).toEqual([false, null, null]);
    const row = terms.find(({ theme }) => theme === 'add_on');
    const query = new URLSearchParams({ term: row?.term ?? '' });
    const term = TermView.parse(await (await asked(desk, `/api/lexicon/term?${query}`)).json());
    const { theme, category, language } = term.row;
    const draft = { theme, category, language, term: term.row.term, entry: { ...term.entry, why: 'new' } };
    const put = () => asked(desk, '/api/lexicon/term', { method: 'PUT', body: { draft, hash: term.hash } });
    const refused = await put();
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as Refusal).lines.join()).toMatch(/copy it into the study first/);
    const before = readFileSync(join('lexicons', 'add_on.yaml'), 'utf8');
    expect((await asked(desk, '/api/lexicon/own', { method: 'POST', body: {} })).status).toBe(200);
    expect((await ask()).own).toBe(true);
    expect((await asked(desk, '/api/lexicon/own', { method: 'POST', body: {} })).status).toBe(409);
    expect((await put()).status).toBe(200);
    expect(readFileSync(join(study, 'lexicons', 'add_on.yaml'), 'utf8')).toContain('why: new');
    expect(readFileSync(join('lexicons', 'add_on.yaml'), 'utf8')).toBe(before);
  });
});
