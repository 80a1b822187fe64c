/** @import { ToldProblem } from '../src/preview/told.ts' */

/** What the server refuses, with its problems. */
export class Refused extends Error {
  /** @param {readonly ToldProblem[]} problems */
  constructor(problems) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}

/**
 * What the server has at a path.
 * @param {string} path
 * @returns {Promise<any>}
 */
export async function get(path) {
  return answerOf(await fetch(path));
}

/**
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<any>}
 */
export async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  return answerOf(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/**
 * Sends the bytes of a file.
 * @param {string} path
 * @param {File} file
 * @returns {Promise<any>}
 */
export async function send(path, file) {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return answerOf(await fetch(path, { method: 'POST', headers, body: file }));
}

/** @param {Response} response */
async function answerOf(response) {
  if (response.status === 422) throw new Refused((await response.json()).problems);
  if (!response.ok) throw new Error(`The preview answered ${response.status}.`);
  return response.json();
}
