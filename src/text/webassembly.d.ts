/** The part of the WebAssembly JavaScript Interface that is used here: Node has it, the ES2023 library does not. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (value: number) => unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
