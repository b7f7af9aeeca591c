/** Tables as files for a spreadsheet. What people wrote must never become a formula there. */

const NUMBER = /^-?\d+(\.\d+)?$/;
/** A spreadsheet takes what begins so for a formula, full-width signs included. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@＝＋－＠|%]/;
const NEEDS_QUOTES = /[",\r\n;\t]/;

/** One cell: a leading apostrophe keeps words words; numbers stay numbers. */
export function csvCell(value) {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file as RFC 4180 has it, with a byte order mark so that spreadsheets read Chinese. */
export function csvFile(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the officer as a file. */
export function saveFile(name, text, type = 'text/csv;charset=utf-8') {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `incidents-2026-03-01-081630.csv`, in the zone of the clock's text `2026-03-01 08:16:30`. */
export const fileName = (what, clockText, ending = 'csv') => `${what}-${clockText.replace(' ', '-').replaceAll(':', '')}.${ending}`;
