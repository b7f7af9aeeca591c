package io.watchfloor.graph.decision;

import io.watchfloor.contract.EquipmentStatus;

/** A vehicle or another piece of equipment whose state in one world is locked by the running transaction. */
public record LockedEquipment(String nameZh, String nameEn, boolean active, EquipmentStatus status) {}
