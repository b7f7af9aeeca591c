/** Says at once, to the eye and the ear, when somebody whom this officer counted on will not go. */

import { saidWhy } from '../reasons.js';
import { newRefusals } from '../refusals.js';

export function followRefusals(desk) {
  desk.store.subscribe((state, before) => {
    for (const { assignment, incident } of newRefusals(state, before, desk.officer.value)) {
      const { language, district } = desk;
      const why = saidWhy(assignment, language.t);
      const values = {
        name: desk.personName(assignment.personId),
        what: language.t(`assignment.${assignment.state}`),
        type: district.typeName(incident.type, language.code),
        why: why && language.t('refusal.why', { why }),
      };
      const action = { key: 'putOff.show', run: () => desk.choose(incident.id) };
      desk.toasts.show(language.t('refusal.news', values), { kind: 'refused', action });
      desk.sounds.sound(incident.grade);
    }
  });
}
