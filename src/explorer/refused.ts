import type { Refusal } from '../model/api/endpoint.ts';

/** A request that cannot be met, with what to do about it; the answer says it with a fitting status. */
export class Refused extends Error {
  readonly error: Refusal['error'];
  readonly lines: readonly string[];

  constructor(error: Refusal['error'], ...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'Refused';
    this.error = error;
    this.lines = lines;
  }
}

/** The status that goes with a refusal. */
export function statusOf(error: Refusal['error']): 400 | 401 | 403 | 404 | 409 | 413 | 500 | 503 {
  switch (error) {
    case 'bad_request':
      return 400;
    case 'unauthorised':
      return 401;
    case 'forbidden':
      return 403;
    case 'not_found':
    case 'not_run':
      return 404;
    case 'conflict':
      return 409;
    case 'too_large':
      return 413;
    case 'busy':
      return 503;
    case 'failed':
      return 500;
  }
}
