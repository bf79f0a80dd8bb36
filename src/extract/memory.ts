type Exports = { readonly malloc: (size: number) => number; readonly free: (at: number) => void };

/**
 * The memory of a WebAssembly engine, seen from outside. It moves when it grows, so that no view of it is kept
 * without asking.
 */
export class EngineMemory {
  readonly #engine: { readonly wasmExports: Exports };
  #view = new DataView(new ArrayBuffer(0));

  constructor(engine: { readonly wasmExports: Exports }) {
    this.#engine = engine;
  }

  /** Reserves bytes until `free`; throws where there are none left. */
  reserve(size: number): number {
    const at = this.#engine.wasmExports.malloc(size);
    if (at === 0) throw new Error(`the engine has no ${size} bytes of memory left`);
    return at;
  }

  /** Gives reserved bytes back. */
  free(at: number): void {
    this.#engine.wasmExports.free(at);
  }

  /** Copies bytes in; the copy is reserved until `free`. */
  put(bytes: Uint8Array): number {
    const at = this.reserve(Math.max(1, bytes.length));
    new Uint8Array(this.#buffer(), at, bytes.length).set(bytes);
    return at;
  }

  /** UTF-16 text of so many units. */
  utf16(at: number, units: number): string {
    const bytes = Buffer.from(this.#buffer(), at, Math.max(0, units) * 2);
    return bytes.toString('utf16le');
  }

  /** Latin-1 text of so many bytes. */
  latin1(at: number, bytes: number): string {
    return Buffer.from(this.#buffer(), at, bytes).toString('latin1');
  }

  /** A single-precision number, counted in numbers from an address. */
  float(at: number, index: number): number {
    return this.#current().getFloat32(at + 4 * index, true);
  }

  /** Bytes as they lie there now; a view, to be copied before the engine does anything else. */
  bytes(at: number, size: number): Uint8Array {
    return new Uint8Array(this.#buffer(), at, size);
  }

  /** Four single-precision numbers in a row. */
  floats(at: number): [number, number, number, number] {
    const view = this.#current();
    const float = (index: number) => view.getFloat32(at + 4 * index, true);
    return [float(0), float(1), float(2), float(3)];
  }

  /** Four unsigned integers in a row. */
  integers(at: number): [number, number, number, number] {
    const view = this.#current();
    const integer = (index: number) => view.getUint32(at + 4 * index, true);
    return [integer(0), integer(1), integer(2), integer(3)];
  }

  /** A view that is made anew where the memory has moved, which leaves the old one without bytes. */
  #current(): DataView {
    if (this.#view.buffer.byteLength === 0) this.#view = new DataView(this.#buffer());
    return this.#view;
  }

  #buffer(): ArrayBuffer {
    const engine: object = this.#engine;
    const bytes = 'HEAPU8' in engine ? engine.HEAPU8 : null;
    if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) {
      throw new Error('expected the engine to show its memory as `HEAPU8`');
    }
    return bytes.buffer;
  }
}
