/** A text of the guide as a template sees it: `{{say text}}` prints it. */
export interface TextRef {
  readonly key: string;
}

export const isText = (value: unknown): value is TextRef =>
  typeof value === 'object' && value !== null && typeof (value as TextRef).key === 'string';
