import { PressError, problem } from '../diagnostics/index.ts';

/** `IMAGE_INVALID`: what is wrong with a file, as the end of a sentence that begins with its name. */
export function invalid(name: string, what: string, hint: string): PressError {
  return new PressError([problem('IMAGE_INVALID', `${name} ${what}.`, { file: name }, hint)]);
}
