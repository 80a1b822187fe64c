/** The parts of `gettext-parser` that are used; the package brings no types. */
declare module 'gettext-parser' {
  interface Message {
    readonly msgctxt?: string;
    readonly msgid: string;
    readonly msgstr: readonly string[];
    readonly comments?: { readonly extracted?: string; readonly flag?: string };
  }
  interface Table {
    readonly charset: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly translations: Readonly<Record<string, Readonly<Record<string, Message>>>>;
  }
  export const po: {
    parse(text: string, options?: { readonly validation?: boolean }): Table;
    compile(table: Table, options?: { readonly foldLength?: number }): Buffer;
  };
}
