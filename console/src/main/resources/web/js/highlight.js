/** Splits a text into parts that are evidence and parts that are not, so that each goes in as text of its own. */

function ranges(text, words) {
  const lower = text.toLowerCase();
  const found = [];
  for (const word of words ?? []) {
    const wanted = word?.toLowerCase();
    if (!wanted) continue;
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      found.push([at, at + wanted.length]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** Parts of the text in order: `{text, marked}`; words that touch or overlap become one part. */
export function highlight(text, words) {
  const parts = [];
  let end = 0;
  const put = (from, to, marked) => {
    const last = parts.at(-1);
    if (marked && last?.marked && from === end) last.text += text.slice(from, to);
    else if (to > from) parts.push({ text: text.slice(from, to), marked });
    end = to;
  };
  for (const [from, to] of ranges(text, words)) {
    if (to <= end) continue;
    if (from > end) put(end, from, false);
    put(Math.max(from, end), to, true);
  }
  put(end, text.length, false);
  return parts;
}
