/** Tells a screen reader what came in: politely, and at once only when it is grade I. */

import { isUnacknowledged } from '../attention.js';

const TOLD_AT_MOST_EVERY_MILLIS = 4_000;

export class Announcer {
  #waiting = 0;
  #timer = null;

  constructor(polite, assertive, desk) {
    this.polite = polite;
    this.assertive = assertive;
    this.desk = desk;
    desk.store.subscribe((state, before) => {
      if (state.incidents === before.incidents || before.snapshots === 0 || state.snapshots !== before.snapshots)
        return;
      for (const [id, incident] of state.incidents) {
        if (!before.incidents.has(id) && isUnacknowledged(incident)) this.#arrived(incident);
      }
    });
  }

  #arrived(incident) {
    const { language, district } = this.desk;
    if (incident.grade === 'I') {
      const where = incident.address || this.desk.placeOfCell(incident.cellId);
      this.assertive.textContent = language.t('announce.graveNew', {
        type: district.typeName(incident.type, language.code),
        where,
      });
      return;
    }
    this.#waiting++;
    this.#timer ??= setTimeout(() => {
      this.polite.textContent = language.t('announce.new', { n: this.#waiting });
      this.#waiting = 0;
      this.#timer = null;
    }, TOLD_AT_MOST_EVERY_MILLIS);
  }
}
