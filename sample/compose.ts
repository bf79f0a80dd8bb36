import { dice } from './dice.ts';
import type { Draw, Planned } from './plan.ts';
import type { Role, Said, Writer } from './realise.ts';
import { writtenDate } from './slots.ts';
import type { Publishers, Texts } from './texts.ts';

/** A footnote, numbered through its document from 1. */
export type Note = { readonly number: number; readonly text: string };

/** One piece of a document in reading order; only passages carry planted truth. */
export type Block =
  | {
      readonly kind: 'letterhead' | 'title' | 'heading' | 'subheading' | 'item' | 'line';
      readonly text: string;
    }
  | (Said & { readonly kind: 'passage'; readonly draw: Draw; readonly note: Note | null });

/** A document with all its words, before it takes a file format. */
export type Composed = {
  readonly planned: Planned;
  readonly title: string;
  readonly institution: string;
  /** What stands at the head of each page and at its foot, `{page}` and `{pages}` still open. */
  readonly header: string;
  readonly footer: string;
  readonly blocks: readonly Block[];
};

/** Puts a document together as its kind asks: headings, recitals and articles, or agenda and agreements. */
export function compose(
  planned: Planned,
  texts: Texts,
  publishers: Publishers,
  write: Writer,
  seed: number,
): Composed {
  const draw = dice(seed, `compose/${planned.file}`);
  const { institution, language, kind } = planned;
  const form = texts.kinds[kind];
  const place = draw.pick(publishers.places);
  const date = writtenDate(planned.date, texts);
  const front = (template: string) =>
    write.fill(template.replaceAll('{place}', place).replaceAll('{date}', date));
  const title = front(draw.pick(form.titles));
  const name = institution.names[language];
  const organ = institution.organ?.[language];

  let cited = 0;
  const passage = (one: Draw, role: Role, label = ''): Block => {
    const noted = planned.form !== 'txt' && role === 'body' && draw.chance(0.14);
    const { text: said, named } = write.passage(one, role);
    const text = label + said;
    if (!noted) return { kind: 'passage', text, named, draw: one, note: null };
    cited += 1;
    const note = { number: cited, text: write.fill(draw.pick(texts.footnotes)) };
    return { kind: 'passage', text, named, draw: one, note };
  };
  const heading = (text: string): Block => ({ kind: 'heading', text: front(text) });
  const line = (text: string): Block => ({ kind: 'line', text: front(text) });
  const item = (text: string): Block => ({ kind: 'item', text });

  const sections = (): readonly Block[] => {
    const per = Math.ceil(planned.passages.length / form.headings.length);
    return planned.passages.flatMap((one, i) => {
      const head = i % per === 0 ? form.headings[i / per] : undefined;
      return [...(head === undefined ? [] : [heading(head)]), passage(one, 'body')];
    });
  };
  const carriedOut = (): readonly Block[] =>
    kind === 'programme'
      ? [1, 2].map(() => ({ kind: 'passage', ...write.carried(), draw: { sort: 'neutral' }, note: null }))
      : [];
  const decision = (): readonly Block[] => {
    const recitals = Math.round(planned.passages.length * 0.4);
    const [seen = '', considering = '', decides = ''] = form.headings;
    return [
      heading(seen),
      line(form.seen ?? ''),
      heading(considering),
      ...planned.passages.slice(0, recitals).map((one) => passage(one, 'recital')),
      heading(decides),
      ...planned.passages
        .slice(recitals)
        .map((one, i) => passage(one, 'operative', (form.article ?? '').replace('{number}', String(i + 1)))),
    ];
  };
  const minutes = (): readonly Block[] => {
    const [present = '', agenda = '', course = '', agreements = ''] = form.headings;
    const items = form.items ?? [];
    const said = planned.passages.slice(0, -3);
    const per = Math.ceil(said.length / items.length);
    const persons = [...new Set(Array.from({ length: 9 }, () => draw.pick([...texts.women, ...texts.men])))];
    return [
      line(form.opened ?? ''),
      heading(present),
      ...persons.map((person) => item(`${person} (${draw.pick(publishers.countries)})`)),
      heading(agenda),
      ...items.map((text, i) => item(`${i + 1}. ${text}`)),
      heading(course),
      ...said.flatMap((one, i): readonly Block[] => {
        const head = i % per === 0 ? items[i / per] : undefined;
        const part = passage(one, 'body');
        return head === undefined ? [part] : [{ kind: 'subheading', text: `${i / per + 1}. ${head}` }, part];
      }),
      heading(agreements),
      ...planned.passages.slice(-3).map((one, i) => passage(one, 'agreement', `${'abc'[i]}) `)),
    ];
  };
  const body = kind === 'decision' ? decision() : kind === 'minutes' ? minutes() : sections();

  return {
    planned,
    title,
    institution: name,
    header: `${name} · ${title}`,
    footer: texts.page,
    blocks: [
      { kind: 'letterhead', text: name },
      ...(organ === undefined ? [] : [{ kind: 'letterhead' as const, text: organ }]),
      { kind: 'title', text: title },
      ...body,
      ...carriedOut(),
      line(form.close),
    ],
  };
}
