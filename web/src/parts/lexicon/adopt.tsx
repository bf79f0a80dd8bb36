import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api.ts';
import { Failed } from '../states.tsx';

/** Offers to copy the program's lexicon into a study that has none of its own. */
export function Adopt() {
  const client = useQueryClient();
  const copy = useMutation({
    mutationFn: () => ask('POST /api/lexicon/own', { body: {} }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <div role="note" className="banner">
      <p>
        This study uses the lexicon that comes with the program, which cannot be edited from here. A copy of
        it in the study is yours to change.
      </p>
      <button type="button" disabled={copy.isPending} onClick={() => copy.mutate()}>
        Copy the lexicon into the study
      </button>
      {copy.isError ? <Failed error={copy.error} /> : null}
    </div>
  );
}
