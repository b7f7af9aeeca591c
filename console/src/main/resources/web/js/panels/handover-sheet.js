/** The sheet of a handover: what is open, promised, put off, warned of and closed, and who is on. Made for paper too. */

import { h } from '../element.js';
import { gradeCounts, rosterByDepartment } from '../roster.js';
import { GRADES, gradeBadge } from '../severity.js';

export class HandoverSheet {
  #content = null;
  #isLive = true;

  /** @param page words, district and people */
  constructor(page) {
    this.page = page;
    this.node = h('article', { class: 'handover-sheet', testid: 'handover-sheet' });
  }

  /** @param isLive whether it is what stands now: then who is on is told too */
  put(content, isLive) {
    this.#content = content;
    this.#isLive = isLive;
    this.show();
  }

  show() {
    const content = this.#content;
    if (!content) return;
    const { t } = this.page.language;
    this.node.replaceChildren(
      h('p', { class: 'quiet' }, t('handover.asOf', { time: this.page.when(content.asOf) })),
      this.#section('open', this.#openRows(content), content.openMore, this.#grades(content.open)),
      this.#section('promised', content.promised.map((note) => this.#promise(note))),
      this.#section('snoozed', content.snoozed.map((snooze) => this.#snooze(snooze))),
      this.#section('alerts', content.alerts.map((alert) => this.#alert(alert))),
      this.#section(
        'closed',
        content.closed.map((incident) => this.#closed(incident)),
        content.closedMore,
      ),
      this.#onDuty(content),
    );
    this.page.language.apply(this.node);
  }

  #section(name, rows, more = 0, extra = null) {
    const { t } = this.page.language;
    const title = h('h2', {}, t(`handover.${name}`), h('span', { class: 'handover-count' }, String(rows.length + more)));
    const body = rows.length
      ? h('table', { class: 'handover-table' }, h('tbody', {}, ...rows))
      : h('p', { class: 'quiet' }, t('handover.none'));
    const rest = more ? h('p', { class: 'quiet' }, t('handover.more', { n: more })) : null;
    return h('section', { testid: `handover-${name}` }, title, extra, body, rest);
  }

  #row(id, ...cells) {
    return h('tr', { data: { id } }, ...cells.map((cell) => h('td', {}, cell)));
  }

  /** An id or a time is read as one, and stays on one line. */
  #short(text) {
    return h('span', { class: 'short' }, text);
  }

  #grades(open) {
    const counts = gradeCounts(open);
    const shown = GRADES.map((grade) => h('span', { class: 'handover-grade' }, gradeBadge(grade, 'solid', 18), String(counts[grade])));
    return h('p', { class: 'handover-grades' }, ...shown);
  }

  #badge(grade) {
    return h('span', {}, gradeBadge(grade, 'solid', 20), h('span', { class: 'for-readers', i18n: `grade.${grade}` }));
  }

  #type(code) {
    return this.page.district.typeName(code, this.page.language.code);
  }

  #openRows(content) {
    const { t } = this.page.language;
    return content.open.map((incident) => {
      const sent = (incident.sent ?? []).map((one) => `${this.page.personName(one.personId)} ${t(`assignment.${one.state}`)}`);
      const who = [incident.acknowledgedBy, ...sent].filter(Boolean).join(' · ');
      const words = h(
        'div',
        {},
        h('strong', {}, this.#type(incident.type)),
        ` ${t(`state.${incident.state}`)} · ${this.page.district.addressIn(this.page.language.code, incident) || this.page.cellName(incident.cellId)}`,
        h('div', { class: 'quiet' }, incident.summary ?? ''),
      );
      const since = this.#short(this.page.when(incident.openedAt));
      return this.#row(incident.id, this.#badge(incident.grade), this.#short(incident.id), words, who || t('handover.nobody'), since);
    });
  }

  #promise(note) {
    return this.#row(note.id, this.#short(this.page.when(note.dueAt)), this.#short(note.incidentId), note.text, note.actor);
  }

  #snooze(snooze) {
    const { incidentId, until, reason, actor } = snooze;
    return this.#row(incidentId, this.#short(this.page.when(until)), this.#short(incidentId), reason, actor);
  }

  #alert(alert) {
    const { t, code } = this.page.language;
    const why = code === 'zh' ? alert.reasonZh : alert.reasonEn;
    const silent = alert.snoozedUntil
      ? t('snooze.until', { time: this.page.when(alert.snoozedUntil), reason: alert.snoozeReason ?? '' })
      : '';
    const place = this.page.cellName(alert.cellId) || t('alert.wholeArea');
    return this.#row(alert.id, this.#badge(alert.level), `${this.#type(alert.topic)} · ${place}`, why ?? '', silent);
  }

  #closed(incident) {
    const at = this.#short(this.page.when(incident.closedAt));
    const type = this.#type(incident.type);
    const id = this.#short(incident.id);
    return this.#row(incident.id, this.#badge(incident.grade), id, type, incident.summary ?? '', incident.closedBy ?? '', at);
  }

  /** Now by name and skill; in a handover that was kept, how many there were. */
  #onDuty(content) {
    const { language, district, people } = this.page;
    const { t, code } = language;
    if (!this.#isLive) {
      const rows = content.onDuty.map((one) =>
        this.#row(
          one.organizationId,
          district.organizationName(one.organizationId, code),
          t('handover.onCount', { n: one.people, free: one.free }),
        ),
      );
      return this.#section('onDuty', rows);
    }
    const rows = rosterByDepartment(people.values()).map((department) => {
      const skills = department.skills.map(([skill, count]) => `${district.skillName(skill, code)} ${count}`);
      const names = department.people.map((person) => this.page.personName(person.id)).join(t('comma'));
      return this.#row(
        department.organizationId,
        h('strong', {}, district.organizationName(department.organizationId, code)),
        t('handover.onCount', { n: department.people.length, free: department.free }),
        h('div', {}, skills.join(' · '), h('div', { class: 'quiet' }, names)),
      );
    });
    return this.#section('onDuty', rows);
  }
}
