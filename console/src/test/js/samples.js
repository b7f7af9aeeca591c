/** The messages that Java tests read too. */
import { readFileSync } from 'node:fs';

const folder = new URL('../../../../stream/contract/samples/', import.meta.url);

export const sample = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

export const web = new URL('../../main/resources/web/', import.meta.url);
