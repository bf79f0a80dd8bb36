import { z } from 'zod';
import type { Schema } from '../input.ts';

/** Longest body of a request that a page may send, in bytes, where an endpoint does not say another. */
export const usualBody = 64_000;

/**
 * One thing that pages can ask of the explorer. Its key in the API is `METHOD /path`, with `:name` for what varies; what the
 * path and the query say comes together as `input`, text that the schema turns into what it means.
 */
export type Endpoint<Input, Body, Answer> = {
  /** What it gives, as a clause. */
  readonly summary: string;
  readonly input: Schema<Input>;
  /** Null where it takes none. */
  readonly body: Schema<Body> | null;
  /** Null where it answers with something else than JSON, such as a picture or a table. */
  readonly answer: Schema<Answer> | null;
  /** The media type of an answer that is no JSON. */
  readonly media?: string;
  /** Longest body taken, in bytes. */
  readonly longest?: number;
};

/** An endpoint with its types inferred. */
export function endpoint<Input, Body, Answer>(
  one: Endpoint<Input, Body, Answer>,
): Endpoint<Input, Body, Answer> {
  return one;
}

/** Of an endpoint that nothing is said to. */
export const nothing = z.strictObject({});

/** Text that stands for a whole number. */
export function whole(least: number, most: number) {
  return z.coerce.number().pipe(z.int().min(least).max(most));
}

/** What an answer says of a request that could not be met: the place, what was expected, what was found, what to do. */
export const Refusal = z.strictObject({
  error: z.enum([
    'bad_request',
    'not_found',
    'forbidden',
    'unauthorised',
    'too_large',
    'not_run',
    'conflict',
    'busy',
    'failed',
  ]),
  lines: z.array(z.string()),
});
export type Refusal = z.infer<typeof Refusal>;

/** The JSON Schema of a schema, for a description of the API. */
export function jsonSchema(schema: Schema<unknown>, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return made;
}
