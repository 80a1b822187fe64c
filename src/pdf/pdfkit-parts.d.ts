/**
 * The parts of pdfkit 0.20.2 that `pdfkit.ts` uses: its indirect objects, which know how every kind of value is written.
 * `tests/pdf/pdfkit.test.ts` holds pdfkit to this page.
 */
declare module 'pdfkit' {
  export interface Reference {
    readonly id: number;
    readonly gen: number;
    data: object;
    /** Writes the object into its document; with bytes it is a stream. */
    end(bytes?: Uint8Array): void;
  }

  /** What an indirect object asks of the document that it is written into. */
  export interface Pen {
    readonly compress: boolean;
    readonly _security: undefined;
    readonly _offset: number;
    _write(data: string | Uint8Array): void;
    _refEnd(reference: Reference): void;
  }

  export type ReferenceConstructor = new (pen: Pen, id: number, data: object) => Reference;

  export interface Document {
    ref(data: object): Reference;
  }

  export type DocumentConstructor = new (options: {
    readonly font: null;
    readonly autoFirstPage: false;
  }) => Document;
}
