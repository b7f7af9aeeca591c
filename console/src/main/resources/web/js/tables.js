/** Everything on the map as tables: which columns, how they sort, which rows words leave. Pure. */

import { isOpen, matches } from './attention.js';
import { nameIn } from './format.js';
import { personState } from './steps.js';

export const TABLES = ['incidents', 'people', 'alerts', 'places'];

const GRADE_ORDER = { I: '1', II: '2', III: '3', IV: '4' };

const degrees = (value) => (Number.isFinite(value) ? value.toFixed(5) : '');
const at = (field) => ({
  text: (row, words) => words.time(row[field]),
  sort: (row) => Date.parse(row[field] ?? '') || 0,
  csv: (row) => row[field] ?? '',
});

/** A column: `text(row, words)` is shown; `sort` and `csv` default to it. */
const COLUMNS = {
  incidents: {
    id: { text: (row) => row.id },
    grade: { text: (row) => row.grade ?? '', sort: (row) => GRADE_ORDER[row.grade] ?? '9' },
    type: { text: (row, words) => words.type(row.type) },
    state: { text: (row, words) => words.state(row) },
    place: { text: (row, words) => words.where(row) },
    summary: { text: (row) => row.summary ?? '' },
    reports: { text: (row) => String(row.reportCount ?? 1), sort: (row) => row.reportCount ?? 1 },
    opened: at('openedAt'),
    officer: { text: (row) => row.acknowledgedBy ?? '' },
    lat: { text: (row) => degrees(row.lat), sort: (row) => row.lat ?? 0 },
    lon: { text: (row) => degrees(row.lon), sort: (row) => row.lon ?? 0 },
  },
  people: {
    id: { text: (row) => row.id },
    name: { text: (row, words) => nameIn(words.code, row) },
    department: { text: (row, words) => words.organization(row.organizationId) },
    skills: { text: (row, words) => (row.skills ?? []).map(words.skill).join(words.comma) },
    state: { text: (row, words) => words.person(row) },
    incident: { text: (row) => row.incidentId ?? '' },
    position: at('positionAt'),
    accuracy: {
      text: (row) => (Number.isFinite(row.accuracyMeters) ? `${Math.round(row.accuracyMeters)} m` : ''),
      sort: (row) => row.accuracyMeters ?? Infinity,
      csv: (row) => row.accuracyMeters ?? '',
    },
    lat: { text: (row) => degrees(row.lat), sort: (row) => row.lat ?? 0 },
    lon: { text: (row) => degrees(row.lon), sort: (row) => row.lon ?? 0 },
  },
  alerts: {
    id: { text: (row) => row.id },
    grade: { text: (row) => row.level ?? '', sort: (row) => GRADE_ORDER[row.level] ?? '9' },
    topic: { text: (row, words) => words.alert(row) },
    place: { text: (row, words) => words.alertPlace(row) },
    likely: {
      text: (row) => `${Math.round((row.probability ?? 0) * 100)} %`,
      sort: (row) => row.probability ?? 0,
      csv: (row) => row.probability ?? '',
    },
    state: { text: (row, words) => words.alertState(row) },
    why: { text: (row, words) => (words.code === 'zh' ? row.reasonZh : row.reasonEn) ?? '' },
    raised: at('raisedAt'),
  },
  places: {
    id: { text: (row) => row.id },
    name: { text: (row, words) => nameIn(words.code, row) },
    kind: { text: (row) => row.kind },
    place: { text: (row, words) => words.cell(row.cellId) },
    aliases: { text: (row, words) => (row.aliases ?? []).join(words.comma) },
    lat: { text: (row) => degrees(row.lat), sort: (row) => row.lat ?? 0 },
    lon: { text: (row) => degrees(row.lon), sort: (row) => row.lon ?? 0 },
  },
};

export const columnsOf = (table) => Object.keys(COLUMNS[table]);

/** What a table is sorted by at first, and whether downwards. */
export const FIRST_ORDER = {
  incidents: { column: 'grade', down: false },
  people: { column: 'state', down: false },
  alerts: { column: 'grade', down: false },
  places: { column: 'name', down: false },
};

/** Rows of a table from the picture and the district; what was joined to another incident is in none. */
export function rowsOf(table, state, district, withClosed = false) {
  if (table === 'places') return district.places.filter((place) => place.kind !== 'junction');
  const rows = [...state[table].values()];
  return table === 'incidents' ? rows.filter((row) => row.state !== 'MERGED' && (withClosed || isOpen(row))) : rows;
}

export const cellText = (table, column, row, words) => COLUMNS[table][column].text(row, words);

function sortValue(table, column, row, words) {
  const { sort, text } = COLUMNS[table][column];
  return (sort ?? text)(row, words);
}

const compare = (a, b, collator) => (typeof a === 'number' ? a - b : collator.compare(a, b));

/** Rows that hold every word of the query, in the order asked for; ids settle ties. */
export function tableRows(table, rows, { query, column, down, words }) {
  const columns = columnsOf(table);
  const textOf = (row) => columns.map((name) => cellText(table, name, row, words)).join(' ');
  const kept = query ? rows.filter((row) => matches(textOf(row), query)) : rows;
  const collator = new Intl.Collator(words.code === 'zh' ? 'zh-Hans-CN' : 'en', { numeric: true });
  const keyed = kept.map((row) => ({ row, key: sortValue(table, column, row, words) }));
  const turn = down ? -1 : 1;
  keyed.sort((a, b) => turn * compare(a.key, b.key, collator) || (a.row.id < b.row.id ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** The rows as a file's: the head in words, then each row; times as ISO-8601, numbers without their units. */
export function tableFile(table, rows, words) {
  const columns = columnsOf(table);
  const head = columns.map((column) => words.t(`table.${column}`));
  const value = (row, column) => (COLUMNS[table][column].csv ?? COLUMNS[table][column].text)(row, words);
  return [head, ...rows.map((row) => columns.map((column) => value(row, column)))];
}

/** The words of a desk that tables need. */
export function tableWords(desk) {
  const { language, district, clock, store } = desk;
  const { code, t } = language;
  const { assignments, alertDecisions } = store.state;
  const isSilent = (alert) => Date.parse(alertDecisions.get(alert.id)?.snoozedUntil ?? '') > clock.now();
  return {
    t,
    code,
    comma: t('comma'),
    time: (instant) => desk.when(instant),
    type: (type) => district.typeName(type, code),
    state: (incident) => (desk.isSnoozed(incident) ? t('putOff.word') : t(`state.${incident.state}`)),
    cell: (id) => desk.placeOfCell(id),
    where: (incident) => desk.whereOf(incident),
    organization: (id) => district.organizationName(id, code),
    skill: (id) => district.skillName(id, code),
    person: (person) => t(`person.${personState(person, assignments.get(person.assignmentId))}`),
    alert: (alert) => desk.alertTitle(alert),
    alertPlace: (alert) => desk.alertPlace(alert),
    alertState: (alert) => t(isSilent(alert) ? 'snooze.word' : 'table.speaking'),
  };
}
