/**
 * Commands as an officer types them: a letter and what it is about, parted by points, `D.张三.I-1042`. Pure: what a line
 * means, what could come next, and why a line means nothing, as a key of the dictionary with what fills it.
 */

import { gradeRank, isOpen, matches } from './attention.js';
import { nameIn } from './format.js';
import { GRADES } from './severity.js';
import { isActive, personState } from './steps.js';

/** What each command takes, in order; a name in brackets may be left out when an incident is open. */
export const COMMANDS = {
  D: ['person', '[incident]'],
  A: ['[incident]'],
  R: ['person'],
  N: ['[incident]', 'text'],
  Z: ['[incident]', 'minutes', 'text'],
  U: ['[incident]', 'grade'],
  C: ['[incident]', '[text]'],
  F: ['[text]'],
  G: ['place'],
  T: [],
  H: [],
};

/** The operation of the API that a command needs; the others only show something. */
const OPERATIONS = {
  D: 'assignPerson',
  A: 'acknowledgeIncident',
  R: 'advanceAssignment',
  N: 'noteIncident',
  Z: 'snoozeIncident',
  U: 'regradeIncident',
  C: 'closeIncident',
  H: 'draftHandover',
};

/** Letters of the commands that whoever may use these operations can give. */
export const commandsFor = (may) => Object.keys(COMMANDS).filter((letter) => !(letter in OPERATIONS) || may(OPERATIONS[letter]));

const OFFERED_AT_MOST = 8;
const POINT = /[.。．]/g;

const bare = (slot) => slot.replace(/[[\]]/g, '');

/** A line's letter in capitals, what that letter takes, and the words after it with where each begins. */
export function partsOf(line) {
  const starts = [0, ...[...line.matchAll(POINT)].map(({ index }) => index + 1)];
  const words = starts.map((start, i) => line.slice(start, i + 1 < starts.length ? starts[i + 1] - 1 : undefined).trim());
  const letter = words[0].toUpperCase();
  const given = words.slice(1).map((word, i) => ({ word, start: starts[i + 1] }));
  return { letter, slots: COMMANDS[letter] ?? [], given };
}

const namesOf = (person) => [person.id, person.nameZh, person.nameEn].filter(Boolean);
const same = (a, b) => a.toLowerCase() === b.toLowerCase();

function only(found, kind, word) {
  if (found.length === 1) return { value: found[0] };
  return { problem: found.length ? 'several' : `no-${kind}`, values: { word, n: found.length } };
}

/** One whose id is the word, else the only one with that name, else the only one whose name begins so. */
function findPerson(people, word) {
  const all = [...people.values()];
  const exact = all.filter((person) => same(person.id, word));
  const named = exact.length ? exact : all.filter((person) => namesOf(person).some((name) => same(name, word)));
  const begun = named.length ? named : all.filter((person) => namesOf(person).some((name) => starts(name, word)));
  return only(begun, 'person', word);
}

const starts = (text, word) => text.toLowerCase().startsWith(word.toLowerCase());

/** `I-1042`, or only as much of it as no other open incident has: `1042`. */
function findIncident(incidents, word) {
  const wanted = word.toUpperCase();
  const exact = incidents.get(wanted) ?? incidents.get(`I-${wanted}`) ?? incidents.get(word);
  if (exact) return { value: exact };
  const bareId = wanted.replace(/^I-/, '');
  const found = [...incidents.values()].filter(
    (incident) => isOpen(incident) && bareId && incident.id.slice(2).toUpperCase().startsWith(bareId),
  );
  return only(found, 'incident', word);
}

function findPlace(context, word) {
  const { places, language } = context;
  const incident = context.incidents.get(word.toUpperCase());
  if (incident) return { value: { kind: 'incident', lat: incident.lat, lon: incident.lon, id: incident.id } };
  const person = findPerson(context.people, word);
  const named = places.filter((place) => place.kind !== 'junction');
  const exact = named.filter((place) => [place.id, place.nameZh, place.nameEn].some((name) => name && same(name, word)));
  const found = exact.length ? exact : named.filter((place) => placeMatches(place, word));
  if (found.length === 0 && person.value) return { value: { kind: 'person', ...spot(person.value), id: person.value.id } };
  const one = only(found, 'place', word);
  return one.value ? { value: { kind: 'place', ...spot(one.value), name: nameIn(language, one.value) } } : one;
}

const spot = ({ lat, lon }) => ({ lat, lon });

const placeMatches = (place, word) => {
  const names = [place.nameZh, place.nameEn, ...(place.aliases ?? [])].filter(Boolean);
  return matches(names.join(' '), word);
};

function readMinutes(word) {
  const minutes = /^\d{1,4}$/.test(word) ? Number(word) : 0;
  return minutes >= 1 && minutes <= 1440 ? { value: minutes } : { problem: 'minutes', values: { word } };
}

/** As it is written, or by its number. */
function readGrade(word) {
  const grade = GRADES.includes(word.toUpperCase()) ? word.toUpperCase() : GRADES[Number(word) - 1];
  return grade ? { value: grade } : { problem: 'grade', values: { word } };
}

const READERS = {
  person: (word, context) => findPerson(context.people, word),
  incident: (word, context) => findIncident(context.incidents, word),
  place: (word, context) => findPlace(context, word),
  minutes: (word) => readMinutes(word),
  grade: (word) => readGrade(word),
  text: (word) => ({ value: word }),
};

const looksLikeIncident = (word, { incidents }) => /^i-/i.test(word) || incidents.has(`I-${word.toUpperCase()}`);

