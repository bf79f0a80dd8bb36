import type { AnswerOf, Api, Asked, BodyOf, InputOf } from '../model/api/api.ts';
import type { Endpoint } from '../model/api/endpoint.ts';
import type { Desk } from './desk.ts';

/** What a handler is given: the checked request, and who asks to stop waiting. */
export type Request<Key extends Asked> = {
  readonly input: InputOf<Key>;
  readonly body: BodyOf<Key>;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** The only one who is served, who sees what coders see; null where everything is. */
  readonly coder: string | null;
};

type Answered<Key extends Asked> =
  Api[Key] extends Endpoint<infer _I, infer _B, never> ? Response : AnswerOf<Key>;

/** The answer to each endpoint of the API: none can be forgotten, and none can answer in another shape. */
export type Handlers = {
  readonly [Key in Asked]: (desk: Desk, request: Request<Key>) => Answered<Key> | Promise<Answered<Key>>;
};

/** The handlers of some endpoints. */
export type HandlersOf<Part extends Partial<Api>> = Pick<Handlers, keyof Part & Asked>;
