package io.watchfloor.graph;

import io.watchfloor.contract.EquipmentStatus;

/** A vehicle or another piece of equipment whose state in one world is locked by the running transaction. */
record LockedEquipment(String nameZh, String nameEn, boolean active, EquipmentStatus status) {}
