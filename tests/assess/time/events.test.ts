import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../../src/assess/time/events.ts';
import { timeStudy } from '../../support/dated.ts';

const claims = [{ events: [{ id: 'lima', date: '1997', name: 'Lima' }] }, { events: undefined }];

describe('eventsOf', () => {
  it('takes the events of the claims where the study has none', () => {
    expect(eventsOf(timeStudy(), claims)).toEqual([{ id: 'lima', date: '1997', name: 'Lima' }]);
    expect(eventsOf(timeStudy(), [])).toEqual([]);
  });

  it('takes those of the study otherwise, in the order of dates, each under an id of its own', () => {
    const events = [
      { date: '2009', name: 'second' },
      { date: '2001-05', name: 'first' },
      { date: '2009', name: 'third' },
    ];
    expect(eventsOf(timeStudy({ events }), claims)).toEqual([
      { id: '2001-05', date: '2001-05', name: 'first' },
      { id: '2009', date: '2009', name: 'second' },
      { id: '2009_2', date: '2009', name: 'third' },
    ]);
  });
});
