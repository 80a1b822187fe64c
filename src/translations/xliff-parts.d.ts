/** The parts of `xliff` that are used; the package brings no types. */
declare module 'xliff/xliff12ToJs' {
  /** Text, or a list of texts and inline elements. */
  type Value = string | readonly (string | object)[] | object;
  interface ReadUnit {
    readonly source?: Value;
    readonly target?: Value;
    readonly groupUnits?: Readonly<Record<string, ReadUnit>>;
  }
  interface Read {
    readonly sourceLanguage?: string;
    readonly targetLanguage?: string;
    readonly resources: Readonly<Record<string, Readonly<Record<string, ReadUnit>>>>;
  }
  export default function xliff12ToJs(
    text: string,
    options: { readonly captureSpacesBetweenElements: boolean },
  ): Promise<Read>;
}

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
