/** The part of `xliff` that is used; the package brings no types. */
declare module 'xliff/jsToXliff12' {
  interface WrittenUnit {
    readonly source: string;
    readonly target: string;
    readonly note: string;
    readonly additionalAttributes: Readonly<Record<string, string>>;
  }
  interface Written {
    readonly sourceLanguage: string;
    readonly targetLanguage: string;
    readonly resources: Readonly<Record<string, Readonly<Record<string, WrittenUnit>>>>;
  }
  export default function jsToXliff12(exchange: Written): Promise<string>;
}
