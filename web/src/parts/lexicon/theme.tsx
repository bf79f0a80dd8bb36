import type { LexiconView } from '../../../../src/model/api/lexicon.ts';

type ThemeView = LexiconView['themes'][number];
type CategoryView = ThemeView['categories'][number];

/** A theme: what of it is found where, and its categories. */
export function Theme({
  theme,
  onChoose,
}: {
  readonly theme: ThemeView;
  readonly onChoose: (category: string) => void;
}) {
  const { coverage } = theme;
  return (
    <section aria-label={theme.label} className="theme">
      <h2>
        {theme.label} <small>{theme.file}</small>
      </h2>
      {coverage === null ? null : (
        <>
          <p>
            {coverage.hits.toLocaleString('en')} hits that count, by {coverage.terms - coverage.unseen} of{' '}
            {coverage.terms} terms; {coverage.unseen} were never found.
            {coverage.topTen === null
              ? ''
              : ` The ten most frequent have ${Math.round(100 * coverage.topTen)} % of them.`}
          </p>
          <dl className="spread">
            <Spread title="by language" counts={coverage.languages} />
            <Spread title="by institution" counts={coverage.institutions} />
            <Spread title="by zone" counts={coverage.zones} />
          </dl>
        </>
      )}
      <ul className="categories">
        {theme.categories.map((one) => (
          <li key={one.category}>
            <button type="button" className="plain" onClick={() => onChoose(one.category)}>
              {one.category.replaceAll('_', ' ')}
            </button>{' '}
            {one.definition}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Spread({
  title,
  counts,
}: {
  readonly title: string;
  readonly counts: NonNullable<ThemeView['coverage']>['languages'];
}) {
  if (counts.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {counts.map(({ name, hits }) => (
          <span key={name}>
            <bdi>{name}</bdi> {hits.toLocaleString('en')}
          </span>
        ))}
      </dd>
    </div>
  );
}

/** A category: what it means, and the sentences that it must and must not match. */
export function Category({ category }: { readonly category: CategoryView }) {
  const { definition, include, exclude, matches, rejects } = category;
  return (
    <section aria-label={category.category} className="theme">
      <h2>{category.category.replaceAll('_', ' ')}</h2>
      <p>{definition}</p>
      {include === null ? null : (
        <p>
          <b>In it:</b> {include}
        </p>
      )}
      {exclude === null ? null : (
        <p>
          <b>Not in it:</b> {exclude}
        </p>
      )}
      <div className="examples">
        <Sentences title="Must match" sentences={matches} />
        <Sentences title="Must not match" sentences={rejects} />
      </div>
    </section>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: CategoryView['matches'];
}) {
  if (sentences.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {sentences.map(({ language, sentence }) => (
          <li key={`${language} ${sentence}`} lang={language}>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
