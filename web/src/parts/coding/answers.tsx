import type { ColumnView, ItemView } from '../../../../src/model/api/coding.ts';
import { isContested, isImplied, labelOf } from './columns.ts';
import { Key } from './key.tsx';

/** The questions of a passage, each with its answers as radio buttons and the keys that give them. */
export function Answers({
  columns,
  codes,
  votes,
  active,
  choose,
  enter,
}: {
  readonly columns: readonly ColumnView[];
  readonly codes: Readonly<Record<string, string>>;
  readonly votes: ItemView['votes'];
  /** The column that keys answer; -1 for none. */
  readonly active: number;
  readonly choose: (at: number, value: string) => void;
  readonly enter: (at: number) => void;
}) {
  return (
    <div className="answers">
      {columns.map((column, at) => {
        const implied = isImplied(column, columns, codes);
        const settled = codes[column.code] === undefined ? agreedOf(column, columns, votes) : null;
        return (
          <fieldset
            key={column.code}
            data-active={at === active || undefined}
            disabled={implied}
            onFocus={() => enter(at)}
          >
            <legend title={column.definition}>{column.title}</legend>
            <div className="replies">
              {column.answers.map(({ value, label }, place) => (
                <label key={value}>
                  <input
                    type="radio"
                    name={column.code}
                    value={value}
                    checked={!implied && codes[column.code] === value}
                    onChange={() => choose(at, value)}
                  />
                  <Key name={String(place + 1)} />
                  {label}
                </label>
              ))}
            </div>
            <span className="implied">{implied ? 'counts as no' : (settled ?? '')}</span>
          </fieldset>
        );
      })}
    </div>
  );
}

/** What coders agree on in a column, so that nobody takes it for one that is left to decide; null where there is no such thing. */
function agreedOf(
  column: ColumnView,
  columns: readonly ColumnView[],
  votes: ItemView['votes'],
): string | null {
  if (votes === null || isContested(column, columns, votes)) return null;
  const said = votes.find(({ codes }) => codes[column.code] !== undefined)?.codes[column.code];
  return said === undefined ? null : `agreed: ${labelOf(column, said)}`;
}
