/**
 * Every code there is, with its meaning. Codes are permanent names: a code is never reused for another
 * meaning. Data: one row a code. `docs/errors.md` is made from this table.
 */
export const catalogue = {
  // reading input
  FILE_NOT_FOUND: 'A file or folder that was named does not exist or cannot be read.',
  PATH_OUTSIDE: "A path leads outside the guide's or the templates' folder.",
  FILE_NOT_PLAIN: 'What stands where a file is meant is a folder, a device, a pipe or a socket.',
  FILE_TOO_LARGE: 'A file is larger than files of its kind may be.',
  FILE_ENCODING: 'A text file is not UTF-8.',
  YAML_SYNTAX: 'A YAML file does not parse.',
  JSON_SYNTAX: 'A JSON file does not parse.',
  TEXT_UNNATURAL: 'A text is as no writing is: endless, without a space, or with marks heaped on one letter.',
  CONTENT_INVALID: 'The guide does not keep to its schema: a missing, unknown or wrong field.',
  CONTENT_KEY_UNKNOWN: 'A product or template names a content key that the guide does not have.',
  CONTENT_UNUSED: 'A field of the guide is not printed, or does nothing.',
  ID_DUPLICATE: 'Two parts of a guide have the same id.',
  TABLE_UNEVEN: 'The rows of a table do not fill the same columns, or its cells lie over each other.',
  INLINE_INVALID: 'Inline text uses a mark that is not in the subset, or an address that is not allowed.',
  HELPLINE_INVALID: 'A helpline number is not a valid number, or display and dial do not agree.',
  HELPLINE_ABROAD:
    'A helpline number is displayed as people dial it in another country than where the guide is read.',
  NUMBER_UNDECLARED: 'Something that could be dialled is not a number that the guide declares.',
  NUMBER_NEAR_MISS: 'Something is nearly a number that the guide declares: a digit or two are other ones.',
  NUMBER_DISGUISED: 'A declared number is written in another way than the guide declares.',
  LINK_DIALS_OTHER: 'A link dials another number than it shows, or shows none.',
  GUIDE_CHANGED: 'A guide was changed after it was loaded, or did not come from loadGuide.',
  PRODUCT_INVALID: 'A product.yaml does not keep to its schema.',
  READING_LEVEL: 'The text of a guide is harder to read than its limit allows.',
  WORDING: 'The text of a guide uses a word that stigmatizes.',
  EMERGENCY_MISSING: 'The guide has no emergency block for its country.',
  SOURCE_MISSING: 'A finding or quote names a source that the guide does not list.',
  // locales
  LOCALE_UNKNOWN: 'The locale is not in the table of languages.',
  TRANSLATION_MISSING: 'A key has no text in this locale.',
  TRANSLATION_STALE:
    'The source text of a key changed after it was translated, or nobody knows what a translation was made from.',
  TRANSLATION_UNKNOWN: 'A translation file has a key that the source does not have.',
  TRANSLATION_BROKEN: 'A translation lost or changed a placeholder, a mark or the helpline.',
  TRANSLATION_LANGUAGE: 'A file that came back from a translator is in another language than was asked for.',
  TRANSLATION_FILE_INVALID:
    'A file that came back from a translator does not parse, is too large, or holds what is refused.',
  TRANSLATION_DRAFT: 'A translation that no person reviewed is not printed for handing out.',
  // templates
  TEMPLATE_NOT_FOUND: 'There is no template of that name.',
  TEMPLATE_SYNTAX: 'A template does not parse, or uses a form that is refused.',
  TEMPLATE_HELPER_UNKNOWN: 'A template calls a helper or partial that does not exist.',
  TEMPLATE_TEXT:
    'Letters, digits or addresses stand in a template itself: they come from the guide or the words of a product.',
  TEMPLATE_KEY_UNKNOWN: 'A template reads a value that does not exist.',
  HTML_SYNTAX: 'The HTML that a template makes does not parse without errors.',
  HTML_ELEMENT_UNKNOWN: 'An HTML element is not in the vocabulary.',
  HTML_ATTRIBUTE_UNKNOWN: 'An HTML attribute is not in the vocabulary, or its value is not allowed.',
  HTML_NESTING: 'An HTML element stands where it may not stand.',
  // style
  CSS_SYNTAX: 'A style sheet does not parse.',
  CSS_PROPERTY_UNKNOWN: 'A CSS property is not in the vocabulary.',
  CSS_VALUE_INVALID: 'A value is not one that the CSS property takes.',
  CSS_SELECTOR_UNKNOWN: 'A selector or at-rule is not in the vocabulary.',
  CSS_VARIABLE_UNKNOWN: 'A custom property is used but never set.',
  // text
  FONT_INVALID: 'A font file is missing, damaged, or not what the manifest says.',
  FONT_PACKAGE_MISSING: 'The fonts of a language are in a package that is not installed.',
  GLYPH_MISSING: 'No face of the locale has a glyph for a character.',
  GLYPH_OTHER: 'A letter in a file is drawn otherwise than in the face that it is set in.',
  MARKS_STACKED: 'A letter has so many marks that they reach into other lines.',
  // images
  IMAGE_INVALID: 'An image does not decode, or uses something outside the subset.',
  IMAGE_TOO_LARGE: 'An image is larger than the limits allow.',
  IMAGE_TOO_COARSE: 'A raster image has too few pixels for the size it is printed at.',
  IMAGE_TOO_SMALL: 'A picture is printed so small that nothing of it can be made out.',
  QR_TOO_LONG: 'An address is too long for a QR code.',
  QR_TOO_SMALL: 'A QR code is printed too small to be read.',
  // layout
  TEXT_COVERED: 'Something is painted over a text.',
  TEXT_OVERFLOW: 'The content does not fit its page, even at the smallest size allowed.',
  TEXT_TOO_SMALL: 'Text is set smaller than the floor for its kind.',
  FORM_EMPTY: 'A guide has no section for the form of a product, short or long.',
  PAGE_BLANK: 'A page carries no text.',
  // accessibility
  CONTRAST_LOW: 'Text does not stand out enough from what is painted under it.',
  ALT_MISSING: 'A picture has no alternative text.',
  HEADING_SKIPPED: 'A heading skips a level, or the first heading is not level 1.',
  LANGUAGE_UNMARKED: 'A phrase in another script is not marked with its language.',
  LINK_UNNAMED: 'A link has no text that names it.',
  // promises about the helpline and the disclosure
  HELPLINE_MISSING: 'A page, panel or sheet does not show the helpline.',
  HELPLINE_BROKEN: 'The helpline is split, clipped, or covered.',
  HELPLINE_COVERED: 'Something meets a helpline’s number, or comes too near to it.',
  HELPLINE_REVERSED: 'The digits of the helpline are not in order on the page.',
  HELPLINE_TOO_SMALL: 'The helpline is printed smaller than its floor.',
  HELPLINE_UNLINKED: 'A helpline in the content does not open the dialler.',
  NUMBER_TURNED:
    'A description of a link, an alternative text, a bookmark or the title shows a number in another order than it has.',
  HELPLINE_WRONG: 'A number on the page is not the helpline of the guide.',
  DISCLOSURE_MISSING: 'A product does not carry the whole disclosure.',
  DISCLOSURE_TOO_SMALL: 'The disclosure is set below its floor.',
  DISCLOSURE_SCATTERED:
    'The disclosure does not stand in one place, in order, with nothing of another text within it.',
  DISCLOSURE_UNPOINTED: 'A printing of the helpline does not point to who answers.',
  DISCLOSURE_UNRECORDED: 'The version and hash of the disclosure are not in the metadata.',
  IMPRINT_MISSING: "A piece does not print its guide's version, date and locale.",
  // the finished file
  PDF_UNREADABLE: 'The file is not a PDF that the reader understands.',
  PDF_FOREIGN: 'The file is a PDF, but not as the press writes it: it has what no file of the press has.',
  PDF_TOO_COSTLY: 'Reading the file takes more time, work or memory than any file of the press.',
  PDF_OTHER: 'The file is not the one that its record was made of.',
  RECORD_OTHER: 'The record of a file expects something else than the guide that it is proved against.',
  PRINTED_OTHER:
    'A file shows, says or opens something else than what was printed: pages, letters, pictures, links, bookmarks.',
  EXPECTATION_INVALID: 'What a file must hold (an expectation or a .proof.json) does not keep to its schema.',
  PDF_STRUCTURE:
    'The structure tree of the file is broken: content without an owner, or the other way round.',
  BUNDLE_DIVIDED:
    'A file of several pieces is not divided as it was printed: a page, a part of the structure or a bookmark is of no piece, or of another.',
  BUNDLE_MIXED: 'Pieces that cannot be printed from one file were to be bundled.',
  BUNDLE_TOO_LONG: 'A bundle has more pages, or pieces, than one file may have.',
  TEXT_LOST: 'Text of the guide is not in the finished file, or not as it was.',
  TEXT_DISORDERED:
    'The words of a text do not stand on the page as they are read: in another order, torn apart, or turned.',
  TEXT_FOREIGN: "The finished file says what is neither the guide's text nor a word of its product.",
  LINK_WRONG:
    'A link leads where the guide does not, shows another number than it dials, or lies over a number.',
  QR_UNREADABLE: 'A QR code that should be on a page cannot be read back from it.',
  QR_WRONG: 'A QR code says something else than the job asks for.',
  METADATA_MISSING: 'The title, language or identification of the file is missing.',
  FONT_NOT_EMBEDDED: 'A font of the file is not embedded or has no Unicode map.',
  // campaigns
  CAMPAIGN_INVALID: 'A campaign.yaml does not keep to its schema.',
  CAMPAIGN_EMPTY: 'Of a campaign nothing is left to print.',
  CAMPAIGN_TOO_LARGE: 'A campaign makes more files than one may.',
  CAMPAIGN_NOT_MADE: 'A campaign asks for what is not made: a product, or a product on that paper.',
  CAMPAIGN_NAME_INVALID: 'The pattern of file names is wrong, or makes a name that some systems do not take.',
  CAMPAIGN_NAME_TWICE: 'Two files of a campaign would have one name.',
  CAMPAIGN_FOLDER_FULL: 'A folder of a campaign will hold more files than some systems show well.',
  CAMPAIGN_MORE: 'A campaign has more faults than are listed.',
  SHEET_INVALID: 'A spreadsheet cannot be read: damaged, unsafe, or no table.',
  SHEET_EMPTY: 'A spreadsheet has no places.',
  SHEET_TOO_LARGE: 'A spreadsheet has more rows, or holds more, than one may.',
  SHEET_COLUMN: 'A column of a spreadsheet is missing, stands twice, or has a name that is none.',
  SHEET_RAGGED: 'A row of a spreadsheet has more cells than there are columns, or fewer.',
  PLACE_ID_INVALID: 'The id of a place is no id, or missing.',
  PLACE_TWICE: 'Two rows of a spreadsheet are one place.',
  PLACE_NUMBER_INVALID: "A place's number cannot be dialled, or its display and dial do not agree.",
  PLACE_NUMBER_DAMAGED:
    "A spreadsheet damaged a place's number: 8.00555E+09, a lost zero, a formula, a date.",
  PLACE_NUMBER_DOUBTFUL:
    "A place's number is nearly another one: 888 for 800, or a digit or two beside a number of the guide.",
  PLACE_NUMBER_MISSING: "A place has no number: its files bear the guide's own.",
  PLACE_NUMBER_TWICE: 'Several places have one number.',
  PLACE_LOGO_INVALID: 'The logo of a place is missing, lies elsewhere, or is no picture.',
  PLACE_TEXT_INVALID: 'The name or address of a place cannot be printed as it is.',
  PLACE_VALUE_INVALID: 'A value of a place is not one that its column takes.',
  // campaigns: where files go
  STORE_ADDRESS: 'The address of a bucket cannot be understood, or holds a secret.',
  STORE_CREDENTIALS: 'The environment has no credentials for a bucket.',
  STORE_DENIED: 'The server of a bucket does not allow what a campaign has to do.',
  STORE_MISSING: 'A bucket is not there.',
  STORE_REGION: 'A bucket is in another region.',
  STORE_CLOCK: 'The clock of this machine differs too much from that of the server of a bucket.',
  STORE_REFUSED: 'The server of a bucket refuses a request, or answers in a way that cannot be understood.',
  STORE_UNREACHABLE: 'The server of a bucket does not answer, after several tries.',
  STORE_CHANGED: 'Somebody else writes other files under the same names of a bucket, at the same time.',
  // campaigns: the run
  CAMPAIGN_FILE_NAME: 'A file of a campaign cannot have its name where it is to go.',
  CAMPAIGN_RUNNING: 'Another run of a campaign is writing to the same folder.',
  CAMPAIGN_CHANGED: 'What files are made of was changed while a campaign ran.',
  CAMPAIGN_WORKER: 'Workers of a campaign died, several times in a row.',
  CAMPAIGN_MANIFEST: "A line of a campaign's manifest is damaged.",
  // calling
  USAGE: 'The command or a library call was used in a way that makes no sense.',
  OUTPUT_UNWRITABLE: 'The output folder cannot be written.',
  INTERNAL: 'A fault in helpline-press itself. Please report it.',
} as const satisfies Record<string, string>;

export type Code = keyof typeof catalogue;
