/** Says at once, to the eye and the ear, when somebody whom this officer counted on will not go. */

import { newRefusals } from '../refusals.js';

export function followRefusals(desk) {
  desk.store.subscribe((state, before) => {
    for (const { assignment, incident } of newRefusals(state, before, desk.officer.value)) {
      const { language, district } = desk;
      const said = [assignment.reason && language.t(`reason.${assignment.reason}`), assignment.note].filter(Boolean);
      const values = {
        name: desk.personName(assignment.personId),
        what: language.t(`assignment.${assignment.state}`),
        type: district.typeName(incident.type, language.code),
        why: said.length ? language.t('refusal.why', { why: said.join(' · ') }) : '',
      };
      const action = { key: 'putOff.show', run: () => desk.choose(incident.id) };
      desk.toasts.show(language.t('refusal.news', values), { kind: 'refused', action });
      desk.sounds.sound(incident.grade);
    }
  });
}
