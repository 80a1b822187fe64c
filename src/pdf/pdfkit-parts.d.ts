/**
 * The parts of pdfkit 0.20.2 that `pdfkit.ts` uses, private ones among them: its published types lack those, and much
 * of what they have is not used here. `tests/pdf/pdfkit.test.ts` holds pdfkit to this page.
 */
declare module 'pdfkit' {
  export interface Reference {
    readonly id: number;
    readonly gen: number;
    data: Record<string, unknown>;
    /** Set when the bytes are to be deflated on `end`. */
    compress: boolean;
    /** Writes the object; with bytes it is a stream. */
    end(bytes?: Uint8Array): void;
  }

  export interface Page {
    readonly dictionary: Reference;
    readonly resources: Reference;
    write(bytes: Uint8Array): void;
  }

  export interface Options {
    /** Ours: receives what is written. */
    readonly sink: { write(data: string | Uint8Array): number; seal(): Uint8Array };
    /** Ours: the descriptions of the XMP packet. */
    readonly xmp: string;
    readonly [option: string]: unknown;
  }

  export interface Document {
    readonly options: Options;
    readonly page: Page;
    readonly _root: Reference;
    _offset: number;
    _id: Uint8Array;
    _write(data: string | Uint8Array): void;
    _finalize(): void;
    _addInfo(): void;
    push(chunk: Uint8Array | null): boolean;
    appendXML(xml: string): void;
    ref(data: Record<string, unknown>): Reference;
    addPage(options: { size: readonly [number, number]; margin: number }): void;
    end(): void;
  }

  export type DocumentConstructor = new (options: Options) => Document;
}
