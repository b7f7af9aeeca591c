/** The bar on top of the phone: whether we are connected, the language, and the banners that must not be missed. */

import { button, h, setText } from '../element.js';
import { ageSeconds, formatAgo, formatClock } from '../time.js';

export class PhoneBar {
  constructor(root, phone) {
    this.phone = phone;
    this.dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
    this.state = h('span', { testid: 'connection-state', role: 'status' });
    this.connection = h('div', { class: 'connection', hidden: true }, this.dot, this.state);
    this.language = h('button', {
      type: 'button',
      class: 'tool',
      testid: 'lang-switch',
      on: { click: () => phone.language.set(phone.language.code === 'zh' ? 'en' : 'zh') },
    });
    root.append(
      h('span', { class: 'logo', 'aria-hidden': 'true' }),
      h('h1', { i18n: 'responder.title' }),
      h('span', { class: 'spring' }),
    );
    this.blocked = button('sound.blocked', 'banner banner-sound', () => phone.tunes.unlock(), { testid: 'sound-blocked', hidden: true });
    phone.tunes.blocked.follow((blocked) => (this.blocked.hidden = !blocked));
    root.append(this.connection, this.language);
    this.drill = h('div', { class: 'banner banner-drill', hidden: true, testid: 'drill-banner' });
    this.stale = h('div', { class: 'banner banner-stale', hidden: true, role: 'alert', testid: 'stale-banner' });
    root.after(this.drill, this.stale, this.blocked);
    phone.linkStatus.follow(() => this.#render());
    phone.personId.follow(() => this.#render());
    phone.offline.follow(() => this.#render());
    phone.clock.everySecond(() => this.#render());
    phone.language.follow(() => this.#render());
    phone.store.subscribe(() => this.#render());
    this.#render();
  }

  #render() {
    const { t, code } = this.phone.language;
    const { phase, stale, silentMillis = 0 } = this.phone.linkStatus.value;
    const { world, asOf } = this.phone.store.state;
    setText(this.language, code === 'zh' ? 'English' : '中文');
    document.title = `${t('responder.title')} · ${t('brand')}`;
    this.connection.hidden = !this.phone.personId.value;
    const offline = this.phone.offline.value;
    const shown = phase === 'reconnecting' ? phase : offline || stale ? 'stale' : phase;
    this.connection.dataset.state = shown;
    setText(this.state, t(`link.${shown}`));
    const drill = Boolean(world && world !== 'live');
    this.drill.hidden = !drill;
    setText(this.drill, drill ? t('drill', { world }) : '');
    const silent = (stale || offline) && Boolean(this.phone.personId.value);
    this.stale.hidden = !silent;
    const age = formatAgo(ageSeconds(asOf, this.phone.clock.now()), this.phone.language.units());
    const values = { time: formatClock(asOf, this.phone.district.zone), n: Math.round(silentMillis / 1000), age };
    const known = offline ? 'offline.banner' : 'stale.banner';
    setText(this.stale, silent ? t(asOf ? known : 'stale.never', values) : '');
    document.documentElement.classList.toggle('is-stale', silent);
  }
}
