// What was decided about an alert, and what officers said a report really is.
CREATE CONSTRAINT alert_decision_key IF NOT EXISTS FOR (n:AlertDecision) REQUIRE (n.world, n.alertId) IS UNIQUE;
CREATE CONSTRAINT label_key IF NOT EXISTS FOR (n:Label) REQUIRE (n.world, n.id) IS UNIQUE;

// A correction is recognised when it is asked for again, and gives way to the next one of its kind.
CREATE INDEX label_incident IF NOT EXISTS FOR (n:Label) ON (n.world, n.incidentId);

// What was joined to an incident.
CREATE INDEX incident_merged IF NOT EXISTS FOR (n:Incident) ON (n.world, n.mergedInto);

// The timeline of the other incident that a decision was about.
CREATE INDEX audit_about IF NOT EXISTS FOR (n:Audit) ON (n.world, n.about);

// A gateway starts from what is silent now.
CREATE INDEX alert_decision_updated IF NOT EXISTS FOR (n:AlertDecision) ON (n.world, n.updatedAt);
