import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { ItemsView } from '../../../src/model/api/coding.ts';
import type { Role } from '../../../src/model/coding.ts';
import { useAddress, useSearchParams } from '../address.ts';
import { ask } from '../api.ts';
import { useAnswer } from '../asking.ts';
import { Help } from '../parts/coding/help.tsx';
import { Passage } from '../parts/coding/passage.tsx';
import { Saved } from '../parts/coding/saved.tsx';
import { useOutbox } from '../parts/coding/use-outbox.ts';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import '../style/coding.css';

/** Where somebody codes or decides, one passage at a time: who and which passage stand in the address. */
export default function CodingDesk() {
  const { sample = '' } = useParams();
  const [search] = useSearchParams();
  const coder = search.get('coder') ?? '';
  const role: Role = search.get('role') === 'adjudicator' ? 'adjudicator' : 'coder';
  const { data, error } = useAnswer(
    'GET /api/samples/:sample/items',
    { sample, coder, role },
    { enabled: coder !== '' },
  );
  if (coder === '') {
    return (
      <Empty isWhole title="Who codes?">
        <Link to="/coding">Say who you are</Link>
      </Empty>
    );
  }
  if (error !== null) return <Failed isWhole error={error} />;
  if (data === undefined || data.sample !== sample || data.coder !== coder || data.role !== role)
    return <Loading />;
  if (data.items.length === 0) {
    return (
      <Empty isWhole title={role === 'coder' ? 'Nothing to code' : 'Nothing to decide'}>
        <p>
          {role === 'coder'
            ? 'No passage of this sample was given to you.'
            : 'Others agree on all that two of them have coded so far, and could tell everywhere. What you code yourself somebody else decides.'}
        </p>
        <Link to="/coding">Back to the samples</Link>
      </Empty>
    );
  }
  return <Desk key={`${sample} ${role} ${coder}`} items={data} />;
}

function Desk({ items: view }: { readonly items: ItemsView }) {
  const { sample, coder, role, columns, items } = view;
  const client = useQueryClient();
  const { search, say } = useAddress();
  const [outbox, standing] = useOutbox({ sample, coder, role });
  const [said, announce] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [start] = useState(() => 1 + Math.max(0, openAfter(items, -1)));
  const asked = Number(search.get('item') ?? start);
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), items.length) : start;
  const item = items[number - 1]?.item ?? '';
  const one = useAnswer('GET /api/samples/:sample/items/:item', { sample, coder, role, item });
  const following = items[number]?.item;
  useEffect(() => {
    if (following === undefined) return;
    const input = { sample, coder, role, item: following };
    const key = 'GET /api/samples/:sample/items/:item';
    void client.prefetchQuery({
      queryKey: [key, input],
      queryFn: ({ signal }) => ask(key, { input, signal }),
    });
  }, [client, sample, coder, role, following]);

  const done = items.filter((each) => each.done).length;
  const go = useCallback(
    (where: 'next' | 'before' | 'after' | 'open') => {
      outbox.send();
      const open = openAfter(items, number - 1);
      const isLast = number === items.length;
      const steps = { before: number - 1, after: number + 1, open: open + 1, next: number + 1 };
      const to = where === 'next' && isLast ? open + 1 : steps[where];
      if (to < 1 || to > items.length || to === number) {
        announce(
          where === 'next' || where === 'open' ? 'Nothing else is left to code' : 'There is no other passage',
        );
        return;
      }
      say({ item: String(to) });
      const top = desk.current?.getBoundingClientRect().top ?? 0;
      if (top < 0) desk.current?.scrollIntoView();
    },
    [outbox, items, number, say],
  );
  const title = `${role === 'coder' ? 'Passage' : 'To decide:'} ${number} of ${items.length}`;
  return (
    <div className="desk" ref={desk}>
      <div className="bar">
        <p className="way">
          <Link to={`/coding?coder=${coder}`}>{sample}</Link>
          <span>
            {coder}
            {role === 'adjudicator' ? ' decides' : ''}
          </span>
          <progress max={items.length} value={done} aria-label="Progress" />
          <span className="count">
            {done} of {items.length} {role === 'coder' ? 'coded' : 'decided'}
          </span>
        </p>
        <Saved standing={standing} />
      </div>
      {one.error !== null ? (
        <Failed isWhole error={one.error} />
      ) : one.data?.item === item ? (
        <Passage
          key={item}
          one={one.data}
          columns={columns}
          outbox={outbox}
          next={role === 'coder' ? 'Next uncoded' : 'Next undecided'}
          title={title}
          go={go}
          help={() => dialog.current?.showModal()}
          announce={announce}
        />
      ) : (
        <Loading />
      )}
      <p role="status" className="unseen">
        {said}
      </p>
      <Help sample={sample} role={role} dialog={dialog} />
    </div>
  );
}

/** The place of the next item that is not done, from the one after a place on and then from the first; -1 where all are. */
function openAfter(items: ItemsView['items'], place: number): number {
  const later = items.findIndex(({ done }, at) => at > place && !done);
  return later === -1 ? items.findIndex(({ done }, at) => at !== place && !done) : later;
}
