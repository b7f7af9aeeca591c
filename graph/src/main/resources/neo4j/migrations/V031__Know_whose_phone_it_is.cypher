// A device belongs to one person of one world at a time; what it calls itself is kept as a hash only.
CREATE CONSTRAINT device_key IF NOT EXISTS FOR (n:Device) REQUIRE (n.world, n.keyHash) IS UNIQUE;
CREATE CONSTRAINT device_id IF NOT EXISTS FOR (n:Device) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE INDEX device_person IF NOT EXISTS FOR (n:Device) ON (n.world, n.personId);
