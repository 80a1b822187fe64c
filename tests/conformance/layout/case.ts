/** A page that we set and Chromium sets. What has an id is compared. */
export interface LayoutCase {
  readonly css?: string;
  readonly body: string;
  readonly lang?: 'en' | 'ar' | 'hi' | 'th' | 'zh';
  readonly dir?: 'ltr' | 'rtl';
  /** Of the page, pt; 200 where it is not said. */
  readonly width?: number;
  /** Of the page, pt; more than anything needs where it is not said. */
  readonly height?: number;
  /** Only boxes are compared: the faces of markers and pictures of the text differ by design. */
  readonly boxesOnly?: true;
}

/** Cases of one feature, by what each is about. */
export type Cases = Readonly<Record<string, LayoutCase>>;
