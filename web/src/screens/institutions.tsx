import { useState } from 'react';
import { Link } from 'wouter';
import { mostCompared } from '../../../src/model/compared.ts';
import { useAddress } from '../address.ts';
import { useAnswer } from '../asking.ts';
import { Appendix } from '../parts/appendix.tsx';
import { Compared } from '../parts/compared.tsx';
import { Panel } from '../parts/figure.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { SortedTable } from '../parts/table.tsx';
import '../style/results.css';

/** Names as an address holds them: each encoded, separated by commas. */
function written(names: readonly string[]): string {
  return names.map(encodeURIComponent).join(',');
}

function read(text: string | null): readonly string[] {
  try {
    return (text ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** Institutions: small multiples by side, a comparison of some, shares as a table, and who does what. */
export default function Institutions() {
  const { data, error } = useAnswer('GET /api/institutions');
  const { search, say } = useAddress({ leaves: true });
  const chosen = read(search.get('with'));
  const [atFirst] = useState(chosen.length > 0);
  const compared = useAnswer(
    'GET /api/institutions/compared',
    { with: written(chosen) },
    { enabled: chosen.length > 0 },
  );
  const choose = (names: readonly string[]) => say({ with: written(names) });
  if (error !== null) return <Failed isWhole error={error} />;
  // What an address opens with pushes nothing down when it comes.
  if (data === undefined || (atFirst && compared.isLoading)) return <Loading />;
  if (data.groups.length === 0) {
    return (
      <Empty isWhole title="No institution speaks of the object yet">
        Add documents to the corpus, give them an institution in the manifest, and run again.
      </Empty>
    );
  }
  const toggle = (name: string, isOn: boolean) =>
    choose(isOn ? [...chosen, name] : chosen.filter((one) => one !== name));
  return (
    <div className="results">
      <h1>Institutions</h1>
      <p>
        Of the passages in which an institution speaks of the object, the share with each frame, and their
        number. All panels have the same scale; every bar leads to its passages. Tick up to {mostCompared} to
        set them side by side. Shares are as the lexicon counts, uncorrected for its errors.
        {data.names.length > data.drawn
          ? ` ${data.drawn} of ${data.names.length} institutions are drawn, those with the most passages; the table has all.`
          : ''}
      </p>
      {chosen.length === 0 ? null : (
        // Asked for once, here: a part that asks again where that failed would make this screen wait again, and so on.
        <Compared data={compared.data ?? null} error={compared.error} onClear={() => choose([])} />
      )}
      {data.groups.map(({ title, note, members }) => (
        <section key={title} aria-label={title}>
          <h2>
            {title} <small>{note}</small>
          </h2>
          <div className="panels">
            {members.map(({ key, figure }) => (
              <Panel
                key={key}
                figure={figure}
                title={
                  <Link href={`/time?${new URLSearchParams({ by: 'institution', key })}`}>
                    {figure.title}
                  </Link>
                }
              >
                <label className="pick">
                  <input
                    type="checkbox"
                    checked={chosen.includes(key)}
                    disabled={!chosen.includes(key) && chosen.length >= mostCompared}
                    onChange={(event) => toggle(key, event.target.checked)}
                  />{' '}
                  compare <span className="unseen">{figure.title}</span>
                </label>
              </Panel>
            ))}
          </div>
        </section>
      ))}
      <h2>All institutions</h2>
      <SortedTable table={data.table} />
      <Appendix />
    </div>
  );
}
