import type { ClassShare, Mix, MixContrast } from '../../model/channels.ts';
import { type Column, type Table, table } from './table.ts';

/** What both tables say first. */
function placed<Row>(of: (row: Row) => Pick<Mix, 'by' | 'role' | 'reading'>): readonly Column<Row>[] {
  return [
    {
      name: 'by',
      type: 'text',
      unit: 'institution, voice',
      meaning: 'Whose documents are taken together',
      value: (row) => of(row).by,
    },
    {
      name: 'role',
      type: 'text',
      unit: 'implementing, funding, coordinating, partner, participant, signatory',
      meaning: 'What the actors do; whoever was present or signed carries nothing out',
      value: (row) => of(row).role,
    },
    {
      name: 'reading',
      type: 'text',
      unit: 'itself, above',
      meaning:
        'Whether a body is of its own class or of that of the body right above it, where the lexicon has one',
      value: (row) => of(row).reading,
    },
  ];
}

const category = {
  name: 'class',
  type: 'text',
  meaning: 'Class of actors; unlisted: not in the lexicon',
} as const;

/** One row a mix and class, classes without anybody too. */
export function channelsTable(mixes: readonly Mix[]): Table {
  type Row = { readonly mix: Mix; readonly one: ClassShare };
  const whole = (name: string, unit: string, meaning: string, value: (row: Row) => number): Column<Row> => ({
    name,
    type: 'whole number',
    unit,
    meaning,
    value,
  });
  const number = (
    name: string,
    unit: string,
    meaning: string,
    value: (row: Row) => number | null,
  ): Column<Row> => ({ name, type: 'number', unit, meaning, value });
  const columns: readonly Column<Row>[] = [
    ...placed<Row>(({ mix }) => mix),
    { name: 'key', type: 'text', meaning: 'The institution or voice', value: ({ mix }) => mix.key },
    { ...category, value: ({ one }) => one.category ?? 'unlisted' },
    whole('units', 'actors and programmes', 'Distinct ones of the class', ({ one }) => one.share.x),
    whole('all_units', 'actors and programmes', 'Distinct ones of all classes', ({ mix }) => mix.units),
    number('share', '0 to 1', '`units` among `all_units`', ({ one }) => one.share.value),
    number('lower', '0 to 1', "Lower end of Wilson's 95 % interval", ({ one }) => one.share.lower),
    number('upper', '0 to 1', 'Its upper end', ({ one }) => one.share.upper),
    number(
      'most',
      '0 to 1',
      'Share below which it is where there is none: 3/n, at most 1',
      ({ one }) => one.most,
    ),
    whole(
      'mentions',
      'mentions',
      'How often documents name them; without money whose giver has no name',
      ({ one }) => one.mentions,
    ),
    number(
      'mention_share',
      '0 to 1',
      '`mentions` among those of all classes',
      ({ one }) => one.named?.value ?? null,
    ),
    number(
      'mention_lower',
      '0 to 1',
      'Lower end of its 95 % interval, by a jackknife over documents; empty with one document',
      ({ one }) => one.named?.lower ?? null,
    ),
    number('mention_upper', '0 to 1', 'Its upper end', ({ one }) => one.named?.upper ?? null),
    whole('documents', 'documents', 'Documents that name somebody in the role', ({ mix }) => mix.documents),
    number(
      'hill1',
      'effective classes',
      'Of the whole mix: exponential of the entropy',
      ({ mix }) => mix.hill1,
    ),
    number(
      'hill2',
      'effective classes',
      'Of the whole mix: 1 over the sum of squared shares',
      ({ mix }) => mix.hill2,
    ),
    number(
      'gini_simpson',
      '0 to 1',
      'Of the whole mix: chance that two units, drawn without replacement, are of different classes; empty of one',
      ({ mix }) => mix.giniSimpson,
    ),
  ];
  return table(
    'channels',
    columns,
    mixes.flatMap((mix) => mix.classes.map((one) => ({ mix, one }))),
  );
}

/** One row a pair and class. */
export function channelPairsTable(contrasts: readonly MixContrast[]): Table {
  const number = (
    name: string,
    unit: string,
    meaning: string,
    value: (row: MixContrast) => number | null,
  ): Column<MixContrast> => ({ name, type: 'number', unit, meaning, value });
  const whole = (
    name: string,
    meaning: string,
    value: (row: MixContrast) => number,
  ): Column<MixContrast> => ({
    name,
    type: 'whole number',
    unit: 'actors and programmes',
    meaning,
    value,
  });
  const columns: readonly Column<MixContrast>[] = [
    ...placed<MixContrast>((row) => row),
    { name: 'one', type: 'text', meaning: 'One institution or voice', value: ({ one }) => one },
    { name: 'other', type: 'text', meaning: 'The other', value: ({ other }) => other },
    { ...category, value: (row) => row.category ?? 'unlisted' },
    whole('one_units', 'Distinct ones of the class in the one', ({ oneShare }) => oneShare.x),
    whole('one_all', 'Distinct ones of all classes there', ({ oneShare }) => oneShare.n),
    whole('other_units', 'Distinct ones of the class in the other', ({ otherShare }) => otherShare.x),
    whole('other_all', 'Distinct ones of all classes there', ({ otherShare }) => otherShare.n),
    number(
      'p',
      '0 to 1',
      "Two-sided p of Fisher's exact test: descriptive, adjusted for nothing, in no verdict",
      ({ p }) => p,
    ),
    number(
      'odds_ratio',
      'ratio',
      'Conditional odds ratio, one to other; empty where it is 0 or without bound',
      ({ oddsRatio }) => oddsRatio,
    ),
    number(
      'lower',
      'ratio',
      'Lower end of its exact 95 % interval; empty where it is 0',
      ({ lower }) => lower,
    ),
    number('upper', 'ratio', 'Its upper end; empty where there is none', ({ upper }) => upper),
    number(
      'mention_difference',
      'log odds',
      'The same of mentions, one less other; empty with one document on either',
      ({ named }) => named?.value ?? null,
    ),
    number(
      'mention_lower',
      'log odds',
      'Lower end of its 95 % interval, by a jackknife over documents',
      ({ named }) => named?.lower ?? null,
    ),
    number('mention_upper', 'log odds', 'Its upper end', ({ named }) => named?.upper ?? null),
  ];
  return table('channel_pairs', columns, contrasts);
}
