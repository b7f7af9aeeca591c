// Whether suggested teams of an area are sent without an officer's click, and who said so.
CREATE CONSTRAINT automatic_sending_key IF NOT EXISTS FOR (n:AutomaticSending) REQUIRE (n.world, n.areaId) IS UNIQUE;