/** The open incident is meant where none is named; words that follow move up by one. */
function namingIncident(slots, given, context) {
  const at = slots.indexOf('[incident]');
  if (at < 0) return given;
  const word = given[at]?.word;
  const meant = { word: context.selectedId ?? '', start: -1 };
  if (!word) {
    const before = Array.from({ length: at }, (_, i) => given[i] ?? { word: '', start: -1 });
    return [...before, meant, ...given.slice(at + 1)];
  }
  if (at === slots.length - 1 || looksLikeIncident(word, context)) return given;
  return [...given.slice(0, at), meant, ...given.slice(at)];
}

/**
 * What a line means.
 *
 * @param context `incidents`, `people` (maps), `places` (list), `selectedId`, `language`, `may` (whether an operation may be used)
 * @returns `{letter, person, incident, place, minutes, grade, text}` with what it takes, or `{problem, values}`
 */
export function readCommand(line, context) {
  const { letter, slots, given } = partsOf(line);
  if (!(letter in COMMANDS)) return { problem: 'no-command', values: { word: letter || '–', letters: commandsFor(context.may).join(' ') } };
  const operation = OPERATIONS[letter];
  if (operation && !context.may(operation)) return { problem: 'not-yours', values: { word: letter, operation } };
  const words = namingIncident(slots, given, context);
  const command = { letter };
  for (const [i, slot] of slots.entries()) {
    const kind = bare(slot);
    const word = kind === 'text' && words[i] ? line.slice(words[i].start).trim() : words[i]?.word;
    if (!word) {
      if (slot === '[text]') continue;
      return { problem: `needs-${kind}`, values: {} };
    }
    const read = READERS[kind](word, context);
    if (read.problem) return read;
    command[kind] = read.value;
    if (kind === 'text') return command;
  }
  const left = words[slots.length]?.word;
  return left ? { problem: 'too-much', values: { word: left } } : command;
}

/** What the part now being typed could become: `{text, note, line}` each, the likeliest first. */
export function completions(line, context) {
  const { letter, slots, given } = partsOf(line);
  const own = commandsFor(context.may);
  if (given.length === 0) return letters(letter, own);
  if (!own.includes(letter)) return [];
  const { word, start } = given.at(-1);
  const kind = bare(slots[given.length - 1] ?? '');
  const offers = OFFERS[kind]?.(word, context, letter) ?? [];
  const more = slots.length > given.length ? '.' : '';
  return offers.map((offer) => ({ ...offer, line: `${line.slice(0, start)}${offer.insert}${more}` }));
}

function letters(typed, own) {
  return own
    .filter((letter) => letter.startsWith(typed))
    .map((letter) => [letter, COMMANDS[letter]])
    .map(([letter, slots]) => ({ id: letter, text: letter, key: `command.${letter}`, line: slots.length ? `${letter}.` : letter }));
}

const OFFERS = {
  person: offerPeople,
  incident: offerIncidents,
  place: offerPlaces,
  grade: offerGrades,
};

/** Those on duty first; for a dispatch those who are free, for a recall those who are bound. */
function offerPeople(word, { people, assignments, language }, letter) {
  const isFree = (person) => person.availability === 'FREE';
  const fits = (person) => !word || namesOf(person).some((name) => starts(name, word)) || matches(namesOf(person).join(' '), word);
  return [...people.values()]
    .filter((person) => fits(person) && (letter !== 'R' || isBound(person)))
    .sort((a, b) => Number(isFree(b)) - Number(isFree(a)) || Number(b.onDuty) - Number(a.onDuty) || (a.id < b.id ? -1 : 1))
    .slice(0, OFFERED_AT_MOST)
    .map((person) => {
      const look = personState(person, assignments?.get(person.assignmentId));
      return { id: person.id, text: nameIn(language, person), note: person.id, look, insert: person.id };
    });
}

const isBound = (person) => person.availability === 'ASSIGNED';

function offerIncidents(word, context) {
  const { incidents, typeName } = context;
  const wanted = word.toUpperCase();
  return [...incidents.values()]
    .filter((incident) => isOpen(incident))
    .filter((incident) => !word || incident.id.toUpperCase().includes(wanted) || matches(typeName(incident.type), word))
    .sort((a, b) => gradeRank(a.grade) - gradeRank(b.grade) || (a.openedAt < b.openedAt ? -1 : 1))
    .slice(0, OFFERED_AT_MOST)
    .map((incident) => ({
      id: incident.id,
      text: `${incident.id} ${typeName(incident.type)}`,
      note: context.addressOf(incident),
      grade: incident.grade,
      insert: incident.id,
    }));
}

function offerGrades(word, { gradeName }) {
  const fits = (grade, i) => grade.startsWith(word.toUpperCase()) || word === String(i + 1);
  return GRADES.filter(fits).map((grade) => ({ id: grade, text: gradeName(grade), note: '', grade, insert: grade }));
}

function offerPlaces(word, { places, language }) {
  if (!word) return [];
  return places
    .filter((place) => place.kind !== 'junction' && placeMatches(place, word))
    .slice(0, OFFERED_AT_MOST)
    .map((place) => ({ id: place.id, text: nameIn(language, place), note: '', insert: nameIn(language, place) }));
}

/**
 * The running assignment of a person who is to be recalled; null when there is none. The person's own state may still be on
 * its way when the assignment is known already.
 */
export function boundAssignment(person, assignments) {
  for (const assignment of assignments.values()) {
    if (assignment.personId === person.id && isActive(assignment)) return assignment;
  }
  return null;
}
