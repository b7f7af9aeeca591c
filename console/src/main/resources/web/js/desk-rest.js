/** What the desk has beside list and map: what is opened, told or heard only when there is a picture already. */

import { byId } from './element.js';
import { AbsencesPanel } from './panels/absences.js';
import { AlertPanel } from './panels/alert.js';
import { Announcer } from './panels/announcer.js';
import { CommandBar } from './panels/command-bar.js';
import { CoverPanel } from './panels/cover.js';
import { DespiteForm } from './panels/despite.js';
import { DevicesPanel } from './panels/devices.js';
import { HandoverBanner } from './panels/handover-banner.js';
import { IncidentPanel } from './panels/incident.js';
import { NoticesPanel } from './panels/notices.js';
import { followRefusals } from './panels/refusal-news.js';
import { Shortcuts } from './panels/shortcuts.js';
import { followTabBadge } from './panels/tab-badge.js';
import { TablePanel } from './panels/table.js';

export function addRest(desk) {
  desk.incidentPanel = new IncidentPanel(byId('incident'), desk);
  new AlertPanel(byId('alert'), desk);
  new CoverPanel(byId('cover'), desk);
  desk.absences = new AbsencesPanel(desk);
  desk.devices = new DevicesPanel(desk);
  desk.notices = new NoticesPanel(desk);
  desk.shortcuts = new Shortcuts(desk);
  desk.despite = new DespiteForm(desk.language);
  desk.commandBar = new CommandBar(desk);
  desk.table = new TablePanel(desk);
  new HandoverBanner(byId('topbar'), desk);
  followTabBadge(document.querySelector('link[rel=icon]'), desk);
  new Announcer(byId('polite'), byId('assertive'), desk);
  followRefusals(desk);
  desk.language.apply(document);
}
