// Whom an officer told to wait where cover is thin; the newest for each person of a world.
CREATE CONSTRAINT standby_order_key IF NOT EXISTS FOR (n:StandbyOrder) REQUIRE (n.world, n.personId) IS UNIQUE;
CREATE INDEX standby_order_at IF NOT EXISTS FOR (n:StandbyOrder) ON (n.world, n.at);
