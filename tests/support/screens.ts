import type { AnswerOf, Asked } from '../../src/model/api/api.ts';

/** A screen of the explorer as a study fills it: a short name, and its address below the explorer's. */
export type Shown = { readonly name: string; readonly path: string };

const query = (said: Readonly<Record<string, string>>) => new URLSearchParams(said).toString();

/** Every screen of a served study that has been run, each on something that the study has. */
export async function screensOf(address: string): Promise<readonly Shown[]> {
  async function got<Key extends Asked>(key: Key): Promise<AnswerOf<Key>> {
    const answer = await fetch(new URL(key.replace('GET ', ''), address));
    if (!answer.ok) throw new Error(`expected an answer to ${key}, got ${answer.status}`);
    return (await answer.json()) as AnswerOf<Key>;
  }
  const [study, overview, { rows }, institutions, lexicon, runs, { samples }] = await Promise.all([
    got('GET /api/study'),
    got('GET /api/overview'),
    got('GET /api/documents'),
    got('GET /api/institutions'),
    got('GET /api/lexicon'),
    got('GET /api/runs'),
    got('GET /api/samples'),
  ]);
  const opened = rows
    .filter(({ document }) => document !== null)
    .toSorted((a, b) => b.objectPassages - a.objectPassages);
  const printed = opened.find(({ format }) => format === 'pdf');
  const plain = opened.find(({ format }) => format !== 'pdf');
  const hypothesis = overview.claims[0]?.hypotheses[0]?.href;
  const frame = study.frames[0]?.code ?? '';
  const members = institutions.groups.flatMap((group) => group.members.map(({ key }) => key));
  const [voice] = study.voices;
  const term = lexicon.terms.filter((one) => isFraming(study, one)).toSorted(mostHits)[0];
  const pilot = samples.find(({ coders }) => coders.some(({ origin }) => origin === 'human'));
  const coder = pilot?.coders[0]?.coder ?? '';
  return [
    { name: 'overview', path: '/' },
    { name: 'claims', path: '/claims' },
    ...(hypothesis === undefined ? [] : [{ name: 'hypothesis', path: hypothesis }]),
    { name: 'institutions', path: '/institutions' },
    {
      name: 'institutions-compared',
      path: `/institutions?${query({ with: members.slice(0, 4).map(encodeURIComponent).join(',') })}`,
    },
    { name: 'time', path: '/time' },
    ...(voice === undefined
      ? []
      : [{ name: 'time-voice', path: `/time?${query({ by: 'voice', key: voice.code })}` }]),
    { name: 'search-empty', path: '/search' },
    { name: 'search', path: `/search?${query({ frame, sort: 'left' })}` },
    { name: 'search-nothing', path: '/search?words=zzzz' },
    { name: 'documents', path: '/documents' },
    ...(printed === undefined
      ? []
      : [
          { name: 'reader', path: `/documents/${printed.document}` },
          { name: 'reader-page', path: `/documents/${printed.document}?view=page` },
        ]),
    ...(plain === undefined ? [] : [{ name: 'reader-text', path: `/documents/${plain.document}` }]),
    {
      name: 'evidence',
      path: `/evidence?${query({ by: 'voice', key: voice?.code ?? '', code: frame })}`,
    },
    ...(members[0] === undefined
      ? []
      : [
          {
            name: 'mentions',
            path: `/mentions?${query({ institution: members[0], kind: 'role,beneficiary' })}`,
          },
        ]),
    { name: 'lexicon', path: '/lexicon' },
    {
      name: 'lexicon-category',
      path: `/lexicon?${query({ theme: term?.theme ?? '', category: term?.category ?? '' })}`,
    },
    ...(term === undefined
      ? []
      : [{ name: 'term', path: `/lexicon/term?${query({ theme: term.theme, term: term.term })}` }]),
    {
      name: 'term-new',
      path: `/lexicon/term?${query({ theme: term?.theme ?? '', category: term?.category ?? '' })}`,
    },
    { name: 'notes', path: '/notes' },
    { name: 'runs', path: '/runs' },
    { name: 'run', path: `/runs/${runs.rows[0]?.run ?? ''}` },
    ...(runs.rows[1] === undefined
      ? []
      : [
          {
            name: 'runs-compared',
            path: `/runs/compare?${query({ a: runs.rows[1].run, b: runs.rows[0]?.run ?? '' })}`,
          },
        ]),
    { name: 'coding', path: `/coding?${query({ coder })}` },
    ...(pilot === undefined
      ? []
      : [
          { name: 'coding-desk', path: `/coding/${pilot.sample}?${query({ coder, role: 'coder' })}` },
          {
            name: 'coding-decides',
            path: `/coding/${pilot.sample}?${query({ coder: 'carla', role: 'adjudicator' })}`,
          },
        ]),
    { name: 'nowhere', path: '/nowhere' },
  ];
}

function isFraming(
  study: AnswerOf<'GET /api/study'>,
  { theme, category }: { readonly theme: string; readonly category: string },
): boolean {
  return study.frames.some(({ categories }) => categories.includes(`${theme}/${category}`));
}

function mostHits(a: { readonly hits: number | null }, b: { readonly hits: number | null }): number {
  return (b.hits ?? 0) - (a.hits ?? 0);
}
