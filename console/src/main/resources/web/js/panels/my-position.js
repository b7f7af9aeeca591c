/** Shares the phone's position while its owner is on duty and has allowed it; never otherwise. */

import { createSubject } from '../subject.js';

const SENT_AT_MOST_EVERY_MILLIS = 5_000;

export class MyPosition {
  #watch = null;
  #sentAt = 0;
  #unsent = null;

  /** State `off`, `sharing`, `denied` or `offDuty`; `here` is the newest position, null when there is none. */
  constructor(phone, geolocation = navigator.geolocation) {
    this.phone = phone;
    this.geolocation = geolocation;
    this.state = createSubject('off');
    this.here = createSubject(null);
    phone.store.subscribe(() => this.#dutyChanged());
    phone.personId.follow(() => this.stop());
    phone.linkStatus.follow(({ phase }) => (phase === 'live' || phase === 'recovered') && this.#sendUnsent());
    this.#shareWhenAllowedBefore();
  }

  async #shareWhenAllowedBefore() {
    const permission = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null);
    this.allowedBefore = permission?.state === 'granted';
    this.#dutyChanged();
  }

  #dutyChanged() {
    const me = this.phone.me();
    if (!me) return;
    if (!me.onDuty && me.availability !== 'ASSIGNED') {
      this.stop('offDuty');
    } else if (this.state.value === 'offDuty') {
      this.state.set('off');
    }
    if (this.allowedBefore && this.state.value === 'off') this.start();
  }

  /** Starts sharing; the browser asks its owner. */
  start() {
    if (!this.geolocation || this.#watch !== null) return;
    const options = { enableHighAccuracy: true, maximumAge: 5_000 };
    this.#watch = this.geolocation.watchPosition(
      (at) => this.#moved(at),
      (error) => this.#failed(error),
      options,
    );
  }

  stop(state = 'off') {
    if (this.#watch !== null) this.geolocation.clearWatch(this.#watch);
    this.#watch = null;
    this.#unsent = null;
    this.here.set(null);
    this.state.set(state);
  }

  #failed(error) {
    if (error.code === error.PERMISSION_DENIED) {
      this.allowedBefore = false;
      this.stop('denied');
    }
  }

  async #moved({ coords, timestamp }) {
    this.state.set('sharing');
    this.here.set({ lat: coords.latitude, lon: coords.longitude });
    const position = {
      lat: coords.latitude,
      lon: coords.longitude,
      accuracyMeters: coords.accuracy,
      at: new Date(timestamp).toISOString(),
      source: 'phone',
    };
    this.#unsent = position;
    if (Date.now() - this.#sentAt >= SENT_AT_MOST_EVERY_MILLIS) await this.#sendUnsent();
  }

  /** Only the newest is worth sending: one that was overtaken says nothing any more. */
  async #sendUnsent() {
    const position = this.#unsent;
    if (!position || this.state.value !== 'sharing') return;
    this.#unsent = null;
    this.#sentAt = Date.now();
    try {
      await this.phone.api.position(this.phone.personId.value, position);
    } catch ({ status }) {
      if (status === 0) this.#unsent ??= position;
    }
  }
}
