import { assessTime } from '../../src/assess/time/time.ts';
import { timeline } from '../../src/assess/time/timeline.ts';
import { distinctiveWords } from '../../src/assess/words/words.ts';
import type { Evidence, Results } from '../../src/model/results.ts';
import type { StudyFile } from '../../src/model/study.ts';
import { carries } from './contrast.ts';
import { observation } from './observation.ts';
import { categories } from './speech.ts';

const plain = { stem: (word: string) => word, functionWords: new Set<string>() };

/** What is said over time and by which words, computed from made-up evidence. */
export function exploratory(
  evidence: readonly Evidence[],
  study: StudyFile,
): Pick<Results, 'time' | 'timeline' | 'distinctive'> {
  const observations = [...Map.groupBy(evidence, ({ file }) => file)].flatMap(([file, items]) => {
    const [first] = items;
    if (first === undefined) return [];
    const { institution, voice, date } = first;
    const count = (code: string) => items.filter((item) => carries(item, code)).length;
    const presence = Object.fromEntries(categories.map(({ code }) => [code, count(code)]));
    const { language } = first.passage;
    return [
      {
        ...observation({ file, voice, institution, language, presence, objectPassages: items.length }),
        kind: 'minutes',
        date,
      },
    ];
  });
  return {
    time: assessTime(observations, [], study),
    timeline: timeline(
      observations,
      categories.map(({ code }) => code),
      study,
    ),
    distinctive: distinctiveWords(
      evidence.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
      {
        contrast: study.contrast,
        seed: study.settings.seed,
        isObject: (tags) => tags.some(({ layer }) => layer === 'object'),
        languages: { en: plain, es: plain, pt: plain },
      },
    ),
  };
}
