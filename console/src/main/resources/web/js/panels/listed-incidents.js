/** Incidents that the list is about: those of the picture, and with the closed ones asked for, older ones too. */

const CLOSED_FETCHED = 200;

export class ListedIncidents {
  #closed = [];

  constructor(desk) {
    this.desk = desk;
  }

  /** All of them by id. */
  all() {
    const { incidents } = this.desk.store.state;
    if (this.desk.filter.value !== 'closed') return incidents;
    const all = new Map(this.#closed.map((incident) => [incident.id, incident]));
    for (const [id, incident] of incidents) all.set(id, incident);
    return all;
  }

  /** Asks for closed ones that have left the picture; says whether they came. */
  async loadClosed() {
    try {
      this.#closed = (await this.desk.api.incidents('all', CLOSED_FETCHED)).incidents;
      return true;
    } catch (problem) {
      this.desk.fail(problem);
      return false;
    }
  }

  /** Why the list is empty: nothing known yet is not the same as nothing going on. */
  emptyKey() {
    if (this.desk.store.state.snapshots === 0) return 'list.waiting';
    if (this.desk.query.value) return 'list.noMatch';
    return this.desk.filter.value === 'unlocated' ? 'list.allLocated' : 'list.empty';
  }
}
