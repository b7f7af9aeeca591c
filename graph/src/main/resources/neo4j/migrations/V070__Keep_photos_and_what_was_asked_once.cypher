// Photos of incidents; their pixels are kept apart, under their digest.
CREATE CONSTRAINT photo_key IF NOT EXISTS FOR (n:Photo) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE INDEX photo_incident IF NOT EXISTS FOR (n:Photo) ON (n.world, n.incidentId);

// What was asked for under a key, for a day, so that a phone may ask again.
CREATE CONSTRAINT asked_once_key IF NOT EXISTS FOR (n:AskedOnce) REQUIRE (n.world, n.key) IS UNIQUE;
CREATE INDEX asked_once_at IF NOT EXISTS FOR (n:AskedOnce) ON (n.at);
