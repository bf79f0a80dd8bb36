type Exports = { readonly malloc: (size: number) => number; readonly free: (at: number) => void };

/**
 * The memory of a WebAssembly engine, seen from outside. Views are made for each use, because the memory moves
 * when it grows.
 */
export class EngineMemory {
  readonly #engine: { readonly wasmExports: Exports };

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

  /** Bytes as they lie there now; a view, to be copied before the engine does anything else. */
  bytes(at: number, size: number): Uint8Array {
    return new Uint8Array(this.#buffer(), at, size);
  }

  /** So many whole numbers of 32 bits in a row. */
  words(at: number, count: number): readonly number[] {
    const view = new DataView(this.#buffer(), at, 4 * count);
    return Array.from({ length: count }, (_, index) => view.getUint32(4 * index, true));
  }

  /** Four single-precision numbers in a row. */
  floats(at: number): [number, number, number, number] {
    const view = new DataView(this.#buffer(), at, 16);
    const float = (index: number) => view.getFloat32(4 * index, true);
    return [float(0), float(1), float(2), float(3)];
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
