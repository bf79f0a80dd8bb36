import { setImmediate } from 'node:timers/promises';
import { columnAgreement, drawOf, isSimulated } from '../../app/explore/coding/agreement.ts';
import { dealtTo } from '../../app/explore/coding/dealt.ts';
import { instructionsView } from '../../app/explore/coding/instructions.ts';
import { itemView } from '../../app/explore/coding/item.ts';
import { itemsView } from '../../app/explore/coding/items.ts';
import { ownSamplesView, samplesView } from '../../app/explore/coding/samples.ts';
import { codingActs, savedView } from '../../app/explore/coding/save.ts';
import type { Somebody } from '../../app/explore/coding/source.ts';
import { sampleNamed } from '../../app/explore/coding/source.ts';
import type { CodingRoom } from '../../compose/coding-room.ts';
import { LockedError } from '../../io/lock.ts';
import type { AgreementView, codingApi } from '../../model/api/coding.ts';
import type { Sample } from '../../model/coding.ts';
import type { HandlersOf } from '../handler.ts';
import { Refused } from '../refused.ts';

export const codingHandlers: HandlersOf<typeof codingApi> = {
  'GET /api/samples': async ({ coding }, { coder }) => {
    const view = samplesView(await coding());
    return coder === null ? view : ownSamplesView(view, coder);
  },

  'GET /api/samples/:sample/instructions': async ({ coding }, { input }) => {
    const room = await coding();
    return instructionsView(room, named(room, input.sample), input.role);
  },

  'GET /api/samples/:sample/items': async ({ coding }, { input }) => {
    const room = await coding();
    const sample = named(room, input.sample);
    return itemsView(room, sample, input) ?? notDealt(sample, input);
  },

  'GET /api/samples/:sample/items/:item': async ({ coding, database }, { input }) => {
    const room = await coding();
    const sample = named(room, input.sample);
    const source = { ...room, database: database() };
    return itemView(source, sample, input, input.item) ?? notTheirs(room, sample, input, input.item);
  },

  'POST /api/samples/:sample/items/:item': async ({ coding }, { input, body }) => {
    const room = await coding();
    const sample = named(room, input.sample);
    const { item } = input;
    if (dealtTo(room, sample, body)?.some((key) => key.item === item) !== true)
      notTheirs(room, sample, body, item);
    const log = await room
      .add((held) => codingActs(body, item, sample, held, new Date()))
      .catch((error: unknown) => {
        throw error instanceof LockedError ? new Refused('busy', ...error.lines) : error;
      });
    return savedView(room, sample, item, body, log);
  },

  'GET /api/samples/:sample/agreement': async ({ coding }, { input }) => {
    const room = await coding();
    return agreementOf(room, named(room, input.sample));
  },
};

/** What was computed last for each state of the codings; a new state is a new object. */
const known = new WeakMap<CodingRoom, Map<string, Promise<AgreementView>>>();

function agreementOf(room: CodingRoom, sample: Sample): Promise<AgreementView> {
  const held = known.get(room) ?? new Map<string, Promise<AgreementView>>();
  known.set(room, held);
  const { design } = sample;
  const found = held.get(design.sample) ?? compute();
  held.set(design.sample, found);
  return found;

  async function compute(): Promise<AgreementView> {
    const draw = drawOf(room, sample);
    const columns: AgreementView['columns'] = [];
    for (const column of design.columns) {
      columns.push(columnAgreement(room, draw, column));
      // Others are answered between two columns.
      await setImmediate();
    }
    const samples = draw.map((one) => one.design.sample);
    return { samples, simulated: isSimulated(room, draw), columns };
  }
}

function named(room: CodingRoom, name: string): Sample {
  const found = sampleNamed(room, name);
  if (found !== null) return found;
  const names = room.study.codings.samples.map(({ design }) => design.sample).join(', ') || 'none';
  throw new Refused('not_found', `sample: expected one of this study (${names}), got "${name}"`);
}

function notDealt({ design }: Sample, { coder }: Somebody): never {
  throw new Refused(
    'not_found',
    `coder: expected one of those that ${design.sample} was dealt to (${design.coders.join(', ')}), got "${coder}"`,
  );
}

function notTheirs(room: CodingRoom, sample: Sample, somebody: Somebody, item: string): never {
  if (dealtTo(room, sample, somebody) === null) notDealt(sample, somebody);
  const { coder, role } = somebody;
  const what =
    role === 'coder'
      ? `that was given to ${coder}`
      : `on which coders other than ${coder} differ or could not tell`;
  throw new Refused('not_found', `item: expected one of ${sample.design.sample} ${what}, got "${item}"`);
}
