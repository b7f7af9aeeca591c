// Notes and promises, incidents that were put off, and handovers from shift to shift.
CREATE CONSTRAINT desk_note_key IF NOT EXISTS FOR (n:DeskNote) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE CONSTRAINT incident_snooze_key IF NOT EXISTS FOR (n:IncidentSnooze) REQUIRE (n.world, n.incidentId) IS UNIQUE;
CREATE CONSTRAINT handover_key IF NOT EXISTS FOR (n:Handover) REQUIRE (n.world, n.id) IS UNIQUE;

// What is promised and not kept yet, what is put off now, the newest handovers.
CREATE INDEX desk_note_open IF NOT EXISTS FOR (n:DeskNote) ON (n.world, n.open);
CREATE INDEX incident_snooze_until IF NOT EXISTS FOR (n:IncidentSnooze) ON (n.world, n.until);
CREATE INDEX handover_at IF NOT EXISTS FOR (n:Handover) ON (n.world, n.at);
