// What a district is imported into. Every MERGE in the code names a key that is unique here: without the constraint two
// transactions at once would make two nodes.
CREATE CONSTRAINT district_id IF NOT EXISTS FOR (n:District) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT area_id IF NOT EXISTS FOR (n:Area) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT cell_id IF NOT EXISTS FOR (n:Cell) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT skill_id IF NOT EXISTS FOR (n:Skill) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT shift_id IF NOT EXISTS FOR (n:Shift) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT incident_type_code IF NOT EXISTS FOR (n:IncidentType) REQUIRE n.code IS UNIQUE;

// What belongs to one world.
CREATE CONSTRAINT incident_key IF NOT EXISTS FOR (n:Incident) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE CONSTRAINT report_key IF NOT EXISTS FOR (n:Report) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE CONSTRAINT assignment_key IF NOT EXISTS FOR (n:Assignment) REQUIRE (n.world, n.id) IS UNIQUE;
CREATE CONSTRAINT person_status_key IF NOT EXISTS FOR (n:PersonStatus) REQUIRE (n.world, n.personId) IS UNIQUE;
CREATE CONSTRAINT audit_key IF NOT EXISTS FOR (n:Audit) REQUIRE (n.world, n.sequence) IS UNIQUE;
CREATE CONSTRAINT audit_head_world IF NOT EXISTS FOR (n:AuditHead) REQUIRE n.world IS UNIQUE;
CREATE CONSTRAINT outbox_id IF NOT EXISTS FOR (n:Outbox) REQUIRE n.id IS UNIQUE;
