import type { StudyView } from '../../model/api/study.ts';
import type { MeasuredCategory } from '../../model/lexicon.ts';
import { zones } from '../../model/passage.ts';
import type { KeptResults } from '../../model/results.ts';
import { labelsOf, languageLabel, voiceLabel } from '../../model/words.ts';
import { framesOf, lookOf } from '../../report/frames.ts';

/** What a page has to know of a study before it asks anything else. */
export function studyView(results: KeptResults): StudyView {
  const { study, ingest, run } = results;
  const read = ingest.filter(({ status }) => status !== 'failed');
  const years = read.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]));
  const known = (names: readonly (string | null)[]) =>
    [...new Set(names.flatMap((name) => name ?? []))].toSorted((a, b) => (a < b ? -1 : 1));
  const frames = framesOf(results);
  const languages = results.profiles.filter((profile) => profile.by === 'language' && profile.passages > 0);
  return {
    title: study.title,
    synthetic: study.synthetic?.statement ?? null,
    frames: frames.map(categoryView),
    object: { code: study.object, label: labelsOf(results.categories)(study.object) },
    others: results.categories
      .filter((one) => one.code !== study.object && !frames.includes(one))
      .map(categoryView),
    institutions: known(read.map(({ institution }) => institution)),
    voices: known(read.map(({ voice }) => voice)).map((code) => ({ code, label: voiceLabel(code) })),
    languages: languages.map(({ key }) => ({ code: key, label: languageLabel(key) })),
    zones: [...zones],
    years: years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) },
    run: run.run,
    documents: read.length,
    passages: read.reduce((sum, { passages }) => sum + passages, 0),
  };
}

function categoryView({ code, label, categories }: MeasuredCategory): StudyView['frames'][number] {
  return { code, label, categories: [...categories], tone: lookOf(code).tone };
}
