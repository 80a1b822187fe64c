/** A map in which a file keeps what it made, or a function what it gave. */
const kept =
  /(?<=^(?:export )?const \w+ = )new (?:Map|Set)<.*>\(\)(?=;$)|(?<=^ {2}const known = )new Map<string, T>\(\)(?=;$)/gm;

/** A file whose maps are emptied before each run of a test: what was kept of the run before would hide a fault. */
export const forgetful = (text: string): string => text.replace(kept, '__kept($&)');
