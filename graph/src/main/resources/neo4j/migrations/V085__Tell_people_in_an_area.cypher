// Messages to the people in a part of the map, and who has confirmed that they read them.
CREATE CONSTRAINT notice_key IF NOT EXISTS FOR (n:Notice) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE INDEX notice_until IF NOT EXISTS FOR (n:Notice) ON (n.world, n.until);
