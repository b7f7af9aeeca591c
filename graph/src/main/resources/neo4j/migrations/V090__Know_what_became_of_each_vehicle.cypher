// What a vehicle or another piece of equipment is doing in one world; its place and its crew belong to the district.
CREATE CONSTRAINT equipment_status_key IF NOT EXISTS FOR (n:EquipmentStatus) REQUIRE (n.world, n.equipmentId) IS UNIQUE;
CREATE INDEX equipment_status_assignment IF NOT EXISTS FOR (n:EquipmentStatus) ON (n.world, n.assignmentId);
