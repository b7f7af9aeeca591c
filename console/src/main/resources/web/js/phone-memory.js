/** The responder's own part of the picture, kept so that a reload without network still shows what to do and where. */

const SAVED_AT_MOST_EVERY_MILLIS = 1_000;
const PICTURE = 'picture';
const DISTRICT = 'district';

/** What is kept of the picture: oneself, one's assignments, their incidents, messages to oneself. */
export function ownPart(state, personId) {
  const assignments = [...state.assignments.values()].filter((assignment) => assignment.personId === personId);
  const incidents = assignments.map(({ incidentId }) => state.incidents.get(incidentId)).filter(Boolean);
  const person = state.people.get(personId);
  return {
    personId,
    world: state.world,
    asOf: state.asOf,
    assignments,
    incidents: [...new Set(incidents)],
    people: person ? [person] : [],
    notices: [...state.notices.values()],
  };
}

export class PhoneMemory {
  #waiting = false;
  #boundTo = '';

  constructor(phone, storage) {
    this.phone = phone;
    this.storage = storage;
    phone.store.subscribe(() => this.#changed());
  }

  /** The district, from the network or as it was last known; null when it never was. */
  async district(load) {
    try {
      const district = await load();
      await this.storage.keep(DISTRICT, district);
      return district;
    } catch (problem) {
      const kept = await this.storage.kept(DISTRICT);
      if (kept) return kept;
      throw problem;
    }
  }

  /** Shows what was known of this person, until the network tells more. */
  async recall(personId) {
    const kept = await this.storage.kept(PICTURE);
    if (!kept || kept.personId !== personId || this.phone.store.state.seq !== null) return;
    this.phone.store.dispatch({ kind: 'kept', ...kept });
  }

  /** What one is sent to is kept at once: whoever drives into a tunnel a moment after the offer still has it. */
  #changed() {
    const boundTo = this.#assignments();
    if (boundTo !== this.#boundTo) {
      this.#boundTo = boundTo;
      this.#save();
    } else if (!this.#waiting) {
      this.#later();
    }
  }

  #assignments() {
    const own = [...this.phone.store.state.assignments.values()].filter(
      ({ personId }) => personId === this.phone.personId.value,
    );
    return own.map(({ id, state }) => `${id} ${state}`).join();
  }

  #later() {
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.#save();
    }, SAVED_AT_MOST_EVERY_MILLIS);
  }

  async #save() {
    const personId = this.phone.personId.value;
    const { state } = this.phone.store;
    if (!personId || !state.people.has(personId)) return;
    await this.storage.keep(PICTURE, ownPart(state, personId));
  }
}
