import { type RefObject, useState } from 'react';
import type { Role } from '../../../../src/model/coding.ts';
import { useAnswer } from '../../asking.ts';
import { Failed, Loading } from '../states.tsx';

const keys: readonly (readonly [string, string])[] = [
  ['1 2 3', 'answer the marked question: yes, no, cannot tell; 0 is no too'],
  ['↑ ↓', 'mark another question'],
  ['Enter', 'save and go on'],
  ['← →', 'the passage before or after'],
  ['u', 'the next passage that is not coded'],
  ['n', 'write a note; Esc leads back, Ctrl and Enter goes on'],
  ['?', 'this page'],
];

/** The keys, and the codebook as the coders' instructions have it. */
export function Help({
  sample,
  role,
  dialog,
}: {
  readonly sample: string;
  readonly role: Role;
  readonly dialog: RefObject<HTMLDialogElement | null>;
}) {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useAnswer(
    'GET /api/samples/:sample/instructions',
    { sample, role },
    { enabled: isOpen },
  );
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <form method="dialog">
        <h2 id="help">Keys and codebook</h2>
        <button type="submit">Close</button>
      </form>
      <dl>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {error === null ? data === undefined ? <Loading /> : null : <Failed error={error} />}
      {data?.sections.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </dialog>
  );
}
