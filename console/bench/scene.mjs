/** A made-up district with as many people and incidents as are asked for, and how they change. Seeded: the same each time. */

const SOUTH = 30.24;
const WEST = 120.14;
const CELL_DEGREES = 0.012;
const SIDE = 10;
const DISTRICT_DEGREES = CELL_DEGREES * SIDE;

const TYPES = [
  ['fire', '火灾', 'Fire', 'I'],
  ['elevator-trapped', '电梯困人', 'People trapped in a lift', 'II'],
  ['gas-leak', '燃气泄漏', 'Gas leak', 'II'],
  ['traffic-accident', '交通事故', 'Traffic accident', 'III'],
  ['flooding', '内涝积水', 'Flooding', 'III'],
  ['noise', '噪声扰民', 'Noise', 'IV'],
  ['road-damage', '道路破损', 'Road damage', 'IV'],
  ['garbage', '垃圾堆积', 'Garbage', 'IV'],
];
const SKILLS = [
  ['patrol', '巡逻', 'Patrol'],
  ['firefighting', '灭火', 'Firefighting'],
  ['lift-rescue', '电梯救援', 'Lift rescue'],
  ['first-aid', '急救', 'First aid'],
  ['mediation', '调解', 'Mediation'],
];
const ORGANIZATIONS = [
  ['fire', '消防救援大队', 'Fire and Rescue'],
  ['police', '公安分局', 'Police'],
  ['health', '急救中心', 'Emergency Medical Centre'],
  ['city', '城市管理局', 'City Management'],
];
const SURNAMES = [...'王李张刘陈杨赵黄周吴'];
const GIVEN = [...'伟芳娜敏静强磊洋艳勇'];

/** Numbers from 0 to 1 that only look like chance (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const named = ([id, nameZh, nameEn]) => ({ id, nameZh, nameEn });

function cells() {
  const all = [];
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const south = SOUTH + row * CELL_DEGREES;
      const west = WEST + column * CELL_DEGREES;
      const [north, east] = [south + CELL_DEGREES, west + CELL_DEGREES];
      const areaId = `AR-${1 + Math.floor(row / 5) * 2 + Math.floor(column / 5)}`;
      const ring = [
        [south, west],
        [south, east],
        [north, east],
        [north, west],
      ];
      const number = row * SIDE + column + 1;
      all.push({ id: `C-${number}`, nameZh: `${number}号网格`, nameEn: `Grid ${number}`, areaId, ring });
    }
  }
  return all;
}

function streets() {
  const places = [];
  const roads = [];
  const at = (row, column) => `J-${row}-${column}`;
  for (let row = 0; row <= SIDE * 2; row++) {
    for (let column = 0; column <= SIDE * 2; column++) {
      const [lat, lon] = [SOUTH + (row * CELL_DEGREES) / 2, WEST + (column * CELL_DEGREES) / 2];
      places.push({ id: at(row, column), kind: 'junction', lat, lon });
      const speed = (n) => (n % 5 === 0 ? 60 : n % 2 === 0 ? 40 : 20);
      if (column)
        roads.push({
          id: `S-${roads.length + 1}`,
          fromPlaceId: at(row, column - 1),
          toPlaceId: at(row, column),
          nameZh: `临江${row}路`,
          nameEn: `Linjiang Road ${row}`,
          speedKmh: speed(row),
        });
      if (row)
        roads.push({
          id: `S-${roads.length + 1}`,
          fromPlaceId: at(row - 1, column),
          toPlaceId: at(row, column),
          nameZh: `望潮${column}街`,
          nameEn: `Wangchao Street ${column}`,
          speedKmh: speed(column),
        });
    }
  }
  return { places, roads };
}

function namedPlaces(chance) {
  const kinds = [
    ['hospital', '医院', 'Hospital'],
    ['school', '小学', 'School'],
    ['residential', '家园', 'Estate'],
    ['mall', '商场', 'Mall'],
    ['station', '派出所', 'Police Station'],
  ];
  return Array.from({ length: 120 }, (_, i) => {
    const [kind, zh, en] = kinds[i % kinds.length];
    const [lat, lon] = [SOUTH + chance() * DISTRICT_DEGREES, WEST + chance() * DISTRICT_DEGREES];
    const name = { nameZh: `潮鸣${i + 1}${zh}`, nameEn: `Chaoming ${en} ${i + 1}` };
    return { id: `PL-${i + 1}`, kind, ...name, lat, lon, cellId: cellOf(lat, lon), aliases: [] };
  });
}

const clampIndex = (n) => Math.max(0, Math.min(SIDE - 1, Math.floor(n)));
const cellOf = (lat, lon) =>
  `C-${clampIndex((lat - SOUTH) / CELL_DEGREES) * SIDE + clampIndex((lon - WEST) / CELL_DEGREES) + 1}`;

/** `GET /district`. */
export function madeUpDistrict() {
  const { places, roads } = streets();
  return {
    id: 'stage',
    nameZh: '云州市临江区',
    nameEn: 'Linjiang District, Yunzhou',
    zone: 'Asia/Shanghai',
    cells: cells(),
    areas: [
      ['AR-1', '望江街道', 'Wangjiang'],
      ['AR-2', '柳浦街道', 'Liupu'],
      ['AR-3', '潮鸣街道', 'Chaoming'],
      ['AR-4', '钱塘街道', 'Qiantang'],
    ].map(named),
    organizations: ORGANIZATIONS.map(named),
    skills: SKILLS.map(named),
    places: [...places, ...namedPlaces(seeded(3))],
    roads,
    incidentTypes: TYPES.map(([code, zh, en, grade]) => ({ code, zh, en, grade })),
  };
}

