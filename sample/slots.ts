import type { Dice } from './dice.ts';
import type { Planned } from './plan.ts';
import type { Publishers, Texts } from './texts.ts';

/** Fills the slots of a template; throws a RangeError on a slot it does not know. */
export function filled(
  draw: Dice,
  template: string,
  planned: Planned,
  texts: Texts,
  publishers: Publishers,
): string {
  const year = Number(planned.date.slice(0, 4));
  const places = draw.shuffled(publishers.places);
  const countries = draw.shuffled(publishers.countries);
  const values: Readonly<Record<string, () => string>> = {
    sse: () => draw.pick(texts.slots.sse),
    coops: () => draw.pick(texts.slots.coops),
    programme: () => draw.pick(texts.slots.programme),
    small: () => draw.pick(texts.slots.small),
    month: () => draw.pick(texts.slots.month),
    person: () => draw.pick([...texts.women, ...texts.men]),
    woman: () => draw.pick(texts.women),
    man: () => draw.pick(texts.men),
    place: () => places[0] ?? '',
    place2: () => places[1] ?? '',
    country: () => countries[0] ?? '',
    country2: () => countries[1] ?? '',
    year: () => String(year - draw.whole(1, 2)),
    year2: () => String(year - draw.whole(3, 12)),
    now: () => String(year),
    next: () => String(year + 3),
    number: () => String(draw.whole(1, 40)),
    day: () => String(draw.whole(2, 27)),
    n: () => String(draw.whole(4, 90) * 10 + draw.whole(0, 9)),
    small_number: () => String(draw.whole(2, 19)),
    page_number: () => String(draw.whole(5, 60)),
    item_number: () => String(draw.whole(2, 6)),
  };
  return template.replace(/\{([a-z_0-9]+)\}/g, (slot, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`expected a known slot in "${template}", got ${slot}`);
    return value();
  });
}

/** A date as it is written in this language, as precise as it is given. */
export function writtenDate(date: string, texts: Texts): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = texts.slots.month[Number(month) - 1] ?? '';
  const whole = texts.date.replace('{month}', name).replace('{year}', year);
  return day === undefined
    ? whole.replace(/^\{day\}( de)? /, '')
    : whole.replace('{day}', String(Number(day)));
}
