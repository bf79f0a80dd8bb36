import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLexicon } from '../../src/io/study.ts';
import { describeInPlace } from '../../src/tag/in-place.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const term = (pattern: string, more = '') =>
  `{ pattern: "${pattern}", why: w, evidence: e, status: proposed${more} }`;

/** Lines of a theme; each that is wrong ends in a comment with the code of its error. */
const theme = `theme: bad
layer: frame
label: Bad
actors:
  body: { name: Body, aliases: [Nobody says this], parent: nowhere } # alias_untagged actor_unknown_parent
categories:
  one:
    definition: one
    blocks: [frame] # blocks_without_mask
    near: { of: [<bad/none>], within: 3 } # rule_unknown_category
    not_near: { of: [bad/one], within: 3 } # rule_unbracketed
    matches:
      en:
        - poverty here
        - nothing of it # example_missed
    rejects:
      en: ["poverty there"] # example_tagged
    terms:
      en:
        - ${term('poverty', ', near: { of: [here, there, fires, a], within: passage }')}
        - ${term('(poverty')} # pattern_fault
        - ${term('dearth')}
        - ${term('misery', ', near: { of: [a], within: passage }')}
        - ${term('misery', ', near: { of: [a], within: passage }')} # pattern_duplicate
        - ${term('hunger', `, near: { of: ["/(/"], within: 2 }`)} # rule_fault
        - pattern: want
          why: w
          evidence: e
          status: proposed
          near: { of: [a], within: passage }
          no:
            - a wish
            - a want # example_tagged
`;
const codes = `SSE: { label: l, definition: d, from: [bad] }
LOST: { label: l, definition: d, from: [nothing] } # code_unknown_category
EMPTY: { label: l, definition: d } # code_empty
ROUND:
  label: l
  definition: d
  union: [ROUND] # code_circular
`;

it('says the line of the file on which what is wrong stands', async () => {
  const folder = join(temporaryFolder(), 'lexicons');
  put(folder, { 'bad.yaml': theme, 'categories.yaml': codes });
  writeFileSync(
    join(folder, 'other.yaml'),
    `theme: bad # theme_duplicate\nlayer: frame\nlabel: l\ncategories: {}\n`,
  );
  const source = await openLexicon(folder);
  const { errors } = resolveLexicon(source);
  const expected = [
    ['lexicons/bad.yaml', theme],
    ['categories.yaml', codes],
    ['lexicons/other.yaml', 'theme: bad # theme_duplicate'],
  ].flatMap(([file = '', text = '']) =>
    text
      .split('\n')
      .flatMap((line, i) =>
        (line.split(' # ')[1]?.split(' ') ?? []).map((code) => `${file}:${i + 1} ${code}`),
      ),
  );
  const found = describeInPlace(errors, source).map((line, i) => `${line.split(': ')[0]} ${errors[i]?.code}`);
  expect(new Set(found)).toEqual(new Set(expected));
});

it('names the file alone where lines are not known', async () => {
  const folder = join(temporaryFolder(), 'lexicons');
  put(folder, { 'bad.yaml': theme, 'categories.yaml': codes });
  const { lines: _, ...source } = await openLexicon(folder);
  const [first = ''] = describeInPlace(resolveLexicon(source).errors, source);
  expect(first).toMatch(/^[\w/]+\.yaml: /);
});