const instant = (millis) => new Date(millis).toISOString();

/** Everything that is going on, and `step()` to let some of it change. */
export class Scene {
  #chance;
  #seq = 0;

  /** @param now epoch milliseconds */
  constructor({ incidents = 60, people = 240, alerts = 4, seed = 7, now = Date.now } = {}) {
    this.#chance = seeded(seed);
    this.now = now;
    this.people = Array.from({ length: people }, (_, i) => this.#person(i));
    this.incidents = Array.from({ length: incidents }, (_, i) => this.incident(i, this.now() - i * 47_000));
    this.assignments = [];
    this.#send(Math.min(people, Math.ceil(incidents / 8)));
    this.alerts = Array.from({ length: alerts }, (_, i) => this.#alert(i));
  }

  #pick(list) {
    return list[Math.floor(this.#chance() * list.length)];
  }

  #spot() {
    return { lat: SOUTH + this.#chance() * DISTRICT_DEGREES, lon: WEST + this.#chance() * DISTRICT_DEGREES };
  }

  #person(i) {
    const nameZh = this.#pick(SURNAMES) + this.#pick(GIVEN) + (i % 3 ? this.#pick(GIVEN) : '');
    const age = this.#chance() < 0.2 ? 600_000 : 5_000;
    return {
      id: `P-${i + 1}`,
      nameZh,
      nameEn: `Person ${i + 1}`,
      organizationId: ORGANIZATIONS[i % ORGANIZATIONS.length][0],
      skills: [SKILLS[i % SKILLS.length][0], ...(i % 4 ? [] : ['first-aid'])],
      onDuty: i % 5 !== 4,
      availability: 'FREE',
      ...this.#spot(),
      accuracyMeters: 8 + Math.round(this.#chance() * 60),
      positionAt: instant(this.now() - age),
      phoneConnected: true,
    };
  }

  /** An incident that came in then. */
  incident(i, openedMillis) {
    const [type, zh, , grade] = TYPES[Math.floor(this.#chance() ** 0.6 * TYPES.length)];
    const spot = this.#spot();
    const seen = this.#chance() < 0.6;
    return {
      id: `I-${String(1000 + i)}`,
      type,
      grade,
      state: seen ? 'OPENED' : 'REPORTED',
      summary: `有人报告${zh}，请尽快派人查看`,
      ...spot,
      address: `潮鸣${1 + Math.floor(this.#chance() * 90)}家园`,
      cellId: cellOf(spot.lat, spot.lon),
      reportCount: 1 + Math.floor(this.#chance() * 4),
      firstOccurredAt: instant(openedMillis - 30_000),
      openedAt: instant(openedMillis),
      updatedAt: instant(openedMillis),
      typeConfidence: 0.5 + this.#chance() / 2,
      placedBy: 'REPORT',
      mood: { polarity: -0.3, anger: 0.2, fear: 0.2 },
      ...(seen && { acknowledgedBy: '王值班', acknowledgedAt: instant(openedMillis + 20_000) }),
    };
  }

  #send(count) {
    for (let i = 0; i < count && i < this.incidents.length; i++) {
      const [person, incident] = [this.people[i], this.incidents[i]];
      const state = ['ACCEPTED', 'EN_ROUTE', 'ON_SCENE'][i % 3];
      const at = instant(this.now() - 240_000);
      const id = `A-${i + 1}`;
      const bound = { world: 'live', id, version: 2, incidentId: incident.id, personId: person.id, state };
      this.assignments.push({ ...bound, assignedBy: '王值班', offeredAt: at, acceptedAt: at, updatedAt: at });
      Object.assign(person, { availability: 'ASSIGNED', assignmentId: id, incidentId: incident.id });
      const where = state === 'ON_SCENE' ? 'HANDLING' : 'DISPATCHED';
      Object.assign(incident, { state: where, dispatchedAt: at, acknowledgedAt: at, acknowledgedBy: '王值班' });
    }
  }

  #alert(i) {
    const cell = `C-${22 + i * 17}`;
    const at = instant(this.now() - 600_000 * (i + 1));
    return {
      world: 'live',
      id: `W-noise-${i}`,
      version: 1,
      level: ['II', 'III', 'III', 'IV'][i % 4],
      topic: TYPES[(i + 4) % TYPES.length][0],
      cellId: cell,
      probability: 0.8 - i * 0.1,
      reasonZh: '过去 2 小时该网格来件 14 件，平时同一时段 3 件',
      reasonEn: '14 reports in this cell in the last 2 hours; 3 are usual at this time',
      reportIds: [],
      raisedAt: at,
      updatedAt: at,
      alertKind: 'CELL',
      cellIds: [cell],
      words: [],
      windowHours: 2,
      count: 14,
      expected: 3.1,
      curve: [],
    };
  }

  #head(kind) {
    return { kind, v: 1, world: 'live', seq: `${this.now()}-${this.#seq++}`, asOf: instant(this.now()) };
  }

  snapshot() {
    const { incidents, assignments, people, alerts } = this;
    const parts = ['redis', 'graph', 'pipeline'].map((name) => ({ name, up: true, lagMillis: 5 }));
    const health = { parts, feeds: [{ source: 'hotline', accepted: 4711, refused: 2 }], deadLetters: 2 };
    return { ...this.#head('snapshot'), incidents, assignments, people, alerts, alertDecisions: [], health };
  }

  /** A delta in which so many people have moved, so many incidents were heard of again and so many are new. */
  step({ moved = 0, changed = 0, added = 0 }) {
    const at = instant(this.now());
    const people = Array.from({ length: moved }, () => {
      const i = Math.floor(this.#chance() * this.people.length);
      const person = this.people[i];
      const nudge = () => (this.#chance() - 0.5) * 0.0006;
      return (this.people[i] = { ...person, lat: person.lat + nudge(), lon: person.lon + nudge(), positionAt: at });
    });
    const incidents = Array.from({ length: changed }, () => {
      const i = Math.floor(this.#chance() * this.incidents.length);
      const incident = this.incidents[i];
      return (this.incidents[i] = { ...incident, reportCount: incident.reportCount + 1, updatedAt: at });
    });
    for (let i = 0; i < added; i++) {
      const incident = this.incident(this.incidents.length, this.now());
      this.incidents.push(incident);
      incidents.push(incident);
    }
    return { ...this.#head('delta'), incidents, people, assignments: [], alerts: [] };
  }

  heartbeat() {
    return this.#head('heartbeat');
  }
}
