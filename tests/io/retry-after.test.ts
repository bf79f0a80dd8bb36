import { describe, expect, it } from 'vitest';
import { secondsToWait } from '../../src/io/retry-after.ts';

const wait = (headers: Readonly<Record<string, string>>) => secondsToWait((name) => headers[name] ?? null);

describe('the rest that a host asks for', () => {
  it('is a number of seconds, or the time from its own clock to a date', () => {
    expect(wait({ 'retry-after': ' 120 ' })).toBe(120);
    const date = 'Fri, 01 Mar 2013 10:00:00 GMT';
    expect(wait({ 'retry-after': 'Fri, 01 Mar 2013 10:00:30 GMT', date })).toBe(30);
    expect(wait({ 'retry-after': 'Fri, 01 Mar 2013 09:00:00 GMT', date })).toBe(0);
  });

  it.each([
    {},
    { 'retry-after': 'soon' },
    { 'retry-after': '-1' },
    { 'retry-after': 'Fri, 01 Mar 2013 10:00:30 GMT' },
  ])('is unknown for %j', (headers: Readonly<Record<string, string>>) => {
    expect(wait(headers)).toBeNull();
  });
});
