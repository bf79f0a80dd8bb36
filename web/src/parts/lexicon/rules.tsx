import { type CompanyRule, companies, type Fields } from './fields.ts';

const reaches = ['sentence', 'passage', '0', '1', '2', '3', '5', '10', '20'] as const;

/** The rules of a draft: who must stand near, and who must not. */
export function RuleFields({
  fields,
  set,
}: {
  readonly fields: Fields;
  readonly set: (part: Partial<Fields>) => void;
}) {
  const isUsed = fields.object !== '' || companies.some(({ id }) => fields.rules[id].of !== '');
  const setRule = (id: CompanyRule, part: Partial<Fields['rules'][CompanyRule]>) =>
    set({ rules: { ...fields.rules, [id]: { ...fields.rules[id], ...part } } });
  return (
    <details open={isUsed}>
      <summary>Rules</summary>
      {companies.map(({ id, label }) => (
        <div key={id} className="rule">
          <label className="field">
            {label} (patterns or categories, one a line)
            <textarea
              rows={1}
              className="code"
              value={fields.rules[id].of}
              onChange={({ target }) => setRule(id, { of: target.value })}
            />
          </label>
          <Reach label="within" value={fields.rules[id].within} set={(within) => setRule(id, { within })} />
        </div>
      ))}
      <Reach
        label="The object must stand within"
        value={fields.object}
        set={(object) => set({ object })}
        none="the passage, as for every frame"
      />
    </details>
  );
}

function Reach({
  label,
  value,
  set,
  none,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly none?: string;
}) {
  const choices = reaches.includes(value as never) || value === '' ? reaches : [...reaches, value];
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => set(target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((one) => (
          <option key={one} value={one}>
            {one === 'sentence' || one === 'passage'
              ? `the ${one}`
              : `${one} ${one === '1' ? 'word' : 'words'} between`}
          </option>
        ))}
      </select>
    </label>
  );
}
