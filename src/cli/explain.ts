import type { Command } from 'commander';
import { type Explanation, explainPassage } from '../app/explain.ts';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import { lexiconOf } from '../compose/lexicon.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { openStudy } from '../io/study.ts';
import { fateWords } from '../model/explanation.ts';
import { InputError } from '../model/input.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { shortened, table } from './table.ts';
import { exitCodes, faint, harmless, say, strong, tell } from './talk.ts';

const columns = ['words', 'category', 'term'];

/** Most columns of a line of text. */
const lineWidth = 88;

/** `titrate explain`: why a passage has the tags it has. */
export function addExplain(program: Command): void {
  studyOptions(
    program
      .command('explain')
      .summary('say which terms fired in a passage, and what blocked the others')
      .description(
        'Prints a passage with its place and every place in it where the words of a term stand: those that count, and those that do not with what keeps them from it: a mask, a rule (near, not_near, not_after, needs_object), no object, the zone, unsure OCR, denial, another voice, a longer term (overlap), capitals or accents. Ids of passages stand in the tables of a report and in `titrate search --json`.',
      )
      .argument('<passage>', 'id of a passage, or its beginning')
      .option('--study <path>', 'folder or manifest', '.')
      .option('--json', 'print the passage as JSON'),
  ).action(async (id: string, flags: StudyFlags & { study: string; json?: true }) => {
    const place = await openStudy(flags.study, optionsOf(flags));
    const database = openRun(place.state, flags.study);
    try {
      const found = database.passage(id);
      if (found === 'none' || found === 'several') {
        throw new InputError([
          `explain: expected the id of a passage, got "${id}", which is that of ${found}: take one from a table of the report`,
        ]);
      }
      const lexicon = await lexiconOf(place);
      const { privacy, object } = place.file;
      const pseudonym = flags.json ? pseudonymsOf(privacy, () => pseudonymKey(place.pseudonymKey)) : null;
      const explanation = explainPassage(found, lexicon, object, privacy, pseudonym);
      if (flags.json) say(JSON.stringify(explanation, null, 2));
      else show(explanation);
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

function show({ file, page, institution, date, passage, sightings, current }: Explanation): void {
  const speaker =
    passage.speaker === null ? '' : `, ${passage.speaker.name} (${passage.speaker.role}) speaks`;
  const place = strong(harmless(`${file}, p. ${page}`));
  say(
    `  ${[place, ...[institution, date].flatMap((one) => (one === null ? [] : [harmless(one)]))].join('  ')}`,
  );
  if (passage.section.length > 0) say(`  ${faint(harmless(passage.section.join(' > ')))}`);
  say(`  ${harmless(`${passage.form} in ${passage.zone}, ${passage.language}${speaker}`)}\n`);
  const counting = sightings.filter(({ fate }) => fate === 'counts');
  for (const line of marked(passage.text, counting)) say(`  ${line}`);
  say('');
  const helpers = sightings.filter(({ fate }) => fate === 'masks' || fate === 'cue');
  const fallen = sightings.filter((one) => !counting.includes(one) && !helpers.includes(one));
  say(`  ${strong(counting.length === 0 ? 'nothing counts here' : 'what counts')}`);
  for (const line of table(columns, counting.map(cells))) say(`    ${line}`);
  if (fallen.length > 0) say(`\n  ${strong('what stands here and does not count')}`);
  for (const [index, line] of table(columns, fallen.map(cells)).entries()) {
    say(`    ${line}`);
    const one = fallen[index - 1];
    if (one !== undefined) say(faint(`      ${harmless(fateWords(one.fate, one.by))}`));
  }
  if (helpers.length > 0)
    say(`\n  ${strong('what only rules others: masks silence what they cover, cues serve rules')}`);
  for (const line of table(columns, helpers.map(cells))) say(`    ${line}`);
  if (!current) tell('\n  the lexicon has changed since this was tagged: `titrate run` tags it again');
}

function cells({ surface, category, layer, pattern }: Explanation['sightings'][number]): readonly string[] {
  return [harmless(surface.replace(/\s+/g, ' ')), `${layer} ${category}`, harmless(shortened(pattern))];
}

/** A text in lines, the words that count strong in it. */
function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  const isCounted = new Uint8Array([...text].length);
  for (const { start, end } of spans) isCounted.fill(1, start, end);
  const lines: string[] = [''];
  let [at, width] = [0, 0];
  for (const word of text.split(/(\s+)/)) {
    const characters = [...word];
    const start = at;
    at += characters.length;
    if (word.trim() === '') continue;
    if (width + characters.length > lineWidth) {
      lines.push('');
      width = 0;
    }
    const shown = characters.map((character, index) => {
      const plain = harmless(character);
      return isCounted[start + index] === 1 ? strong(plain) : plain;
    });
    lines[lines.length - 1] += `${width === 0 ? '' : ' '}${shown.join('')}`;
    width += characters.length + 1;
  }
  return lines;
}
