// A gateway starts from what is open, and from what changed since it last looked.
CREATE INDEX incident_open IF NOT EXISTS FOR (n:Incident) ON (n.world, n.open);
CREATE INDEX incident_updated IF NOT EXISTS FOR (n:Incident) ON (n.world, n.updatedAt);
CREATE INDEX incident_decided IF NOT EXISTS FOR (n:Incident) ON (n.world, n.decidedAt);

// The timeline of an incident.
CREATE INDEX audit_incident IF NOT EXISTS FOR (n:Audit) ON (n.world, n.incidentId);

// The relay takes the oldest first.
CREATE INDEX outbox_queued IF NOT EXISTS FOR (n:Outbox) ON (n.queuedAt);
