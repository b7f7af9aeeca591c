package io.watchfloor.graph.decision;

import io.watchfloor.contract.PersonStatus;

/** A person whose state in one world is locked by the running transaction. */
public record LockedPerson(String nameZh, String nameEn, boolean active, PersonStatus status) {}
