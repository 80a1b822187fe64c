/** Where a campaign's files go: a folder of this machine, or a bucket. Names are with `/`, below its root. */
export interface Store {
  /**
   * Puts files there, each whole or not at all, all of them safe when it returns.
   * A file and the `.proof.json` of its name are put by one call; what is read beside a PDF is its own proof or none.
   * @throws PressError OUTPUT_UNWRITABLE; CAMPAIGN_FILE_NAME where it is the name that is refused: others may be put
   */
  put(files: readonly StoredFile[]): Promise<void>;
  /** What is there under a name; undefined: nothing. Its SHA-256 (hex) where the store itself has computed it. */
  head(name: string): Promise<{ readonly bytes: number; readonly sha256?: string } | undefined>;
  /** @throws PressError where it cannot be read */
  get(name: string): Promise<Uint8Array | undefined>;
  list(prefix: string): AsyncIterable<string>;
  close(): Promise<void>;
}

export interface StoredFile {
  readonly name: string;
  readonly content: Uint8Array;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
}
