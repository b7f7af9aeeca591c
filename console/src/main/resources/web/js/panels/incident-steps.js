/** The seven steps of an incident, with the time each was taken. */

import { h, reconcile, setAttribute, setText } from '../element.js';
import { incidentSteps, stepClasses } from '../steps.js';
import { formatClock, formatDateTime } from '../time.js';

const createStep = () =>
  h('li', {}, h('span', { class: 'step-dot' }), h('span', { class: 'step-name' }), h('time', { class: 'step-time' }));

export class IncidentSteps {
  constructor(desk) {
    this.desk = desk;
    this.node = h('ol', { class: 'stepper', label: 'incident.steps', testid: 'stepper' });
  }

  show(incident) {
    const { language, district } = this.desk;
    reconcile(
      this.node,
      incidentSteps(incident),
      (step) => step.state,
      createStep,
      (node, step) => {
        node.className = `step ${stepClasses(step)}`;
        node.dataset.step = step.state;
        setAttribute(node, 'aria-current', step.current ? 'step' : null);
        setText(node.children[1], language.t(`step.${step.state}`));
        setText(node.children[2], step.at ? formatClock(step.at, district.zone) : '');
        node.title = step.at ? formatDateTime(step.at, district.zone) : '';
      },
    );
  }
}
