// Vehicles and other equipment: where they are kept, whose they are, who may use them.
CREATE CONSTRAINT equipment_id IF NOT EXISTS FOR (n:Equipment) REQUIRE n.id IS UNIQUE;

// A road that an officer closed, in one world; the road itself is a relationship and cannot carry it.
CREATE CONSTRAINT road_closure_key IF NOT EXISTS FOR (n:RoadClosure) REQUIRE (n.world, n.roadId) IS UNIQUE;
CREATE INDEX road_closure_until IF NOT EXISTS FOR (n:RoadClosure) ON (n.world, n.until);
