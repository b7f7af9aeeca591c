package io.watchfloor.graph;

import io.watchfloor.contract.PersonStatus;

/** A person whose state in one world is locked by the running transaction. */
record LockedPerson(String nameZh, String nameEn, boolean active, PersonStatus status) {}
