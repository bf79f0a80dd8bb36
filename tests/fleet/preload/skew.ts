// Loaded into every process of a host whose clock is wrong by so many days.
const skew = Number(process.env['SKEW_DAYS'] ?? 0) * 86_400_000;
const RealDate = Date;

class SkewedDate extends RealDate {
  constructor(...given: [] | [number]) {
    if (given.length === 0) super(RealDate.now() + skew);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + skew;
  }
}

globalThis.Date = SkewedDate as DateConstructor;
